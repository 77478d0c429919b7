import cytoscape from 'cytoscape';
import { describe, expect, it } from 'vitest';
import type { DecodedImages } from '../../../../../renderer/graph/elements/decoded-images.ts';
import type { DrawnNode } from '../../../../../renderer/graph/elements/drawn-elements.ts';
import type { Turns } from '../../../../../renderer/graph/elements/turns.ts';
import {
  type Drawing,
  isSmall,
  writeAtOnce,
  writeGradually,
} from '../../../../../renderer/graph/elements/write-drawing.ts';

function node(id: string, change: Partial<DrawnNode> = {}): DrawnNode {
  const data = { kind: 'gcp-storage-bucket', label: id, image: `image of ${id}` } as const;
  return { id, classes: 'present', position: { x: 1, y: 2 }, data, ...change };
}

function drawing(count: number, change: Partial<DrawnNode> = {}): Drawing {
  return new Map(Array.from({ length: count }, (_, index) => [`b${index}`, node(`b${index}`, change)]));
}

/** Writes drawings one after the other with frames that take `frame` milliseconds; returns what was done and what is there. */
async function write(
  frame: number,
  drawings: readonly Drawing[],
  signal = new AbortController().signal,
): Promise<{ log: string[]; cy: cytoscape.Core }> {
  const cy = cytoscape({ headless: true, styleEnabled: true });
  const log: string[] = [];
  const images: DecodedImages = {
    load(addresses) {
      log.push(`decode ${[...addresses].length}`);
      return Promise.resolve();
    },
    keep: () => undefined,
    shareWith: () => undefined,
  };
  const turns: Turns = {
    nextFrame() {
      log.push(`frame of ${cy.nodes().length}`);
      return Promise.resolve(frame);
    },
  };
  const written = new Map<string, DrawnNode>();
  for (const each of drawings) await writeGradually(cy, written, each, { images, turns, signal });
  return { log, cy };
}

describe('writeGradually()', () => {
  it('lets an empty frame pass, then adds cards with decoded images, as many as a frame has time for', async () => {
    expect((await write(12.5, [drawing(12)])).log).toStrictEqual([
      'frame of 0',
      'decode 3',
      'frame of 3',
      'decode 5',
      'frame of 8',
      'decode 4',
      'frame of 12',
    ]);
  });

  it('adds fewer cards at once where frames are slow, by how many are there', async () => {
    const { log } = await write(100, [drawing(200), drawing(300)]);
    expect(log.slice(0, 5)).toStrictEqual(['frame of 0', 'decode 3', 'frame of 3', 'decode 3', 'frame of 6']);
    expect(log.slice(-4)).toStrictEqual(['decode 8', 'frame of 299', 'decode 1', 'frame of 300']);
  });

  it('takes away what is to go first, then changes what stays, then adds', async () => {
    const before = drawing(100);
    const after = new Map([...drawing(80, { classes: 'referenced', position: { x: 9, y: 9 } }), ['new', node('new')]]);
    const { cy, log } = await write(30, [before, after]);
    expect(log.slice(-6)).toStrictEqual([
      'decode 3',
      'frame of 80',
      'decode 2',
      'frame of 80',
      'decode 1',
      'frame of 81',
    ]);
    expect([
      cy.nodes('.referenced').length,
      cy.getElementById('b7').position(),
      cy.getElementById('b90').length,
    ]).toStrictEqual([80, { x: 9, y: 9 }, 0]);
  });

  it('adds nothing more once it is aborted', async () => {
    expect((await write(10, [drawing(12)], AbortSignal.abort())).cy.nodes().length).toBe(0);
  });
});

describe('writeAtOnce()', () => {
  it('writes all that differs and keeps the classes that are not part of the drawing', () => {
    const cy = cytoscape({ headless: true, styleEnabled: true });
    const written = new Map<string, DrawnNode>();
    writeAtOnce(cy, written, drawing(3));
    cy.getElementById('b1').addClass('hovered');
    writeAtOnce(cy, written, new Map([...drawing(2, { classes: 'fold' }), ['b9', node('b9')]]));
    expect(cy.nodes().map((each) => [each.id(), each.classes()])).toStrictEqual([
      ['b0', ['fold']],
      ['b1', ['hovered', 'fold']],
      ['b9', ['present']],
    ]);
    expect([...written.keys()].toSorted()).toStrictEqual(['b0', 'b1', 'b9']);
  });
});

describe('isSmall()', () => {
  it('is a difference of few nodes to what is there already, or nothing at all', () => {
    const before = drawing(300);
    expect([
      isSmall(new Map(), drawing(3)),
      isSmall(before, drawing(320)),
      isSmall(before, drawing(321)),
      isSmall(before, drawing(300, { classes: 'fold' })),
      isSmall(before, new Map()),
    ]).toStrictEqual([false, true, false, false, true]);
  });
});
