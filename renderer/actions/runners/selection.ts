import type { SELECTION_ACTIONS } from '../../../shared/actions/menus/selection.ts';
import {
  copyNames,
  focusNodes,
  foldSelection,
  hideSelection,
  selectedNodeIds,
  showLinkEnd,
  showLinkEnds,
  showOnlyNodes,
  unfoldSelection,
} from '../../state/view/node-operations.ts';
import { collapseSelection, foldSelectedAreas } from '../../state/view/arrange-operations.ts';
import { showRuns } from '../../state/listing/runs-operations.ts';
import {
  askForPaths,
  clearTrace,
  goToPath,
  showOnlyTraced,
  traceSelection,
} from '../../state/trace/trace-operations.ts';
import type { Runners } from './runner.ts';

export const SELECTION_RUNNERS: Runners<keyof typeof SELECTION_ACTIONS> = {
  unfold: unfoldSelection,
  refold: foldSelection,
  expand: ({ dialogs, selection }) => {
    const [id] = selection.getState().trail.here.ids;
    if (id !== undefined) dialogs.getState().open({ type: 'expand', id });
  },
  collapse: collapseSelection,
  'fold-area': foldSelectedAreas,
  'focus-1': (workbench) => focusNodes(workbench, selectedNodeIds(workbench), 1),
  'focus-2': (workbench) => focusNodes(workbench, selectedNodeIds(workbench), 2),
  'focus-3': (workbench) => focusNodes(workbench, selectedNodeIds(workbench), 3),
  'focus-upstream': (workbench) => focusNodes(workbench, selectedNodeIds(workbench), 3, 'upstream'),
  'focus-downstream': (workbench) => focusNodes(workbench, selectedNodeIds(workbench), 3, 'downstream'),
  'show-only': (workbench) => showOnlyNodes(workbench, selectedNodeIds(workbench), 'Show only the selection'),
  sources: (workbench) => traceSelection(workbench, 'sources'),
  dependants: (workbench) => traceSelection(workbench, 'dependants'),
  runs: (workbench) => showRuns(workbench, selectedNodeIds(workbench)),
  'paths-between': (workbench) => askForPaths(workbench, 'both'),
  'paths-from': (workbench) => askForPaths(workbench, 'from'),
  'paths-to': (workbench) => askForPaths(workbench, 'to'),
  'next-path': (workbench) => goToPath(workbench, 1),
  'previous-path': (workbench) => goToPath(workbench, -1),
  'show-only-traced': showOnlyTraced,
  'clear-trace': clearTrace,
  'link-details': ({ panes }) => panes.getState().show('details'),
  'link-source': (workbench) => showLinkEnd(workbench, 'source'),
  'link-target': (workbench) => showLinkEnd(workbench, 'target'),
  'link-ends': showLinkEnds,
  hide: hideSelection,
  'copy-name': (workbench) => copyNames(workbench, selectedNodeIds(workbench)),
};
