import { courseOf, pointAt } from './courses.ts';
import type { BadgeShape, LinkBadge, LinkFrame, LinkPalette, LinkScene } from './link-protocol.ts';
import { enter, type LinkContext } from './paint-links.ts';

const HEIGHT = 14;
const FONT_SIZE = 10;
/** Below this zoom cards are compact, and so what is small must be larger. */
const FAR_BELOW = 0.8;
const FAR_SCALE = 1.35;
/** What is said from afar: all of it would cover the lines. */
const SAID_FROM_AFAR: ReadonlySet<BadgeShape> = new Set(['critical', 'high']);
/** Below this zoom nobody could read a badge. */
const UNREADABLE_BELOW = 0.16;
/** How far the ends of a pointed badge reach, and the corners of a square one. */
const POINT = 4;
const CORNER = 2;

/** Paints what fails at links on the middle of their lines, with the shapes that badges of cards have; from afar only what is serious. */
export function paintBadges(
  context: LinkContext,
  scene: LinkScene,
  badges: readonly LinkBadge[],
  palette: LinkPalette,
  frame: LinkFrame,
): void {
  if (badges.length === 0 || frame.zoom < UNREADABLE_BELOW) return;
  enter(context, frame);
  const isFar = frame.zoom < FAR_BELOW;
  const scale = isFar ? FAR_SCALE : 1;
  context.setLineDash([]);
  context.lineWidth = 1.5;
  context.font = `700 ${FONT_SIZE * scale}px ${palette.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { link, shape, text } of badges) {
    if (isFar && !SAID_FROM_AFAR.has(shape)) continue;
    const { x, y } = pointAt(courseOf(scene, link), 0.5);
    const { face, edge, ink } = palette.badges[shape];
    const width = (FONT_SIZE + text.length * 6.2) * scale;
    context.fillStyle = face;
    context.strokeStyle = edge;
    context.beginPath();
    if (shape === 'critical') addPointed(context, x, y, width / 2, (HEIGHT / 2) * scale);
    else {
      const corner = shape === 'high' ? CORNER : (HEIGHT / 2) * scale;
      context.roundRect(x - width / 2, y - (HEIGHT / 2) * scale, width, HEIGHT * scale, corner);
    }
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
