import type { View } from '../../../../shared/graph/view.ts';
import type { InventoryChanges } from '../protocol/protocol.ts';

/** Returns the view nodes, folds among them, that stand for resources which came or changed. */
export function newsIn(
  view: View,
  { added, changed }: InventoryChanges,
): Readonly<Record<string, 'added' | 'changed'>> {
  const kindOfNews = new Map<string, 'added' | 'changed'>([
    ...added.map((id): [string, 'added'] => [id, 'added']),
    ...changed.map((id): [string, 'changed'] => [id, 'changed']),
  ]);
  const news: Record<string, 'added' | 'changed'> = {};
  for (const { id, members } of view.nodes) {
    const all = (members ?? [id]).map((member) => kindOfNews.get(member));
    // A fold is new when all of it is; with one new member among old ones it has changed.
    if (all.every((each) => each === 'added')) news[id] = 'added';
    else if (all.some((each) => each !== undefined)) news[id] = 'changed';
  }
  return news;
}
