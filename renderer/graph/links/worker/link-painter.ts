import { coursesOf } from './courses.ts';
import {
  type LinkAnswer,
  type LinkDrawing,
  type LinkFrame,
  type LinkLayerName,
  NO_MARKS,
  type LinkMarks,
  type LinkPalette,
  type LinkRequest,
} from './link-protocol.ts';
import { type LinkContext, paintLinks, type RoutedLinks } from './paint-links.ts';
import { paintFirstNames, paintMarks } from './paint-marks.ts';

/** A canvas to paint on. */
export interface Easel {
  readonly context: LinkContext;
  /** Does what was asked so far; a canvas would do it all at the end otherwise. */
  settle(): void;
  /** Takes the picture off. */
  take(): ImageBitmap;
}

/** What the painter needs from its surroundings. */
export interface PainterOptions {
  /** A canvas of this size in pixels, empty. */
  readonly easel: (width: number, height: number) => Easel;
  readonly post: (answer: LinkAnswer) => void;
  /** Gives messages their turn. */
  readonly pause: () => Promise<void>;
}

/** Paths after which others have their turn. */
const TURN = 6;

/**
 * Returns what answers requests by pictures. What changed is painted once for all requests that came meanwhile; marks need not wait
 * for the end of a picture of all links.
 */
export function createLinkPainter({ easel, post, pause }: PainterOptions): (request: LinkRequest) => Promise<void> {
  let links: RoutedLinks | undefined;
  let marks: LinkMarks = NO_MARKS;
  let palette: LinkPalette | undefined;
  let frame: LinkFrame | undefined;
  let number = 0;
  const stale: Record<LinkLayerName, boolean> = { links: false, marks: false };
  let working = false;

  function take(drawing: LinkDrawing): void {
    const recedes = marks.dimmed;
    if (drawing.scene !== undefined) links = { scene: drawing.scene, courses: coursesOf(drawing.scene) };
    marks = drawing.marks ?? (drawing.scene === undefined ? marks : NO_MARKS);
    palette = drawing.palette ?? palette;
    frame = drawing.frame ?? frame;
    stale.marks = true;
    if (drawing.scene !== undefined || drawing.palette !== undefined || drawing.frame !== undefined) stale.links = true;
    if (recedes !== marks.dimmed) stale.links = true;
  }

  function drawMarks(): void {
    stale.marks = false;
    if (links === undefined || palette === undefined || frame === undefined) return;
    const { context, take: takeOff } = easel(frame.width * frame.ratio, frame.height * frame.ratio);
    paintMarks(context, links, marks, palette, frame);
    post({ type: 'drawn', layer: 'marks', number, frame, image: takeOff() });
  }

  async function drawLinks(): Promise<void> {
    stale.links = false;
    if (links === undefined || palette === undefined || frame === undefined) return;
    const [own, seen, answered] = [links, frame, number];
    const { context, settle, take: takeOff } = easel(seen.width * seen.ratio, seen.height * seen.ratio);
    let paths = 0;
    for (const _ of paintLinks(context, own, palette, seen, marks.dimmed ? palette.dim : undefined)) {
      paths += 1;
      if (paths % TURN !== 0) continue;
      settle();
      await pause();
      // Other links are wanted by now. Another frame is not worth losing this one: while the user moves, it would never be done.
      if (links !== own) return;
      if (stale.marks) drawMarks();
    }
    paintFirstNames(context, own, palette, seen);
    post({ type: 'drawn', layer: 'links', number: answered, frame: seen, image: takeOff() });
  }

  async function work(): Promise<void> {
    working = true;
    while (stale.marks || stale.links) {
      if (stale.marks) drawMarks();
      if (stale.links) await drawLinks();
    }
    working = false;
  }

  function picture(wanted: LinkFrame): ImageBitmap {
    const own = easel(wanted.width * wanted.ratio, wanted.height * wanted.ratio);
    if (links === undefined || palette === undefined) return own.take();
    for (const _ of paintLinks(own.context, links, palette, wanted, marks.dimmed ? palette.dim : undefined))
      own.settle();
    paintFirstNames(own.context, links, palette, wanted);
    paintMarks(own.context, links, marks, palette, wanted);
    return own.take();
  }

  return async (request) => {
    if (request.type === 'picture') {
      post({ type: 'picture', id: request.id, image: picture(request.frame) });
      return;
    }
    number = request.number;
    take(request.drawing);
    if (!working) await work();
  };
}
