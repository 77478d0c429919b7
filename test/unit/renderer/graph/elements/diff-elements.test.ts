import { describe, expect, it } from 'vitest';
import { diffElements } from '../../../../../renderer/graph/elements/diff-elements.ts';
import type { DrawnEdge, DrawnElement, DrawnNode } from '../../../../../renderer/graph/elements/drawn-elements.ts';

const NODE: DrawnNode = {
  group: 'nodes',
  id: 'a',
  classes: 'present',
  position: { x: 1, y: 2 },
  data: { kind: 'gcp-storage-bucket', label: 'a', image: 'data:,' },
};
const EDGE: DrawnEdge = {
  group: 'edges',
  id: 'e',
  classes: 'exact',
  source: 'a',
  target: 'b',
  data: {
    label: 'writes to',
    labelOffset: '40.75',
    farLabelOffset: '60.3',
    sourceEnd: '1 0',
    targetEnd: '1 0',
    distances: '0 0',
    weights: '0 0',
  },
};

function drawing(...elements: DrawnElement[]): ReadonlyMap<string, DrawnElement> {
  return new Map(elements.map((element) => [element.id, element]));
}

describe('diffElements', () => {
  it('finds nothing between equal drawings that are not the same objects', () => {
    const copy = { ...NODE, position: { ...NODE.position }, data: { ...NODE.data } };
    expect(diffElements(drawing(NODE, EDGE), drawing(copy, { ...EDGE, data: { ...EDGE.data } }))).toStrictEqual({
      added: [],
      removed: [],
      changed: [],
      moved: [],
    });
  });

  it('finds what came and what went', () => {
    expect(diffElements(drawing(NODE), drawing(EDGE))).toStrictEqual({
      added: [EDGE],
      removed: ['a'],
      changed: [],
      moved: [],
    });
  });

  it('tells a moved node from a changed one', () => {
    const moved = { ...NODE, position: { x: 5, y: 2 } };
    const relabelled = { ...NODE, data: { ...NODE.data, label: 'b' } };
    const reclassed = { ...NODE, classes: 'referenced' };
    expect([moved, relabelled, reclassed].map((after) => diffElements(drawing(NODE), drawing(after)))).toStrictEqual([
      { added: [], removed: [], changed: [], moved: [moved] },
      { added: [], removed: [], changed: [relabelled], moved: [] },
      { added: [], removed: [], changed: [reclassed], moved: [] },
    ]);
  });

  it('replaces an edge whose end changed', () => {
    const rewired = { ...EDGE, target: 'c' };
    expect(diffElements(drawing(EDGE), drawing(rewired))).toStrictEqual({
      added: [rewired],
      removed: ['e'],
      changed: [],
      moved: [],
    });
  });
});
