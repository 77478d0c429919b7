import type { ListRow } from '../inventory/worker/protocol/table-protocol.ts';

/** Where the keyboard goes in a table of `total` rows with `page` rows in sight; undefined for a key that moves nowhere. */
export function movedRow(key: string, at: number, total: number, page: number): number | undefined {
  const last = total - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  };
  const wanted = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return wanted === undefined || last < 0 ? undefined : Math.max(0, Math.min(last, wanted));
}

/** What the arrow keys to the sides do in a tree: open or close the group there, or go to another row. */
export type TreeMove =
  | { readonly does: 'toggle'; readonly group: string }
  | { readonly does: 'go'; readonly to: number };

/**
 * Right opens a closed group and goes into an open one; left closes an open one and goes from anything else to the group it is in
 * (https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/). Undefined where the key does nothing there.
 */
export function treeMove(key: string, at: number, rowAt: (index: number) => ListRow | undefined): TreeMove | undefined {
  const row = rowAt(at);
  if (row?.tree === undefined || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return undefined;
  const group = 'group' in row ? row.group : undefined;
  if (key === 'ArrowRight') {
    if (group === undefined) return undefined;
    return group.isOpen ? { does: 'go', to: at + 1 } : { does: 'toggle', group: group.id };
  }
  if (group?.isOpen === true) return { does: 'toggle', group: group.id };
  const parent = parentRow(at, rowAt);
  return parent === undefined ? undefined : { does: 'go', to: parent };
}

/** The row of the group a row is in; undefined at the top, and where the rows between are not there. */
function parentRow(at: number, rowAt: (index: number) => ListRow | undefined): number | undefined {
  const row = rowAt(at);
  if (row?.tree === undefined || row.tree.level === 1) return undefined;
  // Resources stand right below their group, one after the other.
  if ('node' in row) return at - row.tree.position;
  for (let index = at - 1; index >= 0; index -= 1) {
    const above = rowAt(index)?.tree;
    if (above === undefined) return undefined;
    if (above.level < row.tree.level) return index;
  }
  return undefined;
}
