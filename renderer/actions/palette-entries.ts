import { ACTION_IDS, actionOf, menuTitleOf, type ActionId } from '../../shared/actions/actions.ts';
import { whyNot, type Conditions } from '../../shared/actions/conditions.ts';

export interface PaletteEntry {
  readonly id: ActionId;
  /** Why it does not apply now; undefined where it does. */
  readonly whyNot: string | undefined;
}

/**
 * Returns the actions whose title, menu or further words have all the words of the query: those that apply now first, of these
 * the ones with the words in the title, and at the beginnings of words; else the order of the menus stays.
 */
export function paletteEntries(query: string, conditions: Conditions): readonly PaletteEntry[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return ACTION_IDS.flatMap((id) => {
    const action = actionOf(id);
    const title = ` ${action.title.toLowerCase()}`;
    const text = `${title} ${menuTitleOf(id).toLowerCase()} ${action.words ?? ''}`;
    if (id === 'command-palette' || !words.every((word) => text.includes(word))) return [];
    const inTitle = words.filter((word) => title.includes(word)).length;
    const begins = words.filter((word) => text.includes(` ${word}`)).length;
    return [{ entry: { id, whyNot: whyNot(action, conditions) }, rank: 2 * inTitle + begins }];
  })
    .toSorted((a, b) => Number(b.entry.whyNot === undefined) - Number(a.entry.whyNot === undefined) || b.rank - a.rank)
    .map(({ entry }) => entry);
}
