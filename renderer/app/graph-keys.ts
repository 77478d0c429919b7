import type { Shortcut } from '../../shared/actions/action.ts';

/** Keys by which one moves over the graph (see `graph/navigation/keymap.ts`), for the sheet of shortcuts. */
export const GRAPH_KEYS: readonly { readonly title: string; readonly shortcuts: readonly Shortcut[] }[] = [
  { title: 'To the nearest node that way', shortcuts: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  { title: 'Follow a link out', shortcuts: ['Mod+ArrowRight'] },
  { title: 'Follow a link in', shortcuts: ['Mod+ArrowLeft'] },
  { title: 'Next and previous neighbour', shortcuts: [']', '['] },
  { title: 'Links of the node, one after the other', shortcuts: ['L'] },
  { title: 'Details, or unfold', shortcuts: ['Enter'] },
  { title: 'Add to the selection', shortcuts: ['Space'] },
  {
    title: 'Move the view',
    shortcuts: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'],
  },
  { title: 'First and last node', shortcuts: ['Home', 'End'] },
  { title: 'Menu of the node', shortcuts: ['Shift+F10'] },
  { title: 'Leave the graph', shortcuts: ['Escape'] },
];
