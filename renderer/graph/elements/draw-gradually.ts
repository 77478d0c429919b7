import type { CollectionReturnValue, Core } from 'cytoscape';
import type { DecodedImages } from './decoded-images.ts';
import { definition } from './definition.ts';
import type { DrawnElement, DrawnNode } from './drawn-elements.ts';
import { createPace } from './pace.ts';
import type { Turns } from './turns.ts';

/** What a drawing that is made gradually needs besides the elements. */
export interface GradualDrawing {
  readonly images: DecodedImages;
  readonly turns: Turns;
  /** Drawing ends early, without an error, when this is aborted. */
  readonly signal: AbortSignal;
  /** Told after each step which elements Cytoscape has now. */
  readonly added: (elements: readonly DrawnElement[]) => void;
}

/** Milliseconds for a frame in which cards are added, and for a step of adding links: the window answers between them. */
const FRAME = 25;
const STEP = 16;
/** Links appear in so many frames, of no fewer than so many each: making all their paths would be too much for one frame. */
const LINK_FRAMES = 4;
const LEAST_LINKS = 60;
/** Elements of the first step, whose cost is not known yet; the code that draws is not compiled then either. */
const FIRST = 4;

/**
 * Draws the first graph in an empty Cytoscape instance over several frames, so that the window answers meanwhile: styling,
 * measuring and painting everything at once would take half a second. Cards appear a few at a time, each painted once, with
 * their images decoded before. Links are added without painting, as each frame would draw all of them again; they appear in
 * a few frames.
 */
export async function drawGradually(
  cy: Core,
  elements: Iterable<DrawnElement>,
  drawing: GradualDrawing,
): Promise<void> {
  const { images, turns, signal, added } = drawing;
  const all = [...elements];
  // Cytoscape draws all elements of its very first frame twice; that frame stays empty.
  await turns.nextFrame();
  const nodes = all.filter((element) => element.group === 'nodes');
  const frames = createPace(FIRST, FRAME);
  for (let from = 0; from < nodes.length;) {
    const slice = nodes.slice(from, from + frames.size);
    await images.load(slice.map(({ data }: DrawnNode) => data.image));
    if (signal.aborted) return;
    cy.add(slice.map(definition));
    added(slice);
    from += slice.length;
    frames.took(await turns.nextFrame());
    if (signal.aborted) return;
  }
  await addUnpainted(
    cy,
    all.filter((element) => element.group === 'edges'),
    drawing,
  );
}

async function addUnpainted(
  cy: Core,
  edges: readonly DrawnElement[],
  { turns, signal, added }: GradualDrawing,
): Promise<void> {
  const steps = createPace(FIRST, STEP);
  const perFrame = Math.max(LEAST_LINKS, Math.ceil(edges.length / LINK_FRAMES));
  let nextFrame = perFrame;
  for (let from = 0; from < edges.length && !signal.aborted; await turns.nextTask()) {
    const began = turns.clock();
    const slice = edges.slice(from, Math.min(from + steps.size, nextFrame));
    from += slice.length;
    const isPainted = from >= edges.length || from >= nextFrame;
    internals(cy).notifications(isPainted);
    try {
      prepare(cy.add(slice.map(definition)));
    } finally {
      internals(cy).notifications(true);
    }
    added(slice);
    steps.took(turns.clock() - began);
    if (isPainted && from < edges.length) {
      nextFrame = from + perFrame;
      await turns.nextFrame();
    }
  }
}

/** Styles and measures links as the next frame would, so that it only has to paint them. */
function prepare(links: CollectionReturnValue): void {
  internals(links).recalculateRenderedStyle();
  links.boundingBox();
  // Cytoscape takes links for moved when they are measured first, and would style them again.
  internals(links).recalculateRenderedStyle();
}

/** Not part of Cytoscape's declared types: whether its renderer is told of changes, and styling elements before a frame does. */
interface Internals {
  notifications(on: boolean): void;
  recalculateRenderedStyle(): void;
}

function internals<Part extends Core | CollectionReturnValue>(
  part: Part,
): Pick<Internals, Part extends Core ? 'notifications' : 'recalculateRenderedStyle'> {
  return part as unknown as Internals;
}
