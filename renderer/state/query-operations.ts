import type { SavedQuery } from '../../shared/ipc/contract.ts';
import { valueOf } from '../api/client.ts';
import { showNode, showOnlyNodes } from './node-operations.ts';
import { SEARCH_INPUT_ID } from './search-store.ts';
import type { Workbench } from './workbench.ts';

/** Most hits that are shown alone: a view is drawn of them all. */
const ALL_MATCHES = 100_000;

/** Puts a query into the search box. */
export function askQuery({ search }: Workbench, query: string): void {
  search.getState().setQuery(query);
}

/** A dialog that closes gives the focus back to where it was; only then can it go on to the search box. */
const AFTER_DIALOG = 60;

/** Asks a query chosen in a dialog, and goes to the search box, where it is seen and can be changed. */
export function askFromDialog(workbench: Workbench, query: string): void {
  askQuery(workbench, query);
  setTimeout(() => document.getElementById(SEARCH_INPUT_ID)?.focus(), AFTER_DIALOG);
}

/** Shows only what the search box finds. */
export async function showOnlyMatches(workbench: Workbench, query: string): Promise<void> {
  const { ids } = await workbench.inventory.matches(query, ALL_MATCHES);
  if (ids.length > 0) await showOnlyNodes(workbench, ids, `Show only hits for "${query}"`);
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
