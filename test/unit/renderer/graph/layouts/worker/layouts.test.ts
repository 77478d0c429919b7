import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutColumns } from '../../../../../../renderer/graph/layouts/worker/columns.ts';
import { NODE_HEIGHT, NODE_WIDTH } from '../../../../../../renderer/graph/layouts/worker/node-size.ts';
import { layoutOrganic } from '../../../../../../renderer/graph/layouts/worker/organic.ts';
import { buildView } from '../../../../../../shared/graph/view/build-view.ts';
import { INITIAL_VIEW, type Position, type View } from '../../../../../../shared/graph/view.ts';
import type { KindId } from '../../../../../../shared/kinds/index.ts';
import { type EdgeInShort, makeGraph, type NodeInShort } from '../../../../../tools/make-graph.ts';

type Positions = Readonly<Record<string, Position>>;

const KINDS: readonly KindId[] = [
  'gcp-ai-platform-custom-job',
  'gcp-storage-bucket',
  'gcp-iam-service-account',
  'gcp-artifact-registry-docker-image',
  'gcp-ai-platform-training-pipeline',
  'gcp-cloud-kms-key-ring',
];

const view: fc.Arbitrary<View> = fc
  .array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 80, size: 'max' })
  .chain((kinds) =>
    fc
      .array(
        fc.record({
          type: fc.constant('RUNS_AS' as const),
          from: fc.nat(kinds.length - 1).map((index) => `n${index}`),
          to: fc.nat(kinds.length - 1).map((index) => `n${index}`),
          flow: fc.constantFrom('in' as const, 'out' as const, 'none' as const),
        }),
        { maxLength: 120, size: 'max' },
      )
      .map((edges) =>
        viewOf(
          kinds.map((kind, index) => ({ id: `n${index}`, kind })),
          edges,
        ),
      ),
  );

function viewOf(nodes: readonly NodeInShort[], edges: readonly EdgeInShort[]): View {
  return buildView(makeGraph(nodes, edges), INITIAL_VIEW, new Map());
}

