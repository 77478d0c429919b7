import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildView, createViewBuilder } from '../../../../../shared/graph/view/build-view.ts';
import { INITIAL_VIEW, type View, type ViewSpec } from '../../../../../shared/graph/view.ts';
import type { KindId } from '../../../../../shared/kinds/index.ts';
import { type EdgeInShort, makeGraph, nodeId, type NodeInShort } from '../../../../tools/make-graph.ts';

const KINDS: readonly KindId[] = [
  'gcp-ai-platform-custom-job',
  'gcp-ai-platform-custom-job',
  'gcp-ai-platform-custom-job',
  'gcp-storage-bucket',
  'gcp-iam-service-account',
  'gcp-artifact-registry-docker-image',
  'gcp-ai-platform-model',
];

interface Estate {
  readonly nodes: readonly NodeInShort[];
  readonly edges: readonly EdgeInShort[];
}

const node = fc.record({
  kind: fc.constantFrom(...KINDS),
  state: fc.constantFrom('present' as const, 'present' as const, 'referenced' as const, 'unresolved' as const),
  project: fc.constantFrom('p', 'q'),
  location: fc.constantFrom('us-central1', 'europe-west4'),
  lifecycle: fc.constantFrom('JOB_STATE_SUCCEEDED', 'JOB_STATE_FAILED'),
  title: fc.constantFrom('train-fraud-1', 'train-fraud-2', 'score-churn-7', 'x', ''),
});

const estate: fc.Arbitrary<Estate> = fc.array(node, { minLength: 1, maxLength: 60 }).chain((drafts) =>
  fc.record({
    nodes: fc.constant(drafts.map((draft, index) => ({ id: `n${index}`, ...draft }))),
    edges: fc.array(
      fc.record({
        type: fc.constantFrom('RUNS_AS' as const, 'WRITES_TO' as const, 'READS_MODEL' as const),
        flow: fc.constantFrom('in' as const, 'out' as const, 'none' as const),
        from: fc.nat(drafts.length - 1).map((index) => `n${index}`),
        to: fc.nat(drafts.length - 1).map((index) => `n${index}`),
      }),
      { maxLength: 150 },
    ),
  }),
);

const ids = fc.array(
  fc.nat(59).map((index) => nodeId(`n${index}`)),
  { maxLength: 8 },
);
const manyIds = fc.uniqueArray(
  fc.nat(59).map((index) => nodeId(`n${index}`)),
  { minLength: 20, maxLength: 40 },
);

const spec: fc.Arbitrary<ViewSpec> = fc
  .record({
    exclude: fc.record({
      kinds: fc.subarray<KindId>(['gcp-storage-bucket'], { minLength: 0 }),
      states: fc.constant([]),
      projects: fc.subarray(['q']),
      locations: fc.constant([]),
    }),
    hidden: ids,
    added: ids,
    only: fc.option(manyIds, { nil: undefined, freq: 3 }),
    focus: fc.option(
      fc.record({
        nodes: ids,
        depth: fc.nat(3),
        direction: fc.constantFrom('both' as const, 'upstream' as const, 'downstream' as const),
      }),
      { nil: undefined, freq: 3 },
    ),
    unfolded: fc.constant([]),
    layout: fc.constant('columns' as const),
    limit: fc.integer({ min: 1, max: 16 }),
  })
  .map(({ only, focus, ...rest }) => ({
    ...rest,
    ...(only === undefined ? {} : { only }),
    ...(focus === undefined ? {} : { focus }),
  }));

/** Two specifications that differ in one field. */
const neighbours: fc.Arbitrary<readonly [ViewSpec, ViewSpec]> = fc
  .tuple(spec, spec, fc.constantFrom('exclude', 'hidden', 'added', 'limit', 'only', 'focus'))
  .map(([first, second, field]) => [
    first,
    field in second ? { ...first, [field]: second[field as keyof ViewSpec] } : first,
  ]);

function membersOf(view: View): string[] {
  return view.nodes.flatMap(({ id, members }): readonly string[] => members ?? [id]);
}

function graphOf({ nodes, edges }: Estate) {
  return makeGraph(nodes, edges);
}

const NONE = new Map<string, number>();

