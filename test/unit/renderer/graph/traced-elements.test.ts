import { describe, expect, it } from 'vitest';
import { litElements } from '../../../../renderer/graph/traced-elements.ts';
import type { View, ViewEdge, ViewNode } from '../../../../shared/graph/view.ts';
import { nodeId } from '../../../tools/make-graph.ts';

function viewNode(id: string, members?: readonly string[]): ViewNode {
  return {
    id,
    kind: 'gcp-storage-bucket',
    state: 'present',
    title: id,
    subtitle: '',
    hiddenLinks: 0,
    attention: 0,
    ...(members === undefined ? {} : { members: members.map(nodeId) }),
  };
}

function viewEdge(source: string, target: string): ViewEdge {
  const type = 'WRITES_TO';
  const id = `${source} ${target}`;
  return { id, source, target, type, confidence: 'exact', flow: 'out', count: 1, evidence: 1 };
}

const view: View = {
  nodes: [viewNode('a'), viewNode('group:jobs', ['b', 'c']), viewNode('d')],
  edges: [viewEdge('a', 'group:jobs'), viewEdge('group:jobs', 'd'), viewEdge('a', 'd')],
  shown: 4,
  total: 5,
  left: [],
};

describe('litElements()', () => {
  it('finds traced nodes and links in the view, in folds too, and tells what is not drawn', () => {
    const links = [
      { type: 'WRITES_TO', from: nodeId('a'), to: nodeId('c') },
      { type: 'WRITES_TO', from: nodeId('c'), to: nodeId('elsewhere') },
      { type: 'READS_DATA', from: nodeId('a'), to: nodeId('d') },
    ] as const;
    expect(litElements(view, { nodes: [nodeId('a'), nodeId('c'), nodeId('elsewhere')], links })).toStrictEqual({
      nodes: new Set(['a', 'group:jobs']),
      edges: new Set(['a group:jobs']),
      missing: ['elsewhere'],
    });
  });
});
