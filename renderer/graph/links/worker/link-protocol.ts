/** What a link looks like besides its course; bits of `LinkScene.traits`. */
export const TRAIT = {
  derived: 1,
  heuristic: 2,
  /** Stands for more than one link. */
  merged: 4,
  sourceHead: 8,
  targetHead: 16,
  /** No data flows: a dot in the place of an arrow head. */
  roundHead: 32,
  /** Made by a policy: open heads and a colour of its own. */
  access: 64,
  /** Bears the name of its relation where names are written unasked. */
  first: 128,
} as const;

/** The links of a drawing as flat lists. A link is named by its number in them, a card by its number in `places`. */
export interface LinkScene {
  /** x and y of the centre of each card, in graph units. */
  readonly places: Float32Array;
  /** Numbers of the source's and of the target's card, for each link. */
  readonly ends: Uint32Array;
  /** Lane of each link among those that join the same two cards (see `routeLink`). */
  readonly lanes: Float32Array;
  readonly traits: Uint8Array;
  /** What may be written on links, and which of these texts belongs to which link. */
  readonly labels: readonly string[];
  readonly labelOf: Uint16Array;
}

/** How a badge looks, by the worst that fails; what is less than medium has only an outline. */
export type BadgeShape = 'critical' | 'high' | 'medium' | 'low';

/** What fails at a link, on the middle of its line. */
export interface LinkBadge {
  readonly link: number;
  readonly shape: BadgeShape;
  /** `H 3`. */
  readonly text: string;
}

/** Which links stand out. Those of later lists are drawn over those of earlier ones. */
export interface LinkMarks {
  readonly lit: Uint32Array;
  readonly traced: Uint32Array;
  readonly hovered: Uint32Array;
  readonly picked: Uint32Array;
  /** With the keyboard. */
  readonly focused: Uint32Array;
  /** With the name of their relation. */
  readonly named: Uint32Array;
  readonly badges: readonly LinkBadge[];
  /** All others recede. */
  readonly dimmed: boolean;
}

/** Colours as `#rrggbb`. */
export interface LinkPalette {
  readonly canvas: string;
  readonly line: string;
  readonly access: string;
  /** Of links that recede. */
  readonly dim: string;
  readonly lit: string;
  readonly picked: string;
  readonly focused: string;
  readonly text: string;
  readonly textMuted: string;
  readonly badges: Readonly<Record<BadgeShape, { readonly face: string; readonly edge: string; readonly ink: string }>>;
  readonly fontFamily: string;
}

/** A part of the graph as a picture: a point p of the graph is at p * zoom + (x, y) in it. All but `zoom` in CSS pixels. */
export interface LinkFrame {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for each CSS pixel. */
  readonly ratio: number;
}

/** The two pictures: all links, and over it those that stand out. */
export type LinkLayerName = 'links' | 'marks';

/** What is to be drawn from now on; what is left out stays as it was. */
export interface LinkDrawing {
  readonly scene?: LinkScene;
  readonly marks?: LinkMarks;
  readonly palette?: LinkPalette;
  readonly frame?: LinkFrame;
}

export type LinkRequest =
  /** Requests are counted, so that one can tell whether a picture is up to date. */
  | { readonly type: 'draw'; readonly number: number; readonly drawing: LinkDrawing }
  /** Asks for a picture of its own, such as for a file. */
  | { readonly type: 'picture'; readonly id: number; readonly frame: LinkFrame };

export type LinkAnswer =
  | {
      readonly type: 'drawn';
      readonly layer: LinkLayerName;
      /** The last request that the picture answers. */
      readonly number: number;
      readonly frame: LinkFrame;
      readonly image: ImageBitmap;
    }
  | { readonly type: 'picture'; readonly id: number; readonly image: ImageBitmap };

/** Nothing stands out. */
export const NO_MARKS: LinkMarks = {
  lit: new Uint32Array(),
  traced: new Uint32Array(),
  hovered: new Uint32Array(),
  picked: new Uint32Array(),
  focused: new Uint32Array(),
  named: new Uint32Array(),
  badges: [],
  dimmed: false,
};
