import type { Shortcut } from '../../shared/actions/action.ts';

/** Electron's names of keys (https://www.electronjs.org/docs/latest/api/accelerator) where they differ from the browser's. */
const NAMES: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ' ': 'Space',
};

/** Returns a shortcut as Electron's menus write it. */
export function acceleratorOf(shortcut: Shortcut): string {
  return shortcut
    .split('+')
    .map((part) => NAMES[part] ?? part)
    .join('+');
}

/**
 * Whether macOS may have the shortcut in its menu: it listens for what stands there, whatever has the focus, so that keys which
 * type or edit must not.
 */
export function isForMacMenu(shortcut: Shortcut): boolean {
  return /^(?:Mod|Alt)\+|^(?:Shift\+)?F\d+$/.test(shortcut);
}