function organic(seen: View, previous: Positions): Positions {
  const steps = layoutOrganic(seen, previous);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Pairs of cards that touch. */
function overlaps(positions: Positions): [string, string][] {
  const cards = Object.entries(positions);
  return cards.flatMap(([id, { x, y }], index) =>
    cards
      .slice(index + 1)
      .filter(([, other]) => Math.abs(other.x - x) < NODE_WIDTH && Math.abs(other.y - y) < NODE_HEIGHT)
      .map(([other]): [string, string] => [id, other]),
  );
}

describe.each([
  ['columns', layoutColumns],
  ['organic', organic],
] as const)('the layout %s', (_name, layout) => {
  const runs = { numRuns: 40 };

  it('gives every node a place and lets no two cards touch', () => {
    fc.assert(
      fc.property(view, (seen) => {
        const positions = layout(seen, {});
        expect(Object.keys(positions).toSorted()).toStrictEqual(seen.nodes.map(({ id }) => id).toSorted());
        expect(overlaps(positions)).toStrictEqual([]);
      }),
      runs,
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(view, (seen) => {
        expect(layout(seen, {})).toStrictEqual(layout(seen, {}));
      }),
      runs,
    );
  });

  it('leaves placed nodes where they are and puts new ones where they touch nothing', () => {
    fc.assert(
      fc.property(view, fc.nat(100), (seen, share) => {
        const before = layout(seen, {});
        const kept = Object.fromEntries(Object.entries(before).filter((_, index) => (index * 37) % 100 < share));
        const after = layout(seen, kept);
        expect(Object.fromEntries(Object.keys(kept).map((id) => [id, after[id]]))).toStrictEqual(kept);
        expect(Object.keys(after).length).toBe(seen.nodes.length);
        expect(overlaps(after)).toStrictEqual([]);
      }),
      runs,
    );
  });
});

const LINEAGE = viewOf(
  [
    { id: 'job', kind: 'gcp-ai-platform-custom-job' },
    { id: 'pipeline', kind: 'gcp-ai-platform-training-pipeline' },
    { id: 'read', kind: 'gcp-storage-bucket' },
    { id: 'written', kind: 'gcp-storage-bucket' },
    { id: 'image', kind: 'gcp-artifact-registry-docker-image' },
    { id: 'repository', kind: 'gcp-artifact-registry-repository' },
    { id: 'account', kind: 'gcp-iam-service-account' },
    { id: 'key', kind: 'gcp-cloud-kms-crypto-key' },
    { id: 'ring', kind: 'gcp-cloud-kms-key-ring' },
  ],
  [
    { type: 'LAUNCHED_BY', from: 'job', to: 'pipeline' },
    { type: 'REFERENCES_DATA', from: 'job', to: 'read', flow: 'in' },
    { type: 'WRITES_TO', from: 'job', to: 'written', flow: 'out' },
    { type: 'PULLS_IMAGE', from: 'job', to: 'image', flow: 'in' },
    { type: 'PART_OF', from: 'image', to: 'repository' },
    { type: 'RUNS_AS', from: 'job', to: 'account' },
    { type: 'USES_KMS_KEY', from: 'job', to: 'key' },
    { type: 'PART_OF', from: 'key', to: 'ring' },
  ],
);

describe('the columns', () => {
  it('stand by role: launchers and what is read, the job, what is written and what guards it', () => {
    const positions = layoutColumns(LINEAGE, {});
    const columns = new Map<number, string[]>();
    for (const [id, { x }] of Object.entries(positions)) columns.set(x, [...(columns.get(x) ?? []), id]);
    expect([...columns].toSorted(([a], [b]) => a - b).map(([, ids]) => ids.toSorted())).toStrictEqual([
      ['image', 'pipeline', 'read', 'repository'],
      ['job'],
      ['account', 'key', 'ring', 'written'],
    ]);
    expect((positions['pipeline']?.y ?? 0) < (positions['read']?.y ?? 0)).toBe(true);
    expect((positions['written']?.y ?? 0) < (positions['account']?.y ?? 0)).toBe(true);
    expect((positions['key']?.y ?? 0) < (positions['ring']?.y ?? 0)).toBe(true);
  });

  it('wrap so that the picture fills the canvas it is made for', () => {
    const jobs = Array.from({ length: 120 }, (_, index): NodeInShort => ({
      id: `job-${index}`,
      kind: 'gcp-ai-platform-custom-job',
    }));
    const aspectFor = (width: number, height: number): number => {
      const places = Object.values(layoutColumns(viewOf(jobs, []), {}, { width, height }));
      const span = (numbers: readonly number[]): number => Math.max(...numbers) - Math.min(...numbers);
      return (span(places.map(({ x }) => x)) + NODE_WIDTH) / (span(places.map(({ y }) => y)) + NODE_HEIGHT);
    };
    expect(aspectFor(1600, 800)).toBeCloseTo(2, 0);
    expect(aspectFor(600, 900)).toBeCloseTo(0.67, 0);
  });

  it('put what came out of a fold around the place of the fold', () => {
    const seen: View = {
      ...LINEAGE,
      nodes: LINEAGE.nodes.map((node) => (node.id === 'job' ? { ...node, unfoldedFrom: 'group:jobs' } : node)),
    };
    const { job: _, ...others } = layoutColumns(LINEAGE, {});
    const fold = { x: 4000, y: 3000 };
    expect(layoutColumns(seen, { ...others, 'group:jobs': fold })['job']).toStrictEqual(fold);
  });

  it('put an added node in the column of its role, at the height of what it is linked to', () => {
    const before = layoutColumns(LINEAGE, {});
    const grown = viewOf(
      [
        { id: 'job', kind: 'gcp-ai-platform-custom-job' },
        { id: 'account', kind: 'gcp-iam-service-account' },
        { id: 'second', kind: 'gcp-ai-platform-custom-job' },
      ],
      [
        { type: 'RUNS_AS', from: 'job', to: 'account' },
        { type: 'RUNS_AS', from: 'second', to: 'account' },
      ],
    );
    const kept = { job: { x: 300, y: -400 }, account: before['account'] ?? { x: 0, y: 0 } };
    expect(layoutColumns(grown, kept)['second']).toStrictEqual({ x: 300, y: kept.account.y });
  });
});
