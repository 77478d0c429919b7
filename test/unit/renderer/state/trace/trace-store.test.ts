import { describe, expect, it } from 'vitest';
import { traceText } from '../../../../../renderer/state/trace/trace-operations.ts';
import {
  createTraceStore,
  stepPath,
  tracedParts,
  type TracedLineage,
  type TracedPaths,
} from '../../../../../renderer/state/trace/trace-store.ts';
import { nodeId } from '../../../../tools/make-graph.ts';

function node(name: string) {
  return { id: nodeId(name), kind: 'gcp-storage-bucket', state: 'present', title: name } as const;
}

function link(from: string, to: string) {
  return { type: 'WRITES_TO', from: nodeId(from), to: nodeId(to), confidence: 'exact' } as const;
}

const paths: TracedPaths = {
  type: 'paths',
  question: {
    from: nodeId('a'),
    to: nodeId('d'),
    mode: 'shortest',
    depth: 4,
    direction: 'any',
    without: [],
    limit: 100,
  },
  answer: {
    paths: [
      { nodes: [node('a'), node('b'), node('d')], links: [link('a', 'b'), link('b', 'd')] },
      { nodes: [node('a'), node('c'), node('d')], links: [link('a', 'c'), link('c', 'd')] },
    ],
    total: 2,
    gaveUp: false,
  },
  at: undefined,
};

const lineage: TracedLineage = {
  type: 'lineage',
  of: nodeId('d'),
  title: 'fraud model',
  direction: 'sources',
  way: 'data',
  answer: { nodes: [nodeId('d'), nodeId('a')], links: [link('a', 'd')], rings: [], truncated: false },
};

describe('what is lit up', () => {
  it('is all paths, or one of them', () => {
    expect(tracedParts(paths)).toStrictEqual({
      nodes: ['a', 'b', 'd', 'c'],
      links: [link('a', 'b'), link('b', 'd'), link('a', 'c'), link('c', 'd')],
    });
    expect(tracedParts({ ...paths, at: 1 })).toStrictEqual({
      nodes: ['a', 'c', 'd'],
      links: [link('a', 'c'), link('c', 'd')],
    });
  });

  it('goes from path to path, and round at the ends', () => {
    expect(stepPath(paths, 1).at).toBe(0);
    expect(stepPath(paths, -1).at).toBe(1);
    expect(stepPath({ ...paths, at: 1 }, 1).at).toBe(0);
    expect(stepPath({ ...paths, at: 0 }, -1).at).toBe(1);
  });

  it('is told in words', () => {
    expect(traceText(paths)).toBe('The 2 paths from a to d');
    expect(traceText({ ...paths, at: 1 })).toBe('Path 2 of 2 from a to d, 2 links');
    expect(traceText(lineage)).toBe('fraud model came from 1 resource');
    expect(traceText({ ...lineage, direction: 'dependants', answer: { ...lineage.answer, truncated: true } })).toBe(
      'fraud model feeds at least 1 resource',
    );
    expect(traceText({ ...lineage, answer: { ...lineage.answer, nodes: [nodeId('d')] } })).toBe(
      'Nothing in this inventory says what fraud model came from',
    );
  });

  it('is nothing until something is shown, and after clearing', () => {
    const store = createTraceStore();
    store.getState().show(lineage);
    expect(store.getState().trace).toBe(lineage);
    store.getState().clear();
    expect(store.getState().trace).toBeUndefined();
  });
});
