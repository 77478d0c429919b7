import { describe, expect, it } from 'vitest';
import { badgesOf } from '../../../../../../renderer/inventory/worker/findings/finding-badges.ts';
import type { Finding } from '../../../../../../shared/findings/finding.ts';
import { edgeId, type NodeId } from '../../../../../../shared/graph/graph.ts';
import type { View } from '../../../../../../shared/graph/view.ts';
import { buildView } from '../../../../../../shared/graph/view/build-view.ts';
import { INITIAL_VIEW } from '../../../../../../shared/graph/view.ts';
import { deriveGraph } from '../../../../../../shared/graph/derive-graph.ts';
import { countAttention } from '../../../../../../shared/graph/view/importance.ts';
import { readSample } from '../../../../../tools/judge-files.ts';

const graph = deriveGraph(readSample());
const view: View = buildView(graph, { ...INITIAL_VIEW, limit: 30 }, countAttention(graph.unclaimed));
const fold = view.nodes.find(({ members }) => members !== undefined);
const [first, second] = fold?.members ?? [];

function findingAt(
  resource: NodeId | undefined,
  severity: Finding['severity'],
  edges: readonly string[] = [],
): Finding {
  return {
    rule: 'image-latest',
    family: 'image',
    severity,
    status: 'fail',
    title: 'Latest',
    resource: resource ?? ('none' as NodeId),
    nodes: [],
    edges,
    evidence: [],
    remediation: '',
  };
}

describe('badges', () => {
  it('show at a fold the worst and the sum of what fails at its members', () => {
    const findings = [
      findingAt(first, 'low'),
      findingAt(second, 'high'),
      { ...findingAt(first, 'critical'), status: 'accepted' as const },
      { ...findingAt(second, 'critical'), status: 'unknown' as const },
    ];
    expect(badgesOf(findings, view, graph).nodes).toStrictEqual({ [fold?.id ?? '']: { severity: 'high', failed: 2 } });
  });

  it('count a finding once at a link that stands for several of its links', () => {
    const drawn = view.edges.find(({ count }) => count > 1);
    const members = (id: string | undefined): readonly string[] =>
      view.nodes.find((node) => node.id === id)?.members ?? [id ?? ''];
    const edges = [...graph.edges.values()]
      .filter(
        ({ type, from, to }) =>
          type === drawn?.type && members(drawn.source).includes(from) && members(drawn.target).includes(to),
      )
      .map(edgeId);
    expect(edges.length).toBeGreaterThan(1);
    const badges = badgesOf([findingAt(first, 'medium', edges)], view, graph);
    expect(badges.edges[drawn?.id ?? '']).toStrictEqual({ severity: 'medium', failed: 1 });
  });

  it('leave out what is not drawn', () => {
    expect(badgesOf([findingAt(undefined, 'high', ['no-such-link'])], view, graph)).toStrictEqual({
      nodes: {},
      edges: {},
    });
  });
});
