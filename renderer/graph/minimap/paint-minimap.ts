import type { Position, ViewNode } from '../../../shared/graph/view.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import type { ThemeTokens } from '../../ui/theme/tokens.ts';
import type { AreaBox } from '../layouts/worker/area-boxes.ts';
import { CARD } from '../style/card.ts';
import type { MinimapScale } from './minimap-scale.ts';

/** The part of a 2D context that is used; tests pass a double. */
export type MinimapContext = Pick<
  CanvasRenderingContext2D,
  'clearRect' | 'fillRect' | 'fillStyle' | 'setTransform' | 'strokeRect' | 'strokeStyle'
>;

/** What is painted. */
export interface MinimapPicture {
  readonly nodes: readonly ViewNode[];
  readonly positions: Readonly<Record<string, Position>>;
  readonly boxes: readonly AreaBox[];
  /** Selected nodes, which stand out. */
  readonly selected: ReadonlySet<string>;
}

/** Least side of a card in CSS pixels, so that it is seen. */
const LEAST = 1.5;

/** Paints cards in the colours of their kinds, one colour after the other. Linear, and without paths: a frame has room for 3,000. */
export function paintMinimap(
  context: MinimapContext,
  { nodes, positions, boxes, selected }: MinimapPicture,
  { scale, offset, size }: MinimapScale,
  tokens: ThemeTokens,
  pixelRatio: number,
): void {
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  context.fillStyle = tokens.surface3;
  context.strokeStyle = tokens.borderStrong;
  for (const { x1, y1, x2, y2 } of boxes) {
    const place = [x1 * scale + offset.x, y1 * scale + offset.y, (x2 - x1) * scale, (y2 - y1) * scale] as const;
    context.fillRect(...place);
    context.strokeRect(...place);
  }
  const width = Math.max(LEAST, CARD.width * scale);
  const height = Math.max(LEAST, CARD.height * scale);
  for (const [colour, places] of byColour(nodes, positions, selected, tokens)) {
    context.fillStyle = colour;
    for (const { x, y } of places) {
      context.fillRect(x * scale + offset.x - width / 2, y * scale + offset.y - height / 2, width, height);
    }
  }
}

function byColour(
  nodes: readonly ViewNode[],
  positions: Readonly<Record<string, Position>>,
  selected: ReadonlySet<string>,
  tokens: ThemeTokens,
): ReadonlyMap<string, readonly Position[]> {
  const groups = new Map<string, Position[]>();
  const marked: Position[] = [];
  for (const { id, kind, area } of nodes) {
    const position = positions[id];
    if (position === undefined) continue;
    if (selected.has(id)) {
      marked.push(position);
      continue;
    }
    const colour = area === id ? tokens.textMuted : tokens.hues[kindById(kind).appearance.hue];
    const group = groups.get(colour);
    if (group === undefined) groups.set(colour, [position]);
    else group.push(position);
  }
  // Painted last, so that nothing covers it.
  if (marked.length > 0) groups.set(tokens.focus, marked);
  return groups;
}
