import { expect, it } from 'vitest';
import { acceleratorOf, isForMacMenu } from '../../../../electron/app/accelerator.ts';

it("names keys in Electron's way", () => {
  expect(['Mod+Shift+Z', 'Alt+ArrowLeft', 'Mod+Alt+=', 'F5', '?'].map(acceleratorOf)).toStrictEqual([
    'CmdOrCtrl+Shift+Z',
    'Alt+Left',
    'CmdOrCtrl+Alt+=',
    'F5',
    '?',
  ]);
});

it('keeps keys that type or leave something out of the menu of macOS', () => {
  const shortcuts = ['Mod+Z', 'Alt+ArrowLeft', 'Shift+F3', 'F6', 'T', 'Shift+N', 'Escape', '/'];
  expect(shortcuts.filter(isForMacMenu)).toStrictEqual(['Mod+Z', 'Alt+ArrowLeft', 'Shift+F3', 'F6']);
});
