import { valueOf } from '../../api/client.ts';
import type { ListPart, ListQuestion, TableColumn } from '../../inventory/worker/protocol/table-protocol.ts';
import { saveTable } from '../file-operations.ts';
import type { SearchState } from '../search/search-store.ts';
import { listQuestion } from './table-store.ts';
import { type Display, displayOf, showAs } from '../view/view-changes.ts';
import type { Workbench } from '../workbench.ts';

/** Ids of the table or tree, and of what holds it or the graph. */
export const TABLE_ID = 'resource-table';
export const CONTENT_ID = 'view-content';

/** Most resources that are selected at once: more cannot be looked at, and each is marked in the graph. */
export const MOST_SELECTED = 5000;

const NAMES: Readonly<Record<Display, string>> = { graph: 'graph', table: 'table', tree: 'tree' };

/** Shows a table or a tree, or the graph again if that is what is shown; the keyboard goes along if it was there. */
export async function switchDisplay(workbench: Workbench, wanted: 'table' | 'tree'): Promise<void> {
  const now = displayOf(workbench.view.getState().history.present.state.spec);
  await showDisplay(workbench, now === wanted ? 'graph' : wanted);
}

/** Shows what the view lets through in a way; the keyboard goes along if it was there. */
export async function showDisplay(workbench: Workbench, display: Display): Promise<void> {
  const { view, notices } = workbench;
  const hadFocus = document.getElementById(CONTENT_ID)?.contains(document.activeElement) === true;
  const shown = await view.getState().change(`Show as a ${NAMES[display]}`, (spec) => showAs(spec, display));
  if (!shown) return;
  notices.getState().announce(`The ${NAMES[display]} is shown.`);
  if (hadFocus) focusContent(workbench);
}

/** Gives the keyboard to the graph, table or tree, whichever is shown. */
export function focusContent({ view, graph }: Workbench): void {
  const display = displayOf(view.getState().history.present.state.spec);
  // What shall have the focus is in the page one frame later.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (display === 'graph') graph.current?.focus();
      else document.getElementById(TABLE_ID)?.focus();
    }),
  );
}

/** The search whose reasons the rows give: one that found something. */
export function reasonedQuery({ answered, total }: Pick<SearchState, 'answered' | 'total'>): string | undefined {
  return answered.trim() === '' || total === 0 ? undefined : answered;
}

/** The list on the screen, as the worker is asked for it. */
export function presentList({ view, search, table }: Workbench): ListQuestion {
  const { spec } = view.getState().history.present.state;
  return listQuestion(table.getState(), spec, reasonedQuery(search.getState()));
}

/** Selects the resources of a part of the list, at most `MOST_SELECTED`, and says so. */
export async function selectPart(workbench: Workbench, part: ListPart): Promise<void> {
  const { inventory, selection, notices, panes } = workbench;
  const { ids, total } = await inventory.tableNodes(presentList(workbench), part, MOST_SELECTED);
  selection.getState().select(ids);
  panes.getState().suggest('details');
  const count = ids.length.toLocaleString('en');
  notices
    .getState()
    .announce(
      ids.length < total ? `The first ${count} of ${total.toLocaleString('en')} are selected.` : `${count} selected.`,
    );
}

/** Puts the whole table on the clipboard as CSV, which spreadsheets take. */
export async function copyTable(workbench: Workbench, columns: readonly TableColumn[]): Promise<void> {
  const text = await tableText(workbench, columns);
  await valueOf(workbench.main.copyText({ text }));
  workbench.notices.getState().notify({ tone: 'success', title: 'Table copied' });
}

/** Writes the whole table to a CSV file. */
export async function exportTable(workbench: Workbench, columns: readonly TableColumn[]): Promise<void> {
  await saveTable(workbench, await tableText(workbench, columns));
}

function tableText(workbench: Workbench, columns: readonly TableColumn[]): Promise<string> {
  return workbench.inventory.tableCsv(presentList(workbench), columns);
}
