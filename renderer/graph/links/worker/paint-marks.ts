import { courseOf, pointBeforeEnd } from './courses.ts';
import type { LinkFrame, LinkMarks, LinkPalette } from './link-protocol.ts';
import { TRAIT } from './link-protocol.ts';
import { paintBadges } from './paint-badges.ts';
import { byPen, enter, type LinkContext, paintHeads, type RoutedLinks, strokeLinks } from './paint-links.ts';

/** Relations are written on links unasked when there are at most so many, from a zoom on: with more, they would cover each other. */
const NAMED_LINKS = [
  { links: 60, zoom: 0.8 },
  { links: 400, zoom: 1.6 },
] as const;

/** Below this zoom cards are so small that what is written on links must be larger. */
const FAR_BELOW = 0.8;
/** Size of a label, and what it keeps from the link's target: estimates by its characters, as a few pixels do not matter. */
const NEAR_LABEL = { size: 10, before: 16, perCharacter: 2.75 } as const;
const FAR_LABEL = { size: 17, before: 18, perCharacter: 4.7 } as const;
const PADDING = 2;

const WIDTHS = { lit: 2, traced: 2.5, hovered: 3, picked: 3 } as const;

/** Paints the links that stand out, with their names. */
export function paintMarks(
  context: LinkContext,
  links: RoutedLinks,
  marks: LinkMarks,
  palette: LinkPalette,
  frame: LinkFrame,
): void {
  enter(context, frame);
  emphasise(context, links, marks.lit, palette, palette.lit, WIDTHS.lit);
  emphasise(context, links, marks.traced, palette, palette.lit, WIDTHS.traced);
  emphasise(context, links, marks.hovered, palette, palette.lit, WIDTHS.hovered);
  halo(context, links, marks.picked, palette.picked, WIDTHS.picked + 10, 0.22);
  emphasise(context, links, marks.picked, palette, palette.picked, WIDTHS.picked);
  halo(context, links, marks.focused, palette.focused, WIDTHS.lit + 8, 0.75);
  emphasise(context, links, marks.focused, palette, undefined, undefined);
  paintNames(context, links, marks.named, palette, frame, palette.text);
  paintBadges(context, links.scene, marks, palette, frame);
}

/** Paints the names of relations that are written unasked, if there is room for them. */
export function paintFirstNames(
  context: LinkContext,
  links: RoutedLinks,
  palette: LinkPalette,
  frame: LinkFrame,
): void {
  const { traits } = links.scene;
  if (!NAMED_LINKS.some((limit) => traits.length <= limit.links && frame.zoom >= limit.zoom)) return;
  enter(context, frame);
  const first = [...traits.keys()].filter((number) => ((traits[number] ?? 0) & TRAIT.first) !== 0);
  paintNames(context, links, first, palette, frame, palette.textMuted);
}

/** Links in one colour and width, or as they are if none is given. */
function emphasise(
  context: LinkContext,
  links: RoutedLinks,
  numbers: Uint32Array,
  palette: LinkPalette,
  colour: string | undefined,
  width: number | undefined,
): void {
  for (const [pen, alike] of byPen(links.scene, numbers, palette, colour, width)) {
    strokeLinks(context, links.courses, alike, pen);
    paintHeads(context, links, alike, pen.colour);
  }
}

function halo(
  context: LinkContext,
  { courses }: RoutedLinks,
  numbers: Uint32Array,
  colour: string,
  width: number,
  opacity: number,
): void {
  if (numbers.length === 0) return;
  context.globalAlpha = opacity;
  strokeLinks(context, courses, numbers, { colour, width, dash: [] });
  context.globalAlpha = 1;
}

/** A name stands before the target, just outside of the arrow head: there the links of a hub come together. */
function paintNames(
  context: LinkContext,
  { scene }: RoutedLinks,
  numbers: Iterable<number>,
  palette: LinkPalette,
  { zoom }: LinkFrame,
  colour: string,
): void {
  const { size, before, perCharacter } = zoom < FAR_BELOW ? FAR_LABEL : NEAR_LABEL;
  context.font = `${size}px ${palette.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const number of numbers) {
    const label = scene.labels[scene.labelOf[number] ?? 0] ?? '';
    const { x, y } = pointBeforeEnd(courseOf(scene, number), before + perCharacter * label.length);
    const { width } = context.measureText(label);
    context.fillStyle = palette.canvas;
    context.beginPath();
    context.roundRect(x - width / 2 - PADDING, y - size / 2 - PADDING, width + 2 * PADDING, size + 2 * PADDING, 3);
    context.fill();
    context.fillStyle = colour;
    context.fillText(label, x, y);
  }
}
