import type { LinkFrame, LinkPalette, LinkScene } from '../../../../../../renderer/graph/links/worker/link-protocol.ts';

/** Three cards: two in a row, a third far below the second; a link from the first to each of the others. */
export const SCENE: LinkScene = {
  places: Float32Array.of(0, 0, 408, 0, 408, 4_000),
  ends: Uint32Array.of(0, 1, 0, 2),
  lanes: Float32Array.of(0, 0),
  traits: Uint8Array.of(0, 0),
  labels: ['runs as', 'writes to'],
  labelOf: Uint16Array.of(0, 1),
};

/** The scene with other traits. */
export function sceneOf(...traits: readonly number[]): LinkScene {
  return { ...SCENE, traits: Uint8Array.from(traits) };
}

export const PALETTE: LinkPalette = {
  canvas: 'ground',
  line: 'grey',
  access: 'pink',
  dim: 'dim',
  lit: 'blue',
  picked: 'violet',
  focused: 'ring',
  text: 'ink',
  textMuted: 'muted',
  badges: {
    critical: { face: 'red', edge: 'white', ink: 'white' },
    high: { face: 'red', edge: 'white', ink: 'white' },
    medium: { face: 'amber', edge: 'white', ink: 'black' },
    low: { face: 'white', edge: 'grey', ink: 'black' },
  },
  fontFamily: 'sans-serif',
};

/** All of the first row at zoom 1, with nothing of the third card. */
export const FRAME: LinkFrame = { zoom: 1, x: 200, y: 100, width: 800, height: 200, ratio: 1 };
