import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../../../renderer/graph/elements/bounds.ts';
import type { DrawnNode } from '../../../../../renderer/graph/elements/drawn-elements.ts';

function card(x: number, y: number): DrawnNode {
  const data = { kind: 'gcp-storage-bucket', label: '', image: '' } as const;
  return { id: `${x},${y}`, classes: '', position: { x, y }, data };
}

describe('boundsOf()', () => {
  it('is the rectangle around whole cards, not their middles', () => {
    const drawing = new Map([card(0, 0), card(300, -50)].map((element) => [element.id, element]));
    expect(boundsOf(drawing.values())).toStrictEqual({ x1: -104, y1: -70, x2: 404, y2: 20 });
  });

  it('is a point for an empty drawing', () => {
    expect(boundsOf([])).toStrictEqual({ x1: 0, y1: 0, x2: 0, y2: 0 });
  });
});
