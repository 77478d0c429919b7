import { badgePlaces } from './badge-places.ts';
import type { BadgeShape, LinkFrame, LinkMarks, LinkPalette, LinkScene } from './link-protocol.ts';
import { enter, type LinkContext } from './paint-links.ts';

const HEIGHT = 14;
const FONT_SIZE = 10;
/** Below this zoom cards are compact, and so what is small must be larger. */
const FAR_BELOW = 0.8;
const FAR_SCALE = 1.35;
/** Up to this zoom only what is serious is said unasked: all of it would cover the lines. */
const ALL_ABOVE = 1.25;
/** The worst first: it has the first choice of a place. */
const RANKS: Readonly<Record<BadgeShape, number>> = { critical: 0, high: 1, medium: 2, low: 3 };
/** Below this zoom nobody could read a badge. */
const UNREADABLE_BELOW = 0.16;
/** How far the ends of a pointed badge reach, and the corners of a square one. */
const POINT = 4;
const CORNER = 2;

/**
 * Paints what fails at links on their lines, with the shapes that badges of cards have: what is serious, close by and at links that
 * stand out all of it. A badge that would cover a card or a worse badge is left out; while others recede, so are theirs.
 */
export function paintBadges(
  context: LinkContext,
  scene: LinkScene,
  marks: LinkMarks,
  palette: LinkPalette,
  frame: LinkFrame,
): void {
  const { badges, lit, traced, hovered, picked, focused, dimmed } = marks;
  if (badges.length === 0 || frame.zoom < UNREADABLE_BELOW) return;
  enter(context, frame);
  const scale = frame.zoom < FAR_BELOW ? FAR_SCALE : 1;
  const height = HEIGHT * scale;
  const places = badgePlaces(scene);
  const standingOut = new Set([lit, traced, hovered, picked, focused].flatMap((links) => [...links]));
  context.setLineDash([]);
  context.lineWidth = 1.5;
  context.font = `700 ${FONT_SIZE * scale}px ${palette.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { link, shape, text } of badges.toSorted((left, right) => RANKS[left.shape] - RANKS[right.shape])) {
    const standsOut = standingOut.has(link);
    if (!standsOut && (dimmed || (RANKS[shape] > RANKS.high && frame.zoom < ALL_ABOVE))) continue;
    const width = (FONT_SIZE + text.length * 6.2) * scale;
    const place = places.take(link, { width, height });
    if (place === undefined) continue;
    const { x, y } = place;
    const { face, edge, ink } = palette.badges[shape];
    context.fillStyle = face;
    context.strokeStyle = edge;
    context.beginPath();
    if (shape === 'critical') addPointed(context, x, y, width / 2, height / 2);
    else context.roundRect(x - width / 2, y - height / 2, width, height, shape === 'high' ? CORNER : height / 2);
    context.fill();
    context.stroke();
    context.fillStyle = ink;
    context.fillText(text, x, y);
  }
}

function addPointed(context: LinkContext, x: number, y: number, across: number, down: number): void {
  context.moveTo(x - across - POINT, y);
  context.lineTo(x - across + 2, y - down);
  context.lineTo(x + across - 2, y - down);
  context.lineTo(x + across + POINT, y);
  context.lineTo(x + across - 2, y + down);
  context.lineTo(x - across + 2, y + down);
  context.closePath();
}
