import { describe, expect, it } from 'vitest';
import { isTyping, matchesShortcut, shortcutKeys, type KeyPress } from '../../../../renderer/ui/shortcuts.ts';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe('shortcuts', () => {
  it('takes Control for Mod, and Command on macOS', () => {
    expect(matchesShortcut(press('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true);
    expect(matchesShortcut(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true);
    expect(matchesShortcut(press('k', { ctrlKey: true }), 'Mod+K', true)).toBe(false);
    expect(matchesShortcut(press('k', { ctrlKey: true, metaKey: true }), 'Mod+K', false)).toBe(false);
  });

  it('tells combinations with Shift from those without', () => {
    expect(matchesShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', false)).toBe(true);
    expect(matchesShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z', false)).toBe(false);
    expect(matchesShortcut(press('F6', { shiftKey: true }), 'F6', false)).toBe(false);
  });

  it('takes a sign whatever keys type it', () => {
    expect(matchesShortcut(press('?', { shiftKey: true }), '?', false)).toBe(true);
    expect(matchesShortcut(press('/', { shiftKey: true }), '/', false)).toBe(true);
    expect(matchesShortcut(press('/', { ctrlKey: true }), '/', false)).toBe(false);
  });

  it('knows which shortcuts type a character', () => {
    expect(['/', '?', 'Mod+K', 'F6'].map(isTyping)).toStrictEqual([true, true, false, false]);
  });

  it('names the keys of the keyboard at hand', () => {
    expect(shortcutKeys('Mod+Shift+Z', false)).toStrictEqual(['Ctrl', 'Shift', 'Z']);
    expect(shortcutKeys('Mod+Shift+Z', true)).toStrictEqual(['⌘', '⇧', 'Z']);
    expect(shortcutKeys('Alt+ArrowLeft', false)).toStrictEqual(['Alt', '←']);
  });
});
