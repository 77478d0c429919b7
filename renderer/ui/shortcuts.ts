import type { Shortcut } from '../../shared/actions/action.ts';

/** The part of a `KeyboardEvent` that decides; tests pass plain objects. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether the key press is the shortcut. */
export function matchesShortcut(press: KeyPress, shortcut: Shortcut, mac: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const wanted = new Set(parts.slice(0, -1));
  const mod = mac ? press.metaKey : press.ctrlKey;
  const otherMod = mac ? press.ctrlKey : press.metaKey;
  if (otherMod || mod !== wanted.has('Mod') || press.altKey !== wanted.has('Alt')) return false;
  // Shift only helps to type a sign such as "?"; with letters and named keys it is part of the combination.
  const shiftIsTyping = /^[^\p{L}\p{N}]$/u.test(key);
  if (!shiftIsTyping && press.shiftKey !== wanted.has('Shift')) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** Whether the shortcut would type a character: such ones are off while the focus is in a text field. */
export function isTyping(shortcut: Shortcut): boolean {
  return /^(?:Shift\+)?.$/u.test(shortcut);
}

const MAC_NAMES: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };
const NAMES: Readonly<Record<string, string>> = { Mod: 'Ctrl' };
const KEY_NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** Returns the keys of a shortcut as printed on the user's keyboard: `['Ctrl', 'Shift', 'Z']`. */
export function shortcutKeys(shortcut: Shortcut, mac: boolean): readonly string[] {
  return shortcut.split('+').map((part) => (mac ? MAC_NAMES[part] : NAMES[part]) ?? KEY_NAMES[part] ?? part);
}
