import { describe, expect, it } from 'vitest';
import { createViewBuilder } from '../../../../../shared/graph/view/build-view.ts';
import { INITIAL_VIEW, type View, type ViewSpec } from '../../../../../shared/graph/view.ts';
import { type EdgeInShort, makeGraph, nodeId, type NodeInShort } from '../../../../tools/make-graph.ts';

const NODES: readonly NodeInShort[] = [
  { id: 'train', kind: 'gcp-ai-platform-custom-job' },
  { id: 'models', kind: 'gcp-storage-bucket' },
  { id: 'agent', kind: 'gcp-iam-service-account', state: 'referenced' },
  { id: 'runner', kind: 'gcp-iam-service-account', state: 'referenced' },
  { id: 'anna', kind: 'gcp-iam-principal' },
  { id: 'folder', kind: 'gcp-cloud-resource-manager-folder' },
];
const LINKS: readonly EdgeInShort[] = [
  { type: 'WRITES_TO', from: 'train', to: 'models', flow: 'out' },
  { type: 'RUNS_AS', from: 'train', to: 'runner' },
  { type: 'PULLS_AS', from: 'train', to: 'agent', confidence: 'derived' },
  { type: 'CAN_READ', from: 'anna', to: 'models' },
  { type: 'CAN_WRITE', from: 'runner', to: 'models' },
  { type: 'HAS_ROLE', from: 'anna', to: 'folder' },
];

const buildView = createViewBuilder(makeGraph(NODES, LINKS), new Map());

function view(spec: Partial<ViewSpec>): View {
  return buildView({ ...INITIAL_VIEW, ...spec });
}

function inShort({ nodes, edges, shown, total }: View) {
  return {
    nodes: nodes.map(({ id, hiddenLinks }) => `${id} ${hiddenLinks}`),
    edges: edges.map(({ type, source, target }) => `${type} ${source} ${target}`),
    shown,
    total,
  };
}

describe('a view of a graph with policies', () => {
  it('tells the lineage alone, as if there were none', () => {
    const lineage = NODES.filter(({ id }) => ['train', 'models', 'runner'].includes(id));
    const plain = createViewBuilder(makeGraph(lineage, LINKS.slice(0, 2)), new Map());
    expect(view({})).toStrictEqual(plain(INITIAL_VIEW));
  });

  it('draws principals and what policies allow when access is asked for', () => {
    expect(inShort(view({ access: true }))).toStrictEqual({
      nodes: ['train 0', 'agent 0', 'runner 0', 'models 0', 'folder 0', 'anna 0'],
      edges: [
        'CAN_READ anna models',
        'CAN_WRITE runner models',
        'HAS_ROLE anna folder',
        'PULLS_AS train agent',
        'RUNS_AS train runner',
        'WRITES_TO train models',
      ],
      shown: 6,
      total: 6,
    });
  });

  it('draws a principal that was brought in, with its links to what is there', () => {
    expect(inShort(view({ added: [nodeId('anna')] }))).toStrictEqual({
      nodes: ['train 0', 'runner 0', 'models 0', 'anna 1'],
      edges: ['CAN_READ anna models', 'RUNS_AS train runner', 'WRITES_TO train models'],
      shown: 4,
      total: 4,
    });
  });

  it('keeps a principal out that is hidden or filtered, though it was brought in', () => {
    const added = [nodeId('anna')];
    expect([
      inShort(view({ added, hidden: [nodeId('anna')] })).nodes,
      inShort(view({ added, exclude: { ...INITIAL_VIEW.exclude, kinds: ['gcp-iam-principal'] } })).nodes,
    ]).toStrictEqual([
      ['train 0', 'runner 0', 'models 0'],
      ['train 0', 'runner 0', 'models 0'],
    ]);
  });

  it('is about access where a principal is what it is about', () => {
    const focus = { nodes: [nodeId('anna')], depth: 1, direction: 'both' as const };
    expect(inShort(view({ focus })).nodes).toStrictEqual(['models 2', 'folder 0', 'anna 0']);
    expect(inShort(view({ only: [nodeId('anna'), nodeId('models')] })).edges).toStrictEqual(['CAN_READ anna models']);
  });
});
