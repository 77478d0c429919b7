import { SEVERITIES } from '../../../../shared/findings/finding.ts';
import type { Finding, Severity } from '../../../../shared/findings/finding.ts';
import type { Graph, NodeId } from '../../../../shared/graph/graph.ts';
import type { View } from '../../../../shared/graph/view.ts';
import type { FindingBadge, FindingBadges } from '../protocol/findings-protocol.ts';

/**
 * What fails at each node and link of a view: at a fold what fails at all its members together. Linear in findings and the view.
 */
export function badgesOf(findings: readonly Finding[], view: View, graph: Graph): FindingBadges {
  const failing = findings.filter(({ status }) => status === 'fail');
  const drawnAs = new Map<NodeId, string>();
  for (const { id, members } of view.nodes) {
    // A view node that is no fold has the id of its graph node (see ViewNode.id).
    for (const member of members ?? [id as NodeId]) drawnAs.set(member, id);
  }
  const nodes = new Map<string, Tally>();
  const links = new Map<string, Tally>();
  for (const { resource, severity, edges } of failing) {
    const at = drawnAs.get(resource);
    if (at !== undefined) count(nodes, at, severity);
    // Links that are drawn as one count a finding once.
    const drawn = new Set<string>();
    for (const id of edges) {
      const edge = graph.edges.get(id);
      const source = edge === undefined ? undefined : drawnAs.get(edge.from);
      const target = edge === undefined ? undefined : drawnAs.get(edge.to);
      if (edge !== undefined && source !== undefined && target !== undefined) {
        drawn.add(linkKey(source, edge.type, target));
      }
    }
    for (const key of drawn) count(links, key, severity);
  }
  return {
    nodes: Object.fromEntries([...nodes].map(([id, tally]) => [id, badgeOf(tally)])),
    edges: Object.fromEntries(
      view.edges.flatMap(({ id, source, type, target }) => {
        const tally = links.get(linkKey(source, type, target));
        return tally === undefined ? [] : [[id, badgeOf(tally)]];
      }),
    ),
  };
}

interface Tally {
  worst: number;
  failed: number;
}

function count(tallies: Map<string, Tally>, key: string, severity: Severity): void {
  const rank = SEVERITIES.indexOf(severity);
  const known = tallies.get(key);
  if (known === undefined) {
    tallies.set(key, { worst: rank, failed: 1 });
  } else {
    known.worst = Math.min(known.worst, rank);
    known.failed += 1;
  }
}

function badgeOf({ worst, failed }: Tally): FindingBadge {
  return { severity: SEVERITIES[worst] ?? 'info', failed };
}

function linkKey(source: string, type: string, target: string): string {
  return `${source}\n${type}\n${target}`;
}
