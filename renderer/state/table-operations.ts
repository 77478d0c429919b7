import { valueOf } from '../api/client.ts';
import type { TableColumn, TableSort } from '../inventory/worker/table-protocol.ts';
import { saveTable } from './file-operations.ts';
import { toggleTable } from './view-changes.ts';
import type { Workbench } from './workbench.ts';

/** Ids of the table, and of what holds the table or the graph. */
export const TABLE_ID = 'resource-table';
export const CONTENT_ID = 'view-content';

/** Shows the table, or the graph again; the keyboard goes along if it was there. */
export async function switchTable({ view, notices, graph }: Workbench): Promise<void> {
  const isTable = view.getState().history.present.state.spec.display === 'table';
  const hadFocus = document.getElementById(CONTENT_ID)?.contains(document.activeElement) === true;
  if (!(await view.getState().change(isTable ? 'Show as a graph' : 'Show as a table', toggleTable))) return;
  notices.getState().announce(isTable ? 'The graph is shown.' : 'The table is shown.');
  if (!hadFocus) return;
  // What shall have the focus is in the page one frame later.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (isTable) graph.current?.focus();
      else document.getElementById(TABLE_ID)?.focus();
    }),
  );
}

/** Puts the whole table on the clipboard as CSV, which spreadsheets take. */
export async function copyTable(workbench: Workbench, sort: TableSort, columns: readonly TableColumn[]): Promise<void> {
  const text = await tableText(workbench, sort, columns);
  await valueOf(workbench.main.copyText({ text }));
  workbench.notices.getState().notify({ tone: 'success', title: 'Table copied' });
}

/** Writes the whole table to a CSV file. */
export async function exportTable(
  workbench: Workbench,
  sort: TableSort,
  columns: readonly TableColumn[],
): Promise<void> {
  await saveTable(workbench, await tableText(workbench, sort, columns));
}

function tableText({ inventory, view }: Workbench, sort: TableSort, columns: readonly TableColumn[]): Promise<string> {
  return inventory.tableCsv(view.getState().history.present.state.spec, sort, columns);
}
