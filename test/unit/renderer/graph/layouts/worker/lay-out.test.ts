import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaBoxes, contains } from '../../../../../../renderer/graph/layouts/worker/area-boxes.ts';
import { layOut, type LayoutQuestion } from '../../../../../../renderer/graph/layouts/worker/lay-out.ts';
import { NODE_HEIGHT, NODE_WIDTH } from '../../../../../../renderer/graph/layouts/worker/node-size.ts';
import { buildView } from '../../../../../../shared/graph/view/build-view.ts';
import { INITIAL_VIEW, type Position, type View, type ViewSpec } from '../../../../../../shared/graph/view.ts';
import type { KindId } from '../../../../../../shared/kinds/index.ts';
import { type EdgeInShort, makeGraph, type NodeInShort } from '../../../../../tools/make-graph.ts';

type Positions = Readonly<Record<string, Position>>;

const JOB = 'gcp-ai-platform-custom-job';
const BUCKET = 'gcp-storage-bucket';
const MODEL = 'gcp-ai-platform-model';
const ACCOUNT = 'gcp-iam-service-account';
const KINDS: readonly KindId[] = [JOB, BUCKET, MODEL, ACCOUNT];

function viewOf(nodes: readonly NodeInShort[], edges: readonly EdgeInShort[], spec: Partial<ViewSpec> = {}): View {
  return buildView(makeGraph(nodes, edges), { ...INITIAL_VIEW, ...spec }, new Map());
}

