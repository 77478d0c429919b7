import { ACTION_IDS, ACTIONS, type ActionContext, type ActionId } from '../state/actions.ts';

export interface PaletteEntry {
  readonly id: ActionId;
  readonly enabled: boolean;
}

/**
 * Returns the actions whose title or group has all the words, at the beginnings of words first; of equal ones those that apply now
 * come first, else the order of the list stays.
 */
export function paletteEntries(query: string, context: ActionContext): readonly PaletteEntry[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return ACTION_IDS.flatMap((id) => {
    const { title, group, enabled } = ACTIONS[id];
    const text = `${title} ${group}`.toLowerCase();
    if (id === 'command-palette' || !words.every((word) => text.includes(word))) return [];
    const begins = words.filter((word) => ` ${text}`.includes(` ${word}`)).length;
    return [{ id, enabled: enabled(context), begins }];
  })
    .toSorted((a, b) => Number(b.enabled) - Number(a.enabled) || b.begins - a.begins)
    .map(({ id, enabled }) => ({ id, enabled }));
}
