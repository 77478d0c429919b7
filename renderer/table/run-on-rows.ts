import { VIEW_BAR_ID } from '../app/view-summary.ts';
import type { ClientPoint } from '../graph/graph-callbacks.ts';
import type { NodeSummary } from '../inventory/worker/protocol.ts';
import type { ListGroup, ListRow } from '../inventory/worker/table-protocol.ts';
import { contextMenu, type ActionId } from '../../shared/actions/actions.ts';
import { runAction } from '../actions/run-action.ts';
import { selectPart } from '../state/table-operations.ts';
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

/** Does with a row what the graph does with a node: with a resource, or with all below a group. */
export function runOnRow(workbench: Workbench, command: RowCommand, row: ListRow, at?: ClientPoint): void {
  if ('node' in row) runOnNode(workbench, command, row.node, at);
  else runOnGroup(workbench, command, row.group, at);
}

function runOnGroup(workbench: Workbench, command: RowCommand, { id, title }: ListGroup, at?: ClientPoint): void {
  const { table, dialogs, notices } = workbench;
  switch (command) {
    case 'select':
    case 'activate':
      table.getState().toggleGroup(id);
      break;
    case 'leave':
      leave(workbench);
      break;
    case 'toggle':
      workbench.run(() => selectPart(workbench, { group: id }));
      break;
    case 'menu':
    case 'hide':
    case 'focus':
      workbench.run(async () => {
        await selectPart(workbench, { group: id });
        if (command !== 'menu') runAction(workbench, ACTIONS_OF_ROWS[command]);
        else if (at !== undefined) dialogs.getState().open({ type: 'menu', title, items: contextMenu('node'), at });
      });
      break;
    case 'expand':
    case 'sources':
    case 'dependants':
    case 'paths':
      notices.getState().announce('This is done with one resource: go to a row below the group.');
      break;
  }
}

function leave(workbench: Workbench): void {
  if (runAction(workbench, 'clear-trace')) return;
  document.querySelector<HTMLElement>(`#${VIEW_BAR_ID} button:not(:disabled)`)?.focus();
}

/** With the selection the row is part of, or with the row alone. */
function runOnNode(workbench: Workbench, command: RowCommand, { id }: NodeSummary, at?: ClientPoint): void {
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
      leave(workbench);
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
