import { VIEW_BAR_ID } from '../app/view-summary.ts';
import type { ClientPoint } from '../graph/graph-callbacks.ts';
import type { NodeSummary } from '../inventory/worker/protocol.ts';
import { contextMenu, type ActionId } from '../../shared/actions/actions.ts';
import { runAction } from '../actions/run-action.ts';
import type { Workbench } from '../state/workbench.ts';

/** Keys of the graph that act on a row as they do on a node. */
const ACTIONS_OF_ROWS = {
  expand: 'expand',
  hide: 'hide',
  focus: 'focus-1',
  sources: 'sources',
  dependants: 'dependants',
  paths: 'paths-between',
} as const satisfies Record<string, ActionId>;

const OTHERS = ['activate', 'toggle', 'select', 'menu', 'leave'] as const;

export type RowCommand = keyof typeof ACTIONS_OF_ROWS | (typeof OTHERS)[number];

/** Whether a command of the graph means something in the table. */
export function isForRows(does: string): does is RowCommand {
  return Object.hasOwn(ACTIONS_OF_ROWS, does) || OTHERS.some((command) => command === does);
}

/** Does with a row, or with the selection the row is part of, what the graph does with a node. */
export function runOnRows(workbench: Workbench, command: RowCommand, { id }: NodeSummary, at?: ClientPoint): void {
  const { selection, panes, dialogs } = workbench;
  const { ids } = selection.getState().trail.here;
  switch (command) {
    case 'select':
      selection.getState().select([id]);
      panes.getState().suggest('details');
      break;
    case 'toggle':
      selection.getState().select(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
      break;
    case 'activate':
      selection.getState().select([id]);
      panes.getState().show('details');
      break;
    case 'leave':
      if (!runAction(workbench, 'clear-trace')) {
        document.querySelector<HTMLElement>(`#${VIEW_BAR_ID} button:not(:disabled)`)?.focus();
      }
      break;
    case 'menu':
      if (!ids.includes(id)) selection.getState().select([id]);
      if (at !== undefined)
        dialogs.getState().open({ type: 'menu', title: 'Selection', items: contextMenu('node'), at });
      break;
    case 'paths':
      if (!ids.includes(id)) selection.getState().select(ids.length === 1 ? [...ids, id] : [id]);
      if (!runAction(workbench, 'paths-between')) runAction(workbench, 'paths-from');
      break;
    case 'expand':
    case 'hide':
    case 'focus':
    case 'sources':
    case 'dependants':
      if (!ids.includes(id)) selection.getState().select([id]);
      runAction(workbench, ACTIONS_OF_ROWS[command]);
      break;
  }
}
