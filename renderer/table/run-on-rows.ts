import { VIEW_BAR_ID } from '../state/view/view-summary.ts';
import type { ClientPoint } from '../graph/graph-callbacks.ts';
import type { NodeSummary } from '../inventory/worker/protocol/node-summary.ts';
import type { ListGroup, ListRow } from '../inventory/worker/protocol/table-protocol.ts';
import { actionOf, contextMenu, type ActionId } from '../../shared/actions/actions.ts';
import { runAction } from '../actions/run-action.ts';
import { isAboutNodes, runOnNode } from '../actions/run-on-node.ts';
import { selectPart } from '../state/listing/table-operations.ts';
import type { Workbench } from '../state/workbench.ts';

const COMMANDS = ['activate', 'toggle', 'select', 'menu', 'leave'] as const;

export type RowCommand = (typeof COMMANDS)[number];

/** Whether a command of the graph means something in the table. */
export function isForRows(does: string): does is RowCommand {
  return COMMANDS.some((command) => command === does);
}

/** Does with a row what the graph does with a node: with a resource, or with all below a group. */
export function runOnRow(workbench: Workbench, command: RowCommand, row: ListRow, at?: ClientPoint): void {
  if ('node' in row) runOnResource(workbench, command, row.node, at);
  else runOnGroup(workbench, command, row.group, at);
}

/** Runs an action about a row: as about a node of the graph, or about all below a group. */
export function runActionOnRow(workbench: Workbench, action: ActionId, row: ListRow): void {
  if ('node' in row || !isAboutNodes(action)) runOnNode(workbench, action, 'node' in row ? row.node.id : '');
  else if (actionOf(action).when.includes('selection')) {
    workbench.run(async () => {
      await selectPart(workbench, { group: row.group.id });
      runAction(workbench, action);
    });
  } else workbench.notices.getState().announce('This is done with one resource: go to a row below the group.');
}

function runOnGroup(workbench: Workbench, command: RowCommand, { id, title }: ListGroup, at?: ClientPoint): void {
  const { table, dialogs } = workbench;
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
      workbench.run(async () => {
        await selectPart(workbench, { group: id });
        if (at !== undefined) dialogs.getState().open({ type: 'menu', title, items: contextMenu('node'), at });
      });
      break;
  }
}

function leave(workbench: Workbench): void {
  if (runAction(workbench, 'clear-trace')) return;
  document.querySelector<HTMLElement>(`#${VIEW_BAR_ID} button:not(:disabled)`)?.focus();
}

/** With the selection the row is part of, or with the row alone. */
function runOnResource(workbench: Workbench, command: RowCommand, { id }: NodeSummary, at?: ClientPoint): void {
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
  }
}
