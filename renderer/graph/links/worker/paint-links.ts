import { COURSE_LENGTH } from './courses.ts';
import { type LinkFrame, type LinkPalette, type LinkScene, TRAIT } from './link-protocol.ts';

/** What painting needs of a canvas; tests pass one that notes what is done. */
export type LinkContext = Pick<
  OffscreenCanvasRenderingContext2D,
  | 'setTransform'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'closePath'
  | 'arc'
  | 'roundRect'
  | 'stroke'
  | 'fill'
  | 'setLineDash'
  | 'fillText'
  | 'measureText'
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'globalAlpha'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
>;

/** How lines are drawn. */
export interface Pen {
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[];
}

/** The links of a scene with their courses (`coursesOf`). */
export interface RoutedLinks {
  readonly scene: LinkScene;
  readonly courses: Float32Array;
}

const WIDTH = 1.25;
const MERGED_WIDTH = 1.9;
const SOLID: readonly number[] = [];
const DERIVED_DASH = [12, 4];
const HEURISTIC_DASH = [4, 4];
/** Length and half the width of an arrow head, and the radius of a dot. */
const HEAD = { length: 6.5, half: 3.3, notch: 3.25, radius: 3 } as const;
/** Lines of one path: more make it slow, fewer cost a call each. */
const PATH = 120;

/** Moves and scales the canvas so that one draws on it in graph units. */
export function enter(context: LinkContext, { zoom, x, y, ratio }: LinkFrame): void {
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
}

/**
 * Paints all links that reach into the frame, those of one look together; `colour` makes them all of one. Yields after each piece
 * of work.
 */
export function* paintLinks(
  context: LinkContext,
  links: RoutedLinks,
  palette: LinkPalette,
  frame: LinkFrame,
  colour?: string,
): Generator<void> {
  enter(context, frame);
  for (const [pen, numbers] of byPen(links.scene, visible(links.courses, frame), palette, colour)) {
    for (let from = 0; from < numbers.length; from += PATH) {
      strokeLinks(context, links.courses, numbers.slice(from, from + PATH), pen);
      yield;
    }
    for (let from = 0; from < numbers.length; from += PATH) {
      paintHeads(context, links, numbers.slice(from, from + PATH), pen.colour);
      yield;
    }
  }
}

/** The numbers of the links of which the box around start, end and control points meets the frame. */
export function visible(courses: Float32Array, { zoom, x, y, width, height }: LinkFrame): number[] {
  const left = -x / zoom;
  const top = -y / zoom;
  const right = left + width / zoom;
  const bottom = top + height / zoom;
  const numbers: number[] = [];
  for (let at = 0; at < courses.length; at += COURSE_LENGTH) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [courses[at], courses[at + 1], courses[at + 6], courses[at + 7]];
    const [c1 = 0, d1 = 0, c2 = 0, d2 = 0] = [courses[at + 2], courses[at + 3], courses[at + 4], courses[at + 5]];
    if (Math.max(x1, x2, c1, c2) < left || Math.min(x1, x2, c1, c2) > right) continue;
    if (Math.max(y1, y2, d1, d2) < top || Math.min(y1, y2, d1, d2) > bottom) continue;
    numbers.push(at / COURSE_LENGTH);
  }
  return numbers;
}

/** Links by the pen they are drawn with, all of one colour or width where one is given. */
export function byPen(
  scene: LinkScene,
  numbers: Iterable<number>,
  palette: LinkPalette,
  colour?: string,
  width?: number,
): ReadonlyMap<Pen, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const number of numbers) {
    const look = (scene.traits[number] ?? 0) & LOOK;
    const group = groups.get(look);
    if (group === undefined) groups.set(look, [number]);
    else group.push(number);
  }
  return new Map([...groups].map(([look, group]) => [penOf(look, palette, colour, width), group]));
}

/** The traits that make up a pen. */
const LOOK = TRAIT.derived | TRAIT.heuristic | TRAIT.merged | TRAIT.access;

function penOf(traits: number, palette: LinkPalette, colour?: string, width?: number): Pen {
  const own = (traits & TRAIT.access) === 0 ? palette.line : palette.access;
  const dash =
    (traits & TRAIT.heuristic) !== 0 ? HEURISTIC_DASH : (traits & TRAIT.derived) !== 0 ? DERIVED_DASH : SOLID;
  return {
    colour: colour ?? own,
    width: width ?? ((traits & TRAIT.merged) === 0 ? WIDTH : MERGED_WIDTH),
    dash,
  };
}

/** Strokes links in one path. */
export function strokeLinks(context: LinkContext, courses: Float32Array, numbers: Iterable<number>, pen: Pen): void {
  context.strokeStyle = pen.colour;
  context.lineWidth = pen.width;
  context.setLineDash([...pen.dash]);
  context.beginPath();
  for (const number of numbers) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, x4 = 0, y4 = 0] = course(courses, number);
    context.moveTo(x1, y1);
    context.bezierCurveTo(x2, y2, x3, y3, x4, y4);
  }
  context.stroke();
}

function course(courses: Float32Array, number: number): Float32Array {
  return courses.subarray(number * COURSE_LENGTH, (number + 1) * COURSE_LENGTH);
}

/** Paints the arrow heads and dots of links in one path. */
export function paintHeads(
  context: LinkContext,
  { scene, courses }: RoutedLinks,
  numbers: Iterable<number>,
  colour: string,
): void {
  context.fillStyle = colour;
  context.beginPath();
  for (const number of numbers) {
    const traits = scene.traits[number] ?? 0;
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, x4 = 0, y4 = 0] = course(courses, number);
    const open = (traits & TRAIT.access) !== 0;
    if ((traits & TRAIT.sourceHead) !== 0) addHead(context, x1, y1, x1 - x2, y1 - y2, open);
    if ((traits & TRAIT.targetHead) !== 0) addHead(context, x4, y4, x4 - x3, y4 - y3, open);
    else if ((traits & TRAIT.roundHead) !== 0) addDot(context, x4, y4, x4 - x3, y4 - y3);
  }
  context.fill();
}

/** A head with its tip at (x, y), pointing to (across, down). */
function addHead(context: LinkContext, x: number, y: number, across: number, down: number, open: boolean): void {
  const length = Math.hypot(across, down) || 1;
  const [u, v] = [across / length, down / length];
  const [baseX, baseY] = [x - u * HEAD.length, y - v * HEAD.length];
  context.moveTo(x, y);
  context.lineTo(baseX - v * HEAD.half, baseY + u * HEAD.half);
  if (open) context.lineTo(x - u * HEAD.notch, y - v * HEAD.notch);
  context.lineTo(baseX + v * HEAD.half, baseY - u * HEAD.half);
  context.closePath();
}

function addDot(context: LinkContext, x: number, y: number, across: number, down: number): void {
  const length = Math.hypot(across, down) || 1;
  const [middleX, middleY] = [x - (across / length) * HEAD.radius, y - (down / length) * HEAD.radius];
  context.moveTo(middleX + HEAD.radius, middleY);
  context.arc(middleX, middleY, HEAD.radius, 0, 2 * Math.PI);
}
