import { describe, expect, it } from 'vitest';
import { graphCommand } from '../../../../../renderer/graph/navigation/keymap.ts';
import type { KeyPress } from '../../../../../renderer/graph/navigation/keymap.ts';

function press(key: string, modifiers: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...modifiers };
}

describe('graphCommand', () => {
  it.each([
    [press('ArrowUp'), { does: 'move', direction: 'up' }],
    [press('ArrowRight', { ctrlKey: true }), { does: 'follow', direction: 'outgoing' }],
    [press('ArrowLeft', { shiftKey: true }), { does: 'pan', direction: 'left' }],
    [press('ArrowLeft', { metaKey: true }), { does: 'follow', direction: 'incoming' }],
    [press(']'), { does: 'cycle', step: 1 }],
    [press('[', { ctrlKey: true, altKey: true }), { does: 'cycle', step: -1 }],
    [press('l'), { does: 'links' }],
    [press('F10', { shiftKey: true }), { does: 'menu' }],
    [press('Escape'), { does: 'leave' }],
  ])('knows %o', (key, command) => {
    expect(graphCommand(key)).toStrictEqual(command);
  });

  it.each([
    press('k', { ctrlKey: true }),
    press('/'),
    press('f', { ctrlKey: true }),
    press('ArrowLeft', { altKey: true }),
    press('h', { shiftKey: true }),
    press('Tab'),
    press('F10'),
    press('e'),
    press('a', { ctrlKey: true }),
    press('h', { ctrlKey: true, shiftKey: true }),
  ])('leaves %o to the window', (key) => {
    expect(graphCommand(key)).toBeUndefined();
  });
});
