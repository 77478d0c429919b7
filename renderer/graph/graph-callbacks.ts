import type { KeyPress } from '../ui/shortcuts.ts';
import type { Position } from '../../shared/graph/view.ts';
import type { Viewport } from './viewport.ts';

/** Place on the window in CSS pixels, as in a mouse event's `clientX` and `clientY`. */
export interface ClientPoint {
  readonly x: number;
  readonly y: number;
}

/** What the user did on the canvas. Ids are those of the view's nodes and edges. Keep the object's identity between renders. */
export interface GraphCallbacks {
  selectionChanged(ids: readonly string[]): void;
  /** Double click or Enter: show the details of a resource, unfold a fold. */
  activated(id: string): void;
  /** Click on a link, or Enter while the keyboard is on it: select it and show its details. */
  edgeActivated(edge: string): void;
  /** Right click, Menu key or Shift+F10; `undefined` on the ground. The node is part of the selection. */
  menuRequested(id: string | undefined, at: ClientPoint): void;
  /** The same on a link. */
  edgeMenuRequested(edge: string, at: ClientPoint): void;
  /** A key that moves nothing, while a node, or one of its links, has the keyboard. Returns whether it was an action's. */
  actionRequested(press: KeyPress, node: string, edge: string | undefined): boolean;
  /** Fold an open area. */
  areaToggled(area: string): void;
  /** The user dragged nodes; their new positions, in graph units. */
  moved(positions: Readonly<Record<string, Position>>): void;
  /** Escape: the keyboard leaves the graph, for its toolbar. */
  left(): void;
  /** A changed view is on the screen. */
  painted(): void;
  /** What paints the links has failed; another one takes its place, or none. */
  painterFailed(message: string, isReplaced: boolean): void;
}

/** What the rest of the window can ask of the canvas. */
export interface GraphHandle {
  fit(): void;
  /** Fits the selected nodes; everything if none is selected. */
  fitSelection(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Moves the viewport by a part of what is seen. */
  pan(direction: 'left' | 'right' | 'up' | 'down'): void;
  /** Zoom 100 %, about the middle of what is seen. */
  zoomReset(): void;
  /** Brings a node into sight, and to a legible size if it is too small; does nothing for a node that is not in the view. */
  centre(id: string): void;
  /** What is seen; undefined while nothing is drawn. */
  viewport(): Viewport | undefined;
  /** Shows what was seen before, at once. */
  show(viewport: Viewport): void;
  /** Whether the user has neither moved nor zoomed since the whole was fitted. */
  isUntouched(): boolean;
  /** Gives the graph the keyboard, at this node if it is in the view. */
  focus(id?: string): void;
  /** The whole graph as a PNG file. */
  exportPng(options: PngOptions): Promise<Uint8Array<ArrayBuffer>>;
}

export interface PngOptions {
  /** Pixels per graph unit; lowered if the image would pass the limits of `png-size.ts`. */
  readonly scale: number;
}
