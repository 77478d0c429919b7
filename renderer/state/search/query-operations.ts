import type { ViewSpec } from '../../../shared/graph/view.ts';
import type { SavedQuery } from '../../../shared/ipc/contract.ts';
import { queryLink } from '../../../shared/ipc/query-link.ts';
import { valueOf } from '../../api/client.ts';
import { showNode } from '../view/node-operations.ts';
import { SEARCH_INPUT_ID, type SearchState } from './search-store.ts';
import { focusContent } from '../listing/table-operations.ts';
import { showAs, showOnly, showWhole } from '../view/view-changes.ts';
import type { Workbench } from '../workbench.ts';

/** Most hits that are shown alone: a view is drawn of them all. */
const ALL_MATCHES = 100_000;

/** Puts a query into the search box. */
export function askQuery({ search }: Workbench, query: string): void {
  search.getState().setWholeQuery(query);
}

/** A dialog that closes gives the focus back to where it was; only then can it go on to the search box. */
const AFTER_DIALOG = 60;

/** Asks a query chosen in a dialog, and goes to the search box, where it is seen and can be changed. */
export function askFromDialog(workbench: Workbench, query: string): void {
  askQuery(workbench, query);
  setTimeout(() => document.getElementById(SEARCH_INPUT_ID)?.focus(), AFTER_DIALOG);
}

/** Puts a link to the query of the search box on the clipboard. */
export async function copyQueryLink({ main, search, notices }: Workbench): Promise<void> {
  await valueOf(main.copyText({ text: queryLink(search.getState().query) }));
  notices.getState().notify({ tone: 'success', title: 'Link to the query copied' });
}

/** How what is found is shown: marked among the rest, alone in the graph, or alone in a table or tree. */
export type HitsDisplay = 'marked' | 'only' | 'table' | 'tree';

/** How the hits of a query are shown now; undefined where the view shows those of another query, or was narrowed in another way. */
export function hitsDisplayOf(spec: ViewSpec, picked: SearchState['picked'], query: string): HitsDisplay | undefined {
  if (spec.only === undefined) return 'marked';
  if (picked?.ids !== spec.only || picked.query !== query) return undefined;
  return spec.display ?? 'only';
}

/** Shows only what a query finds: where resources are listed, listed too. */
export async function showHitsAlone(workbench: Workbench, query: string): Promise<void> {
  const { display } = workbench.view.getState().history.present.state.spec;
  await showHits(workbench, display ?? 'only', query);
}

/** Shows what the search box finds in a way, as one step of the history. */
export async function showHits(
  workbench: Workbench,
  as: HitsDisplay,
  query = workbench.search.getState().query,
): Promise<void> {
  const { inventory, search, view, graph } = workbench;
  if (as === 'marked') {
    if (await view.getState().rearrange('Back to all', (spec) => showAs(showWhole(spec), 'graph')))
      graph.current?.fit();
    return;
  }
  const { ids } = await inventory.matches(query, ALL_MATCHES);
  if (ids.length === 0) return;
  search.getState().pick(query, ids);
  const name = `Show only hits for "${query}"`;
  if (as === 'only') {
    const shown = await view.getState().rearrange(name, (spec) => showAs(showOnly(spec, ids), 'graph'));
    if (shown) graph.current?.fit();
  } else if (await view.getState().change(`${name} as a ${as}`, (spec) => showAs(showOnly(spec, ids), as))) {
    focusContent(workbench);
  }
}

/** Goes to the next or the previous match and says which it is. */
export async function stepMatch(workbench: Workbench, by: 1 | -1): Promise<void> {
  const { search, notices } = workbench;
  const id = search.getState().step(by);
  if (id === undefined) {
    notices.getState().announce('Nothing is found to go to.');
    return;
  }
  await showNode(workbench, id);
  const { current, matches, total } = search.getState();
  const of =
    total > matches.length ? `the best ${matches.length.toLocaleString('en')}` : matches.length.toLocaleString('en');
  notices.getState().announce(`Match ${(current + 1).toLocaleString('en')} of ${of}`);
}

/** Keeps a query under a name; one of the same name is replaced. */
export async function saveQuery(workbench: Workbench, saved: SavedQuery): Promise<void> {
  const others = (await storedQueries(workbench)).filter(({ name }) => name !== saved.name);
  const savedQueries = [...others, saved].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  await store(workbench, savedQueries);
}

/** Forgets a query by its name. */
export async function forgetQuery(workbench: Workbench, name: string): Promise<void> {
  await store(
    workbench,
    (await storedQueries(workbench)).filter((saved) => saved.name !== name),
  );
}

async function storedQueries({ main }: Workbench): Promise<readonly SavedQuery[]> {
  return (await valueOf(main.getSettings())).savedQueries;
}

async function store({ main, app }: Workbench, savedQueries: readonly SavedQuery[]): Promise<void> {
  app.setState({ settings: await valueOf(main.setSettings({ savedQueries: [...savedQueries] })) });
}
