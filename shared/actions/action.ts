import type { Condition } from './conditions.ts';

/**
 * A key combination: `Mod+Shift+Z`, `F6`, `/`. `Mod` is Command on macOS and Control elsewhere; a single character stands for
 * what the key types, whatever modifiers the keyboard needs for it.
 */
export type Shortcut = string;

/** What a context menu is about. */
export type ContextMenu = 'node' | 'link' | 'canvas';

/** One thing the user can do, wherever it is offered: menu, context menu, palette, button, shortcut, sheet of shortcuts. */
export interface Action {
  /** Sentence case; with `…` where it asks for more before it does anything. */
  readonly title: string;
  /** The part of its menu, between separators. Actions of one section stand together. */
  readonly section: string;
  /** The submenu in which it stands, with its neighbours of the same one. */
  readonly submenu?: string;
  /** The first one is shown in menus and tooltips. */
  readonly shortcuts: readonly Shortcut[];
  /**
   * Who listens for the keys: the window (if left out); the graph and the table, while they have the focus; or the application
   * menu, for what must work when the page does not.
   */
  readonly keys?: 'graph' | 'menu';
  /** It applies when all of these hold. */
  readonly when: readonly Condition[];
  /** Marked as on when this holds. */
  readonly checked?: Condition;
  /** One of several of its section or submenu of which exactly one is on. */
  readonly choice?: true;
  /** The context menus that have it, in the order of the registry. */
  readonly on?: readonly ContextMenu[];
  /** Done by the main process, whichever side asks for it. Without: by the window. */
  readonly by?: 'main';
  /** Of the window's own: the main process does it where no window is open (macOS). */
  readonly withoutWindow?: true;
  /** What its menu entry does while a text field has the focus. */
  readonly inFields?: 'undo' | 'redo' | 'selectAll';
  /** Further words by which the palette finds it. */
  readonly words?: string;
}

/** Actions by id, in their order. */
export type ActionList = Readonly<Record<string, Action>>;
