import { describe, expect, it } from 'vitest';
import { drawnLinks, parallelLanes } from '../../../../../renderer/graph/links/drawn-links.ts';
import { TRAIT } from '../../../../../renderer/graph/links/worker/link-protocol.ts';
import { BUCKET, EDGE, JOB, PLACES, view } from './view.ts';

describe('drawnLinks()', () => {
  it('lists places of cards, and ends, lanes, traits and names of links', () => {
    expect(drawnLinks(view([JOB, BUCKET], [EDGE]), PLACES).scene).toStrictEqual({
      places: Float32Array.of(0, 0, 408, 0),
      ends: Uint32Array.of(0, 1),
      lanes: Float32Array.of(0),
      traits: Uint8Array.of(TRAIT.targetHead | TRAIT.first),
      labels: ['writes to'],
      labelOf: Uint16Array.of(0),
    });
  });

  it('puts a node without a position at the origin, and leaves out a link whose end is not in the view', () => {
    expect([drawnLinks(view([JOB], []), {}).scene.places, drawnLinks(view([JOB], [EDGE]), PLACES).ids]).toStrictEqual([
      Float32Array.of(0, 0),
      [],
    ]);
  });

  it.each([
    ['data that flows in', { flow: 'in' }, TRAIT.sourceHead],
    ['data that flows both ways', { flow: 'both' }, TRAIT.sourceHead | TRAIT.targetHead],
    ['no data', { flow: 'none' }, TRAIT.roundHead],
    ['a derived link', { confidence: 'derived' }, TRAIT.targetHead | TRAIT.derived],
    ['a heuristic link', { confidence: 'heuristic' }, TRAIT.targetHead | TRAIT.heuristic],
    ['several links', { count: 12 }, TRAIT.targetHead | TRAIT.merged],
    ['what a policy allows', { type: 'CAN_READ', flow: 'none' }, TRAIT.roundHead | TRAIT.access | TRAIT.targetHead],
  ] as const)('tells %s by its traits', (_, change, traits) => {
    expect([...drawnLinks(view([JOB, BUCKET], [{ ...EDGE, ...change }]), PLACES).scene.traits]).toStrictEqual([
      traits | TRAIT.first,
    ]);
  });

  it('names how many links one stands for', () => {
    expect(drawnLinks(view([JOB, BUCKET], [{ ...EDGE, count: 12 }]), PLACES).scene.labels).toStrictEqual([
      'writes to ×12',
    ]);
  });

  it('marks the most level link of each relation into a node', () => {
    const far = { ...JOB, id: '//far' };
    const edges = [
      { ...EDGE, id: 'steep', source: '//far' },
      { ...EDGE, id: 'level' },
      { ...EDGE, id: 'other relation', source: '//far', type: 'REFERENCES_DATA' as const },
    ];
    const { scene } = drawnLinks(view([JOB, far, BUCKET], edges), { ...PLACES, '//far': { x: 0, y: 90 } });
    expect([...scene.traits].map((traits) => (traits & TRAIT.first) !== 0)).toStrictEqual([false, true, true]);
  });

  it('finds links by id, by node, and their ends', () => {
    const loop = { ...EDGE, id: 'loop', target: '//job' };
    const drawn = drawnLinks(view([JOB, BUCKET], [EDGE, loop]), PLACES);
    expect([
      drawn.numberOf('loop'),
      drawn.numberOf('no link'),
      drawn.linksAt('//job'),
      drawn.linksAt('//bucket'),
      drawn.linksAt('//no node'),
      drawn.placeOf('//bucket'),
      drawn.endsOf(0),
    ]).toStrictEqual([1, undefined, [0, 1], [0], [], 1, ['//job', '//bucket']]);
  });
});

describe('parallelLanes()', () => {
  it('puts a single link in the middle and spreads parallel ones, whichever way they go', () => {
    expect([...parallelLanes(Uint32Array.of(0, 1, 1, 0, 0, 2), 3)]).toStrictEqual([-0.5, 0.5, 0]);
  });
});
