import { describe, expect, it } from 'vitest';
import { layoutConcentric } from '../../../../../renderer/graph/layouts/worker/concentric.ts';
import { NORMAL_PITCH } from '../../../../../renderer/graph/layouts/worker/spacing.ts';
import type { Position, View } from '../../../../../shared/graph/view.ts';

function viewOf(ids: readonly string[], links: readonly (readonly [string, string])[]): View {
  return {
    nodes: ids.map((id) => ({
      id,
      kind: 'gcp-storage-bucket',
      state: 'present',
      title: id,
      subtitle: '',
      hiddenLinks: 0,
      attention: 0,
    })),
    edges: links.map(([source, target]) => ({
      id: `${source} ${target}`,
      source,
      target,
      type: 'WRITES_TO',
      confidence: 'exact',
      flow: 'out',
      count: 1,
      evidence: 1,
    })),
    shown: ids.length,
    total: ids.length,
    left: [],
  };
}

const leaves = Array.from({ length: 60 }, (_, index) => `leaf-${index}`);
const view = viewOf(
  ['hub', 'second', ...leaves, 'alone'],
  [...leaves.map((leaf): [string, string] => ['hub', leaf]), ['leaf-0', 'second']],
);

function distance(positions: Readonly<Record<string, Position>>, id: string): number {
  const { x, y } = positions[id] ?? { x: Number.NaN, y: Number.NaN };
  return Math.hypot(x, y / 0.6);
}

describe('layoutConcentric()', () => {
  it('puts the centre in the middle and the others on circles by their distance', () => {
    const positions = layoutConcentric(view, {}, ['hub']);
    expect(positions['hub']).toStrictEqual({ x: 0, y: 0 });
    const near = leaves.map((leaf) => distance(positions, leaf));
    expect(distance(positions, 'second')).toBeGreaterThan(Math.max(...near));
    expect(distance(positions, 'alone')).toBeGreaterThan(distance(positions, 'second'));
  });

  it('lets no two cards overlap', () => {
    const placed = Object.values(layoutConcentric(view, {}, ['hub', 'second']));
    const overlaps = placed.flatMap((a, index) =>
      placed
        .slice(index + 1)
        .filter((b) => Math.abs(a.x - b.x) < NORMAL_PITCH.clearX && Math.abs(a.y - b.y) < NORMAL_PITCH.clearY),
    );
    expect(overlaps).toStrictEqual([]);
  });

  it('stands around the most linked node where the wanted ones are gone, and keeps what has a place', () => {
    expect(layoutConcentric(view, {}, ['gone'])['hub']).toStrictEqual({ x: 0, y: 0 });
    const kept = layoutConcentric(view, { second: { x: 5000, y: 70 } }, ['hub']);
    expect(kept['second']).toStrictEqual({ x: 5000, y: 70 });
    expect(layoutConcentric(viewOf([], []), {}, [])).toStrictEqual({});
  });
});
