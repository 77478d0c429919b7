import cytoscape from 'cytoscape';
import { describe, expect, it } from 'vitest';
import type { DecodedImages } from '../../../../../renderer/graph/elements/decoded-images.ts';
import { drawGradually } from '../../../../../renderer/graph/elements/draw-gradually.ts';
import type { DrawnElement } from '../../../../../renderer/graph/elements/drawn-elements.ts';
import type { Turns } from '../../../../../renderer/graph/elements/turns.ts';

function node(id: string): DrawnElement {
  return {
    group: 'nodes',
    id,
    classes: 'present',
    position: { x: 1, y: 2 },
    data: { kind: 'gcp-storage-bucket', label: id, image: `image of ${id}` },
  };
}

function edge(source: string, target: string): DrawnElement {
  const data = { label: '', labelOffset: '', farLabelOffset: '', sourceEnd: '', targetEnd: '' };
  return {
    group: 'edges',
    id: `${source} ${target}`,
    classes: 'exact',
    source,
    target,
    data: { ...data, distances: '0', weights: '0.5' },
  };
}

/** Nodes and, among them, edges: the drawing must not depend on the order. */
const ELEMENTS = [edge('b0', 'b1'), ...Array.from({ length: 12 }, (_, index) => node(`b${index}`)), edge('b2', 'b3')];

/** Draws with frames that take `frame` milliseconds and returns what was done, in order. */
async function draw(
  frame: number,
  signal = new AbortController().signal,
  elements: readonly DrawnElement[] = ELEMENTS,
): Promise<{ log: string[]; drawn: string[] }> {
  const cy = cytoscape({ headless: true, styleEnabled: true });
  const log: string[] = [];
  const images: DecodedImages = {
    load(addresses) {
      log.push(`decode ${[...addresses].length}`);
      return Promise.resolve();
    },
    keep: () => undefined,
  };
  let time = 0;
  const turns: Turns = {
    nextTask: () => Promise.resolve(),
    nextFrame() {
      time += frame;
      log.push('frame');
      return Promise.resolve(frame);
    },
    clock: () => time,
  };
  await drawGradually(cy, elements, {
    images,
    turns,
    signal,
    added: (drawn) => log.push(`add ${drawn.map(({ id }) => id).join(', ')}`),
  });
  return { log, drawn: cy.elements().map((element) => element.id()) };
}

describe('drawGradually()', () => {
  it('lets an empty frame pass, then adds cards with decoded images, as many as a frame has time for, then the links', async () => {
    expect((await draw(12.5)).log).toStrictEqual([
      'frame',
      'decode 4',
      'add b0, b1, b2, b3',
      'frame',
      'decode 8',
      'add b4, b5, b6, b7, b8, b9, b10, b11',
      'frame',
      'add b0 b1, b2 b3',
    ]);
  });

  it('adds fewer cards at once where frames are slow', async () => {
    expect((await draw(50)).log.slice(4, 8)).toStrictEqual(['decode 2', 'add b4, b5', 'frame', 'decode 1']);
  });

  it('paints many links in four frames', async () => {
    const many = Array.from({ length: 400 }, (_, index) => edge(`b${index % 12}`, `b${(index + 5) % 12}`));
    const links = many.map((link, index) => ({ ...link, id: `link ${index}` }));
    const { log } = await draw(0, undefined, [...ELEMENTS, ...links]);
    const afterCards = log.slice(log.findIndex((line) => line.startsWith('add b0 b1')));
    expect(afterCards.filter((line) => line === 'frame')).toHaveLength(3);
    expect(afterCards.at(-1)).toContain('link 399');
  });

  it('draws every element in the end', async () => {
    expect((await draw(100)).drawn.toSorted()).toStrictEqual(ELEMENTS.map(({ id }) => id).toSorted());
  });

  it('adds nothing more once it is aborted', async () => {
    expect((await draw(10, AbortSignal.abort())).drawn).toStrictEqual([]);
  });
});