function run(view: View, spec: Partial<LayoutQuestion['spec']>, previous: Positions = {}): Positions {
  const steps = layOut(view, { spec: { layout: 'columns', ...spec }, previous });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Pairs of drawn cards that touch. */
function overlaps(view: View, positions: Positions): [string, string][] {
  const cards = view.nodes.map(({ id }) => [id, positions[id] ?? { x: Number.NaN, y: Number.NaN }] as const);
  return cards.flatMap(([id, { x, y }], index) =>
    cards
      .slice(index + 1)
      .filter(([, other]) => !(Math.abs(other.x - x) >= NODE_WIDTH || Math.abs(other.y - y) >= NODE_HEIGHT))
      .map(([other]): [string, string] => [id, other]),
  );
}

const view: fc.Arbitrary<View> = fc
  .record({
    drafts: fc.array(
      fc.record({ kind: fc.constantFrom(...KINDS), project: fc.constantFrom('p', 'q', 'r', undefined) }),
      { minLength: 1, maxLength: 40, size: 'max' },
    ),
    links: fc.array(fc.tuple(fc.nat(39), fc.nat(39), fc.constantFrom('in', 'out', 'both', 'none')), {
      maxLength: 80,
      size: 'max',
    }),
    isGrouped: fc.boolean(),
  })
  .map(({ drafts, links, isGrouped }) => {
    const at = (index: number): string => `n${index % drafts.length}`;
    const nodes = drafts.map(({ kind, project }, index): NodeInShort => {
      return { id: `n${index}`, kind, ...(project === undefined ? {} : { project }) };
    });
    const edges = links.map(([from, to, flow]): EdgeInShort => {
      return { type: 'READS_DATA', from: at(from), to: at(to), flow };
    });
    return viewOf(nodes, edges, isGrouped ? { groupBy: { by: 'project' } } : {});
  });

const LAYOUTS: readonly ViewSpec['layout'][] = ['columns', 'layered', 'organic', 'concentric'];
const question = fc
  .tuple(
    fc.constantFrom(...LAYOUTS),
    fc.constantFrom({}, { spacing: 'compact' as const }, { spacing: 'wide' as const }),
  )
  .map(([layout, spacing]) => ({ layout, ...spacing }));
const runs = { numRuns: 120 };

describe('every layout, with every spacing, grouped or not', () => {
  it('gives every node a place, lets no two cards touch, and keeps areas apart', () => {
    fc.assert(
      fc.property(view, question, (seen, spec) => {
        const positions = run(seen, spec);
        expect(overlaps(seen, positions)).toStrictEqual([]);
        const boxes = areaBoxes(seen, positions);
        const strangers = boxes.flatMap((box) =>
          seen.nodes.filter(({ id, area }) => area !== box.area.id && contains(box, positions[id])),
        );
        expect(strangers).toStrictEqual([]);
      }),
      runs,
    );
  });

  it('moves nothing that is on the screen when nodes are added, and puts them where they touch nothing', () => {
    fc.assert(
      fc.property(view, question, fc.nat(100), (seen, spec, share) => {
        const before = run(seen, spec);
        const shown = seen.nodes.filter((_, index) => (index * 37) % 100 < share).map(({ id }) => id);
        const kept = Object.fromEntries(shown.map((id) => [id, before[id] ?? { x: 0, y: 0 }]));
        const after = run(seen, spec, kept);
        expect(Object.fromEntries(shown.map((id) => [id, after[id]]))).toStrictEqual(kept);
        expect(overlaps(seen, after)).toStrictEqual([]);
      }),
      runs,
    );
  });

  it('leaves pinned nodes where they are when everything else is arranged anew, which is arranged as without them', () => {
    fc.assert(
      fc.property(view, question, (seen, spec) => {
        const [first] = seen.nodes;
        const without = run(seen, spec);
        // Left of everything: where it stood in the way, others would have to give way.
        const place = { x: Math.min(...Object.values(without).map(({ x }) => x)) - 1000, y: 700 };
        const pinned = run(seen, { ...spec, pinned: [first?.id ?? ''] }, { [first?.id ?? '']: place });
        expect(pinned[first?.id ?? '']).toStrictEqual(place);
        expect(overlaps(seen, pinned)).toStrictEqual([]);
        const others = seen.nodes.slice(1).map(({ id }) => id);
        expect(others.map((id) => pinned[id])).toStrictEqual(others.map((id) => without[id]));
      }),
      runs,
    );
  });
});

const CHAIN = viewOf(
  [
    { id: 'raw', kind: BUCKET },
    { id: 'prepare', kind: JOB },
    { id: 'clean', kind: BUCKET },
    { id: 'train', kind: JOB },
    { id: 'labels', kind: BUCKET },
    { id: 'model', kind: MODEL },
    { id: 'runner', kind: ACCOUNT },
  ],
  [
    { type: 'READS_DATA', from: 'prepare', to: 'raw', flow: 'in' },
    { type: 'WRITES_TO', from: 'prepare', to: 'clean', flow: 'out' },
    { type: 'READS_DATA', from: 'train', to: 'clean', flow: 'in' },
    { type: 'READS_DATA', from: 'train', to: 'labels', flow: 'in' },
    { type: 'PRODUCED_MODEL', from: 'train', to: 'model', flow: 'out' },
    { type: 'RUNS_AS', from: 'train', to: 'runner' },
  ],
);

describe('the layered layout', () => {
  it('goes from sources to what is made of them, sources just before their first use, and leaves accounts below', () => {
    const positions = run(CHAIN, { layout: 'layered' });
    const xs = [...new Set(CHAIN.nodes.map(({ id }) => positions[id]?.x ?? 0))].toSorted((a, b) => a - b);
    const rank = (id: string): number => xs.indexOf(positions[id]?.x ?? Number.NaN);
    const flowing = ['raw', 'prepare', 'clean', 'labels', 'train', 'model'];
    expect(
      flowing.map(rank).map((place, _, all) => [...new Set(all)].toSorted((a, b) => a - b).indexOf(place)),
    ).toStrictEqual([0, 1, 2, 2, 3, 4]);
    const lowest = Math.max(...flowing.map((id) => positions[id]?.y ?? 0));
    expect(positions['runner']?.y).toBeGreaterThan(lowest);
  });

  it('ends where data flows in a circle', () => {
    const circle = viewOf(
      [
        { id: 'a', kind: JOB },
        { id: 'b', kind: BUCKET },
      ],
      [
        { type: 'READS_DATA', from: 'a', to: 'b', flow: 'in' },
        { type: 'WRITES_TO', from: 'a', to: 'b', flow: 'out' },
      ],
    );
    expect(overlaps(circle, run(circle, { layout: 'layered' }))).toStrictEqual([]);
  });

  it('breaks a rank of very many into columns, so that the whole fits the canvas', () => {
    const jobs = Array.from({ length: 200 }, (_, index): NodeInShort => ({ id: `j${index}`, kind: JOB }));
    const hub = viewOf(
      [{ id: 'data', kind: BUCKET }, ...jobs],
      jobs.map(({ id }): EdgeInShort => ({ type: 'READS_DATA', from: id, to: 'data', flow: 'in' })),
    );
    const places = Object.values(run(hub, { layout: 'layered' }));
    const height = Math.max(...places.map(({ y }) => y)) - Math.min(...places.map(({ y }) => y));
    const width = Math.max(...places.map(({ x }) => x)) - Math.min(...places.map(({ x }) => x));
    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(3);
  });
});

const GROUPED: readonly NodeInShort[] = [
  ...Array.from({ length: 12 }, (_, index): NodeInShort => ({ id: `a${index}`, kind: JOB, project: 'a' })),
  ...Array.from({ length: 9 }, (_, index): NodeInShort => ({ id: `b${index}`, kind: JOB, project: 'b' })),
  ...Array.from({ length: 7 }, (_, index): NodeInShort => ({ id: `c${index}`, kind: JOB, project: 'c' })),
  { id: 'free', kind: BUCKET },
];

describe('areas', () => {
  const grouped = viewOf(GROUPED, [], { groupBy: { by: 'project' } });
  const [first] = grouped.areas ?? [];
  const folded = viewOf(GROUPED, [], { groupBy: { by: 'project' }, folded: [first?.id ?? ''] });

  it('come back as they were when they are folded and unfolded, and nothing else moves', () => {
    const open = run(grouped, {});
    const closed = run(folded, {}, open);
    expect(closed[first?.id ?? '']).toStrictEqual(open['a0']);
    expect(run(grouped, {}, { ...open, ...closed })).toStrictEqual(open);
  });

  it('that are unfolded for the first time find room whole, in one box, without moving anything', () => {
    const closed = run(folded, {});
    const open = run(grouped, {}, closed);
    const kept = folded.nodes.map(({ id }) => id).filter((id) => id !== first?.id);
    expect(kept.map((id) => open[id])).toStrictEqual(kept.map((id) => closed[id]));
    expect(areaBoxes(grouped, open)).toHaveLength(3);
    expect(overlaps(grouped, open)).toStrictEqual([]);
  });

  it('are drawn in parts where a card of another stands in them', () => {
    const positions = run(grouped, {});
    const [a0, far] = [positions['a0'] ?? { x: 0, y: 0 }, { x: 9000, y: 9000 }];
    const boxes = areaBoxes(grouped, { ...positions, a11: far, free: { x: a0.x + 4000, y: a0.y + 4000 } });
    expect(boxes.map(({ area: { title }, members }) => [title, members.length])).toStrictEqual([
      ['a', 11],
      ['a', 1],
      ['b', 9],
      ['c', 7],
    ]);
  });
});
