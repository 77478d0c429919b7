import { describe, expect, it } from 'vitest';
import { diffElements } from '../../../../../renderer/graph/elements/diff-elements.ts';
import type { DrawnNode } from '../../../../../renderer/graph/elements/drawn-elements.ts';

const NODE: DrawnNode = {
  id: 'a',
  classes: 'present',
  position: { x: 1, y: 2 },
  data: { kind: 'gcp-storage-bucket', label: 'a', image: 'data:,' },
};
const OTHER: DrawnNode = { ...NODE, id: 'b' };

function drawing(...elements: DrawnNode[]): ReadonlyMap<string, DrawnNode> {
  return new Map(elements.map((element) => [element.id, element]));
}

describe('diffElements', () => {
  it('finds nothing between equal drawings that are not the same objects', () => {
    const copy = { ...NODE, position: { ...NODE.position }, data: { ...NODE.data } };
    expect(diffElements(drawing(NODE, OTHER), drawing(copy, OTHER))).toStrictEqual({
      added: [],
      removed: [],
      changed: [],
      moved: [],
    });
  });

  it('finds what came and what went', () => {
    expect(diffElements(drawing(NODE), drawing(OTHER))).toStrictEqual({
      added: [OTHER],
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
});