describe('every view', () => {
  it('shows each node once, in a fold or alone, and counts all others as left', () => {
    fc.assert(
      fc.property(estate, spec, (input, wanted) => {
        const view = buildView(graphOf(input), wanted, NONE);
        const members = membersOf(view);
        expect(new Set(members).size).toBe(members.length);
        expect(members.length).toBe(view.shown);
        expect(view.total).toBe(input.nodes.length);
        expect(view.left.reduce((sum, { count }) => sum + count, view.shown)).toBe(view.total);
      }),
    );
  });

  it('draws links between drawn nodes only, and accounts for every link of the graph', () => {
    fc.assert(
      fc.property(estate, spec, (input, wanted) => {
        const graph = graphOf(input);
        const view = buildView(graph, wanted, NONE);
        const unitOf = new Map(
          view.nodes.flatMap(({ id, members }) => (members ?? [id]).map((member) => [member, id])),
        );
        const seen = [...graph.edges.values()].map(({ from, to }) => [
          unitOf.get(nodeId(from)),
          unitOf.get(nodeId(to)),
        ]);
        const between = seen.filter(([a, b]) => a !== undefined && b !== undefined && a !== b);
        const halfSeen = seen.filter(([a, b]) => (a === undefined) !== (b === undefined));
        expect(view.edges.reduce((sum, { count }) => sum + count, 0)).toBe(between.length);
        expect(view.nodes.reduce((sum, { hiddenLinks }) => sum + hiddenLinks, 0)).toBe(halfSeen.length);
        const drawn = new Set(view.nodes.map(({ id }) => id));
        expect(view.edges.filter(({ source, target }) => !drawn.has(source) || !drawn.has(target))).toStrictEqual([]);
        expect(new Set(view.edges.map(({ id }) => id)).size).toBe(view.edges.length);
        expect(drawn.size).toBe(view.nodes.length);
      }),
    );
  });

  it('draws no more than the limit unless the user added nodes', () => {
    fc.assert(
      fc.property(estate, spec, (input, wanted) => {
        const view = buildView(graphOf(input), { ...wanted, added: [] }, NONE);
        expect(view.nodes.length).toBeLessThanOrEqual(wanted.limit);
      }),
    );
  });

  it('does not depend on the order in which nodes and links were read', () => {
    fc.assert(
      fc.property(estate, spec, (input, wanted) => {
        const turned = { nodes: input.nodes.toReversed(), edges: input.edges.toReversed() };
        // Which of two mentions of one link comes first decides its flow, so that each link is mentioned once here.
        const once = new Map(input.edges.map((edge) => [`${edge.type} ${edge.from} ${edge.to}`, edge]));
        const straight = graphOf({ nodes: input.nodes, edges: [...once.values()] });
        const other = graphOf({ nodes: turned.nodes, edges: [...once.values()].toReversed() });
        expect(buildView(other, wanted, NONE)).toStrictEqual(buildView(straight, wanted, NONE));
      }),
    );
  });

  it('does not depend on that order for jobs with several links in common either', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (order) => {
        const nodes: NodeInShort[] = [
          ...order.map((index): NodeInShort => ({ id: `job-${index}`, kind: 'gcp-ai-platform-custom-job' })),
          { id: 'a', kind: 'gcp-iam-service-account' },
          { id: 'b', kind: 'gcp-iam-service-account' },
        ];
        const edges = order.flatMap((index): EdgeInShort[] => {
          const both: EdgeInShort[] = [
            { type: 'RUNS_AS', from: `job-${index}`, to: 'a' },
            { type: 'RUNS_AS', from: `job-${index}`, to: 'b' },
          ];
          return index === order[0] ? both.toReversed() : both;
        });
        const view = buildView(makeGraph(nodes, edges), { ...INITIAL_VIEW, limit: 8 }, NONE);
        expect(view.nodes.map(({ id, members }) => [id.split(':')[0], members?.length ?? 1])).toStrictEqual([
          ['group', 8],
          ['a', 1],
          ['b', 1],
        ]);
        expect(view.nodes[0]?.id).toBe('group:54f518824536017dd770');
      }),
    );
  });

  it('is the same from a builder that has built other views before', () => {
    fc.assert(
      fc.property(estate, neighbours, (input, wanted) => {
        const graph = graphOf(input);
        const build = createViewBuilder(graph, NONE);
        expect(wanted.map(build)).toStrictEqual(wanted.map((each) => buildView(graph, each, NONE)));
        expect(build(wanted[0])).toStrictEqual(buildView(graph, wanted[0], NONE));
      }),
    );
  });

  it('keeps all other nodes as they are when one fold is unfolded', () => {
    fc.assert(
      fc.property(estate, fc.integer({ min: 2, max: 20 }), (input, limit) => {
        const build = createViewBuilder(graphOf(input), NONE);
        const before = build({ ...INITIAL_VIEW, limit });
        const folds = before.nodes.filter(({ members }) => members !== undefined);
        for (const fold of folds) {
          const after = build({ ...INITIAL_VIEW, limit, unfolded: [fold.id] });
          const kept = after.nodes.filter(({ unfoldedFrom }) => unfoldedFrom !== fold.id);
          expect(kept).toStrictEqual(before.nodes.filter(({ id }) => id !== fold.id));
          expect({ shown: after.shown, left: after.left }).toStrictEqual({ shown: before.shown, left: before.left });
        }
      }),
    );
  });

  it('never loses an unresolved node while there is room', () => {
    fc.assert(
      fc.property(estate, fc.integer({ min: 5, max: 20 }), (input, limit) => {
        const view = buildView(graphOf(input), { ...INITIAL_VIEW, limit }, NONE);
        const unresolved = input.nodes.filter(({ state }) => state === 'unresolved').map(({ id }) => id);
        const drawn = new Set(membersOf(view));
        const lost = unresolved.filter((id) => !drawn.has(id));
        const others = view.nodes.filter(({ state }) => state !== 'unresolved');
        expect(lost.length === 0 || others.length === 0).toBe(true);
      }),
    );
  });
});
