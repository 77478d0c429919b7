import type { Core } from 'cytoscape';
import type { DecodedImages } from './decoded-images.ts';
import { definition } from './definition.ts';
import { diffElements, type ElementDiff } from './diff-elements.ts';
import type { DrawnNode } from './drawn-elements.ts';
import { createPace } from './pace.ts';
import type { Turns } from './turns.ts';

/** The nodes to draw, by id. */
export type Drawing = ReadonlyMap<string, DrawnNode>;

/** What a drawing that is written gradually needs besides the nodes. */
export interface GradualDrawing {
  readonly images: DecodedImages;
  readonly turns: Turns;
  /** Writing ends early, without an error, when this is aborted. */
  readonly signal: AbortSignal;
}

/** A difference of at most so many nodes is written at once. */
const SMALL = 20;
/** Milliseconds for a frame in which nodes are written. */
const FRAME = 20;
/** Nodes of the first steps, whose cost is not known yet; the code that draws is not compiled then either. */
const FIRST = 3;
/** The shortest steps write one node for so many that are there: painting those takes longer than writing fewer. */
const THERE_FOR_ONE = 40;

/** Whether the difference to what Cytoscape has is so small that it need not be written gradually; the first one never is. */
export function isSmall(written: Drawing, drawing: Drawing): boolean {
  if (drawing.size === 0) return true;
  return written.size > 0 && steps(diffElements(written, drawing)) <= SMALL;
}

/** Writes all that differs, and notes it in `written`. */
export function writeAtOnce(cy: Core, written: Map<string, DrawnNode>, drawing: Drawing): void {
  const { removed, changed, moved, added } = diffElements(written, drawing);
  cy.batch(() => {
    remove(cy, written, removed);
    change(cy, written, [...changed, ...moved]);
    add(cy, written, added);
  });
}

/**
 * Writes what differs a few nodes in each frame, so that the window answers meanwhile: styling, measuring and painting everything at
 * once would take half a second. What is to go goes first, all of it. Cards appear with their images decoded before.
 */
export async function writeGradually(
  cy: Core,
  written: Map<string, DrawnNode>,
  drawing: Drawing,
  { images, turns, signal }: GradualDrawing,
): Promise<void> {
  // Cytoscape draws all elements of its very first frame twice; that frame stays empty.
  if (written.size === 0) await turns.nextFrame();
  if (signal.aborted) return;
  const { removed, changed, moved, added } = diffElements(written, drawing);
  if (removed.length > 0) remove(cy, written, removed);
  const least = (): number => Math.max(FIRST, Math.ceil(written.size / THERE_FOR_ONE));
  const pace = createPace(least(), FRAME, least);
  const kept = new Set([...changed, ...moved]);
  for (const [nodes, write] of [
    [[...kept], change],
    [added, add],
  ] as const) {
    for (let from = 0; from < nodes.length;) {
      const slice = nodes.slice(from, from + pace.size);
      await images.load(slice.map(({ data }) => data.image));
      if (signal.aborted) return;
      cy.batch(() => write(cy, written, slice));
      from += slice.length;
      pace.took(await turns.nextFrame());
      if (signal.aborted) return;
    }
  }
}

function steps({ added, removed, changed, moved }: ElementDiff): number {
  return added.length + removed.length + new Set([...changed, ...moved]).size;
}

function remove(cy: Core, written: Map<string, DrawnNode>, ids: readonly string[]): void {
  const gone = cy.collection();
  for (const id of ids) {
    gone.merge(cy.getElementById(id));
    written.delete(id);
  }
  gone.remove();
}

function change(cy: Core, written: Map<string, DrawnNode>, nodes: readonly DrawnNode[]): void {
  for (const node of nodes) {
    const element = cy.getElementById(node.id);
    const before = written.get(node.id);
    // Not `classes()`: the classes of hover, focus and the like are not part of the drawing and stay.
    if (before?.classes !== node.classes) element.removeClass(before?.classes ?? '').addClass(node.classes);
    if (before?.data !== node.data) element.data(node.data);
    const { x, y } = element.position();
    if (x !== node.position.x || y !== node.position.y) element.position({ ...node.position });
    written.set(node.id, node);
  }
}

function add(cy: Core, written: Map<string, DrawnNode>, nodes: readonly DrawnNode[]): void {
  if (nodes.length > 0) cy.add(nodes.map(definition));
  for (const node of nodes) written.set(node.id, node);
}
