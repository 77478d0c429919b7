import { expect, it } from 'vitest';
import { graphAction } from '../../../../renderer/actions/graph-action.ts';
import type { KeyPress } from '../../../../renderer/ui/shortcuts.ts';
import { GRAPH_KEYS } from '../../../../renderer/app/graph-keys.ts';
import { graphCommand } from '../../../../renderer/graph/navigation/keymap.ts';

function press(shortcut: string): KeyPress {
  const parts = shortcut.split('+');
  return {
    key: parts.at(-1)?.replace('Space', ' ') ?? '',
    ctrlKey: parts.includes('Mod'),
    metaKey: parts.includes('Command'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  };
}

it('knows the keys of the actions that the graph listens to, whatever the caps lock and the platform', () => {
  expect(['E', 'h', 'U', 'Mod+A', 'Command+a'].map((keys) => graphAction(press(keys)))).toStrictEqual([
    'expand',
    'hide',
    'sources',
    'select-all',
    'select-all',
  ]);
});

it('leaves the keys of the window and of moving alone', () => {
  expect(['Shift+F', 'Mod+K', 'T', 'ArrowLeft', 'Enter'].map((keys) => graphAction(press(keys)))).toStrictEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});

it('moves with every key that the sheet of shortcuts lists for it', () => {
  const unknown = GRAPH_KEYS.flatMap(({ shortcuts }) => shortcuts).filter(
    (shortcut) => graphCommand(press(shortcut)) === undefined,
  );
  expect(unknown).toStrictEqual([]);
});
