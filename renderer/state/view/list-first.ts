import type { View } from '../../../shared/graph/view.ts';
import { amendPresent } from './history.ts';
import { showAs } from './view-changes.ts';
import type { Workbench } from '../workbench.ts';

/**
 * Resources beyond which an inventory opens as a table. The graph draws some 120 cards however many there are; from here on a card
 * stands for more than 150 resources, and nothing can be found by looking at them.
 */
const LISTED_BEYOND = 20_000;

/** Whether a view has more than the graph can show well. */
export function listsFirst({ shown, left }: Pick<View, 'shown' | 'left'>): boolean {
  const notDrawn = left.find(({ reason }) => reason === 'limit')?.count ?? 0;
  return shown + notDrawn > LISTED_BEYOND;
}

/** Shows the first view of a large inventory as a table, which is not a step to be undone; the graph is drawn below it all the same. */
export function listIfLarge({ view, table }: Workbench): void {
  const { laidOut } = view.getState();
  if (laidOut === undefined || !listsFirst(laidOut.view)) return;
  table.getState().noteListedFirst(true);
  view.setState(({ history }) => {
    const { state } = history.present;
    return { history: amendPresent(history, { ...state, spec: showAs(state.spec, 'table') }) };
  });
}

/** Why the table came first: what the graph would show. */
export function listedFirstText({ shown, left, nodes }: View): string {
  const notDrawn = left.find(({ reason }) => reason === 'limit')?.count ?? 0;
  const cards = nodes.length.toLocaleString('en');
  const each = Math.round(shown / Math.max(1, nodes.length)).toLocaleString('en');
  const rest = notDrawn === 0 ? '' : `, and leaves out ${notDrawn.toLocaleString('en')}`;
  return `The graph draws these resources as ${cards} cards, each for ${each} on the average${rest}, so the table came first. Filter, search or show the tree to narrow it down.`;
}
