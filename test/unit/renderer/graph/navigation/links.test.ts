import { describe, expect, it } from 'vitest';
import {
  linkInRing,
  linkToFollow,
  linksByNode,
  neighbourInRing,
} from '../../../../../renderer/graph/navigation/links.ts';
import type { ViewEdge } from '../../../../../shared/graph/view.ts';

function edge(source: string, target: string): ViewEdge {
  return {
    id: `${source} ${target}`,
    source,
    target,
    type: 'WRITES_TO',
    confidence: 'exact',
    flow: 'out',
    count: 1,
    evidence: 1,
  };
}

const NEAR = edge('job', 'near');
const FAR = edge('job', 'far');
const INTO = edge('pipeline', 'job');
const LINKS = linksByNode([FAR, NEAR, INTO, edge('self', 'self')]);
const NODES = new Map(
  [
    { id: 'near', position: { x: 300, y: 0 } },
    { id: 'far', position: { x: 300, y: 500 } },
    { id: 'pipeline', position: { x: -300, y: 0 } },
  ].map((node) => [node.id, node]),
);

describe('linksByNode', () => {
  it('lists the links of a node from both ends, in order of the edges', () => {
    expect(LINKS.get('job')).toStrictEqual([
      { edge: FAR, other: 'far', direction: 'outgoing' },
      { edge: NEAR, other: 'near', direction: 'outgoing' },
      { edge: INTO, other: 'pipeline', direction: 'incoming' },
    ]);
  });

  it('lists a link from a node to itself once', () => {
    expect(LINKS.get('self')?.length).toBe(1);
  });
});

describe('linkToFollow', () => {
  it('takes the link to the nearest end in the direction', () => {
    const links = LINKS.get('job') ?? [];
    expect(linkToFollow(links, 'outgoing', { x: 0, y: 0 }, NODES)?.edge).toBe(NEAR);
    expect(linkToFollow(links, 'incoming', { x: 0, y: 0 }, NODES)?.edge).toBe(INTO);
  });

  it('finds none where there is none', () => {
    expect(linkToFollow([], 'outgoing', { x: 0, y: 0 }, NODES)).toBeUndefined();
  });
});

describe('linkInRing', () => {
  it('goes round the links of a node in both directions, and begins at an end', () => {
    const links = LINKS.get('job') ?? [];
    const ids = links.map((link) => link.edge.id);
    const next = ids.map((id) => linkInRing(links, id, 1)?.edge.id);
    expect(next).toStrictEqual([...ids.slice(1), ids[0]]);
    expect(linkInRing(links, ids[0], -1)?.edge.id).toBe(ids.at(-1));
    expect([linkInRing(links, undefined, 1), linkInRing(links, undefined, -1)]).toStrictEqual([links[0], links.at(-1)]);
    expect(linkInRing([], undefined, 1)).toBeUndefined();
  });
});

describe('neighbourInRing', () => {
  it('goes round in both directions', () => {
    const ring = ['a', 'b', 'c'];
    expect([
      neighbourInRing(ring, 'a', 1),
      neighbourInRing(ring, 'c', 1),
      neighbourInRing(ring, 'a', -1),
    ]).toStrictEqual(['b', 'a', 'c']);
  });

  it('begins at an end when it comes from outside, and finds nothing in an empty ring', () => {
    expect([neighbourInRing(['a', 'b'], 'x', 1), neighbourInRing(['a', 'b'], 'x', -1)]).toStrictEqual(['a', 'b']);
    expect(neighbourInRing([], 'x', 1)).toBeUndefined();
  });
});
