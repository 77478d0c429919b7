import type { Direction } from './spatial.ts';

/** What a key means while the graph has the keyboard, beside the actions that have keys there (`actions/graph-action.ts`). */
export type GraphCommand =
  | { readonly does: 'move'; readonly direction: Direction }
  | { readonly does: 'follow'; readonly direction: 'outgoing' | 'incoming' }
  | { readonly does: 'cycle'; readonly step: 1 | -1 }
  | { readonly does: 'first' | 'last' }
  | { readonly does: 'pan'; readonly direction: Direction }
  | {
      readonly does: 'activate' | 'toggle' | 'links' | 'menu' | 'leave';
    };

/** The part of a keyboard event that is read. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const PLAIN: ReadonlyMap<string, GraphCommand> = new Map<string, GraphCommand>([
  ['ArrowLeft', { does: 'move', direction: 'left' }],
  ['ArrowRight', { does: 'move', direction: 'right' }],
  ['ArrowUp', { does: 'move', direction: 'up' }],
  ['ArrowDown', { does: 'move', direction: 'down' }],
  ['[', { does: 'cycle', step: -1 }],
  [']', { does: 'cycle', step: 1 }],
  ['Home', { does: 'first' }],
  ['End', { does: 'last' }],
  ['Enter', { does: 'activate' }],
  [' ', { does: 'toggle' }],
  ['l', { does: 'links' }],
  ['ContextMenu', { does: 'menu' }],
  ['Escape', { does: 'leave' }],
]);

const WITH_CONTROL: ReadonlyMap<string, GraphCommand> = new Map<string, GraphCommand>([
  ['ArrowRight', { does: 'follow', direction: 'outgoing' }],
  ['ArrowLeft', { does: 'follow', direction: 'incoming' }],
  ['ArrowDown', { does: 'cycle', step: 1 }],
  ['ArrowUp', { does: 'cycle', step: -1 }],
]);

const WITH_SHIFT: ReadonlyMap<string, GraphCommand> = new Map<string, GraphCommand>([
  ['ArrowLeft', { does: 'pan', direction: 'left' }],
  ['ArrowRight', { does: 'pan', direction: 'right' }],
  ['ArrowUp', { does: 'pan', direction: 'up' }],
  ['ArrowDown', { does: 'pan', direction: 'down' }],
]);

/** The command of a key press, or `undefined` for a key that is not the graph's. Ctrl and Cmd are the same. */
export function graphCommand(press: KeyPress): GraphCommand | undefined {
  if (press.key === 'F10' && press.shiftKey) return { does: 'menu' };
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  // Many keyboards have the brackets on AltGr, which Windows reports as Ctrl and Alt.
  if (key === '[' || key === ']') return PLAIN.get(key);
  if (press.ctrlKey || press.metaKey) return press.altKey || press.shiftKey ? undefined : WITH_CONTROL.get(key);
  if (press.altKey) return undefined;
  return press.shiftKey ? WITH_SHIFT.get(key) : PLAIN.get(key);
}
