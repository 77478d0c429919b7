import type { Finding } from '../../../../shared/findings/finding.ts';
import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { View } from '../../../../shared/graph/view.ts';
import type { HiddenRisks, RiskCounts } from '../protocol/canvas-protocol.ts';

/** Most resources named as the worst: so many can be drawn one by one and still be looked at. */
export const WORST = 50;

type Risk = keyof RiskCounts;

/** Returns which resources have an open finding of critical or high severity, and which is the worst; most severe first. */
export function risksOf(
  findings: readonly Pick<Finding, 'status' | 'severity' | 'resource'>[],
): ReadonlyMap<NodeId, Risk> {
  const risks = new Map<NodeId, Risk>();
  for (const wanted of ['critical', 'high'] as const) {
    for (const { status, severity, resource } of findings) {
      if (status === 'fail' && severity === wanted && !risks.has(resource)) risks.set(resource, wanted);
    }
  }
  return risks;
}

/** Returns what is risky and not seen one by one in a view. `undrawn` are the nodes for which its limit left no place. */
export function hiddenRisks(risks: ReadonlyMap<NodeId, Risk>, { nodes, undrawn = [] }: View): HiddenRisks {
  const folded = new Set(nodes.flatMap(({ members = [] }) => members));
  const left = new Set(undrawn);
  const unseen = [...risks].filter(([id]) => folded.has(id) || left.has(id));
  return {
    folded: countOf(unseen.filter(([id]) => folded.has(id))),
    undrawn: countOf(unseen.filter(([id]) => left.has(id))),
    worst: unseen.slice(0, WORST).map(([id]) => id),
  };
}

function countOf(risky: readonly (readonly [NodeId, Risk])[]): RiskCounts {
  const critical = risky.filter(([, risk]) => risk === 'critical').length;
  return { critical, high: risky.length - critical };
}
