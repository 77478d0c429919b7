import { describe, expect, it } from 'vitest';
import { countByKind } from '../../../../renderer/details/count-by-kind.ts';
import { groupFacts } from '../../../../renderer/details/fact-groups.ts';
import { filterNodes } from '../../../../renderer/details/filter-nodes.ts';
import type { Fact } from '../../../../renderer/inventory/worker/protocol/details-protocol.ts';
import type { NodeSummary } from '../../../../renderer/inventory/worker/protocol/node-summary.ts';
import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { ViewNode } from '../../../../shared/graph/view.ts';

function summary(title: string, location: string): NodeSummary {
  return { id: `//x/${title}` as NodeId, kind: 'gcp-ai-platform-custom-job', state: 'present', title, location };
}

function fact(group: Fact['group'], label: string): Fact {
  return { group, label, value: 'x', path: label };
}

function viewNode(id: string, kind: ViewNode['kind'], members?: readonly NodeId[]): ViewNode {
  const node: ViewNode = { id, kind, state: 'present', title: id, subtitle: '', hiddenLinks: 0, attention: 0 };
  return members === undefined ? node : { ...node, members };
}

describe('filter nodes', () => {
  const nodes = [summary('train-fraud', 'europe-west4'), summary('train-churn', 'us-central1')];

  it('finds nodes that have every word somewhere', () => {
    expect(filterNodes(nodes, 'TRAIN europe')).toStrictEqual([nodes[0]]);
    expect(filterNodes(nodes, 'fraud us-')).toStrictEqual([]);
  });

  it('lists all without a filter', () => {
    expect(filterNodes(nodes, '  ')).toBe(nodes);
  });
});

describe('group facts', () => {
  it('puts an error first, keeps the order of facts, and leaves empty groups out', () => {
    const facts = [fact('general', 'a'), fact('times', 'b'), fact('general', 'c'), fact('error', 'd')];
    expect(groupFacts(facts)).toStrictEqual([
      { title: 'Error', facts: [fact('error', 'd')] },
      { title: 'General', facts: [fact('general', 'a'), fact('general', 'c')] },
      { title: 'Times', facts: [fact('times', 'b')] },
    ]);
  });
});

describe('count by kind', () => {
  it('counts a fold as its members, most first', () => {
    const nodes = [
      viewNode('k', 'gcp-cloud-kms-crypto-key'),
      viewNode('group:j', 'gcp-ai-platform-custom-job', ['//x/1' as NodeId, '//x/2' as NodeId]),
      viewNode('other', 'gcp-storage-bucket'),
    ];
    const view = { nodes, edges: [], shown: 4, total: 4, left: [] };
    expect(countByKind(view, ['k', 'group:j'])).toStrictEqual([
      ['gcp-ai-platform-custom-job', 2],
      ['gcp-cloud-kms-crypto-key', 1],
    ]);
  });
});
