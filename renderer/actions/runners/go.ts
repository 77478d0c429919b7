import type { GO_ACTIONS } from '../../../shared/actions/menus/go.ts';
import { movePane } from '../../state/pane-focus.ts';
import { copyQueryLink, showHits, stepMatch } from '../../state/search/query-operations.ts';
import { SEARCH_INPUT_ID } from '../../state/search/search-store.ts';
import {
  closeTab,
  duplicateTab,
  openNewTab,
  reopenTab,
  shiftTab,
  showNeighbour,
} from '../../state/tabs/tab-operations.ts';
import type { Workbench } from '../../state/workbench.ts';
import type { Runners } from './runner.ts';

export const GO_RUNNERS: Runners<keyof typeof GO_ACTIONS> = {
  find: () => focusSearch(),
  'next-match': (workbench) => stepMatch(workbench, 1),
  'previous-match': (workbench) => stepMatch(workbench, -1),
  'copy-query-link': copyQueryLink,
  'hits-marked': (workbench) => showHits(workbench, 'marked'),
  'hits-only': (workbench) => showHits(workbench, 'only'),
  'hits-table': (workbench) => showHits(workbench, 'table'),
  'hits-tree': (workbench) => showHits(workbench, 'tree'),
  back: ({ selection }) => {
    selection.getState().back();
    centreOnInspected(selection);
  },
  forward: ({ selection }) => {
    selection.getState().forward();
    centreOnInspected(selection);
  },
  'new-tab': openNewTab,
  'duplicate-tab': duplicateTab,
  'rename-tab': ({ dialogs, tabs }) => dialogs.getState().open({ type: 'rename-tab', id: tabs.getState().active }),
  'next-tab': (workbench) => showNeighbour(workbench, 1),
  'previous-tab': (workbench) => showNeighbour(workbench, -1),
  'move-tab-left': (workbench) => shiftTab(workbench, -1),
  'move-tab-right': (workbench) => shiftTab(workbench, 1),
  'close-tab': (workbench) => closeTab(workbench, workbench.tabs.getState().active),
  'reopen-tab': reopenTab,
  'next-pane': () => movePane(document, 1),
  'previous-pane': () => movePane(document, -1),
};

function centreOnInspected(selection: Workbench['selection']): void {
  const { inspected } = selection.getState().trail.here;
  if (inspected !== undefined) selection.getState().centreOn(inspected);
}

function focusSearch(): void {
  const input = document.getElementById(SEARCH_INPUT_ID);
  if (input instanceof HTMLInputElement) {
    input.focus();
    input.select();
  }
}
