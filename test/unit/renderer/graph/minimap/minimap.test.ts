import { describe, expect, it } from 'vitest';
import {
  boundsOfCards,
  isWhole,
  minimapScale,
  panTo,
  seenPart,
} from '../../../../../renderer/graph/minimap/minimap-scale.ts';
import { type MinimapContext, paintMinimap } from '../../../../../renderer/graph/minimap/paint-minimap.ts';
import { THEMES } from '../../../../../renderer/ui/theme/tokens.ts';
import { buildView } from '../../../../../shared/graph/view/build-view.ts';
import { INITIAL_VIEW } from '../../../../../shared/graph/view.ts';
import { makeGraph } from '../../../../tools/make-graph.ts';

const MOST = { width: 200, height: 136 };
const SCREEN = { width: 800, height: 600 };
const BOUNDS = { x1: -1000, y1: 0, x2: 3000, y2: 1000 };

describe('the scale of a minimap', () => {
  it('makes the whole graph fit, in its own shape', () => {
    const { scale, offset, size } = minimapScale(BOUNDS, MOST);
    expect(size).toStrictEqual({ width: 200, height: 59 });
    expect([BOUNDS.x1 * scale + offset.x, BOUNDS.x2 * scale + offset.x]).toStrictEqual([6, 194]);
    expect(minimapScale({ x1: 0, y1: 0, x2: 1, y2: 9000 }, MOST).size).toStrictEqual({ width: 60, height: 136 });
  });

  it('takes in whole cards', () => {
    expect(boundsOfCards([])).toBeUndefined();
    expect(
      boundsOfCards([
        { x: 0, y: 0 },
        { x: 400, y: 90 },
      ]),
    ).toStrictEqual({ x1: -104, y1: -20, x2: 504, y2: 110 });
  });

  it('frames what is seen, and a click on its middle leaves the view where it is', () => {
    const scale = minimapScale(BOUNDS, MOST);
    const viewport = { zoom: 0.5, pan: { x: 100, y: 50 } };
    const { x1, y1, x2, y2 } = seenPart(viewport, SCREEN, scale);
    const left = (x: number): number => ((x - viewport.pan.x) / viewport.zoom) * scale.scale + scale.offset.x;
    const top = (y: number): number => ((y - viewport.pan.y) / viewport.zoom) * scale.scale + scale.offset.y;
    expect([x1, x2, y1]).toStrictEqual([left(0), left(SCREEN.width), top(0)]);
    expect(y2).toBe(Math.min(scale.size.height, top(SCREEN.height)));
    const middle = { x: left(SCREEN.width / 2), y: top(SCREEN.height / 2) };
    const pan = panTo(middle, viewport.zoom, SCREEN, scale);
    expect([Math.round(pan.x), Math.round(pan.y)]).toStrictEqual([100, 50]);
  });

  it('knows when there is nothing out of sight', () => {
    expect(isWhole({ zoom: 0.2, pan: { x: 200, y: 0 } }, SCREEN, BOUNDS)).toBe(true);
    expect(isWhole({ zoom: 0.21, pan: { x: 200, y: 0 } }, SCREEN, BOUNDS)).toBe(false);
  });
});

describe('the picture of a minimap', () => {
  it('has a mark for each card in the colour of its kind, and selected ones above the others', () => {
    const nodes = Array.from({ length: 3000 }, (_, index) => ({
      id: `n${index}`,
      kind: index % 2 === 0 ? ('gcp-ai-platform-custom-job' as const) : ('gcp-storage-bucket' as const),
    }));
    const view = buildView(makeGraph(nodes, []), { ...INITIAL_VIEW, limit: 5000 }, new Map());
    const positions = Object.fromEntries(nodes.map(({ id }, index) => [id, { x: (index % 60) * 240, y: index }]));
    const painted = new Map<string, number>();
    let last = '';
    const context: MinimapContext = {
      fillStyle: '',
      strokeStyle: '',
      setTransform: () => undefined,
      clearRect: () => undefined,
      strokeRect: () => undefined,
      fillRect() {
        // Only colours are set.
        last = context.fillStyle as string;
        painted.set(last, (painted.get(last) ?? 0) + 1);
      },
    };
    const { dark } = THEMES;
    const bounds = boundsOfCards(Object.values(positions)) ?? BOUNDS;
    const picture = { nodes: view.nodes, positions, boxes: [], selected: new Set(['n7']) };
    paintMinimap(context, picture, minimapScale(bounds, MOST), dark, 2);
    expect([...painted]).toStrictEqual([
      [dark.hues.blue, 1500],
      [dark.hues.sky, 1499],
      [dark.focus, 1],
    ]);
    expect(last).toBe(dark.focus);
  });
});
