import { describe, expect, it } from 'vitest';
import { describeEdge, describeNode, edgeName, nodeName } from '../../../../renderer/graph/describe.ts';
import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { View, ViewEdge, ViewNode } from '../../../../shared/graph/view.ts';

const JOB: ViewNode = {
  id: '//job',
  kind: 'gcp-ai-platform-custom-job',
  state: 'present',
  title: 'train-42',
  subtitle: 'europe-west4 · failed',
  lifecycle: 'JOB_STATE_FAILED',
  hiddenLinks: 0,
  attention: 0,
};
const BUCKET: ViewNode = {
  id: '//bucket',
  kind: 'gcp-storage-bucket',
  state: 'referenced',
  title: 'acme\u202Edata',
  subtitle: 'not collected',
  hiddenLinks: 3,
  attention: 1,
};
const EDGE: ViewEdge = {
  id: 'e',
  source: '//job',
  target: '//bucket',
  type: 'WRITES_TO',
  confidence: 'heuristic',
  flow: 'out',
  count: 4,
  evidence: 1234,
};
const VIEW: View = { nodes: [JOB, BUCKET], edges: [EDGE], shown: 2, total: 2, left: [] };

describe('nodeName', () => {
  it('says kind, title, state, place and number of links', () => {
    expect(nodeName(JOB, 6)).toBe('Custom job train-42, failed, europe-west4, 6 links');
  });

  it('says what rules and reviewers say of it', () => {
    expect(nodeName(JOB, 6, { remark: { finding: { severity: 'high', failed: 2 }, mark: 'to-check', notes: 1 } })).toBe(
      'Custom job train-42, failed, europe-west4, 6 links, 2 findings, worst high, marked to check, 1 note',
    );
  });

  it('says what is not seen, and one link in the singular', () => {
    expect(nodeName(BUCKET, 1)).toBe(
      'Bucket acme\uFFFDdata, not collected, 1 link, 3 links to nodes not shown, 1 to look at',
    );
  });

  it('says that a node is a fold', () => {
    const fold = { ...JOB, members: ['//a', '//b'] as unknown as NodeId[] };
    expect(nodeName(fold, 2)).toBe('Custom job train-42, fold of 2, failed, europe-west4, 2 links');
  });
});

describe('describeNode', () => {
  it('gives the full title, and says nothing twice', () => {
    expect(describeNode(JOB)).toStrictEqual({ title: 'train-42', lines: ['Custom job', 'europe-west4 · failed'] });
  });
});

describe('describeEdge', () => {
  it('says relation, ends, certainty, count and data flow', () => {
    expect(describeEdge(EDGE, VIEW)).toStrictEqual({
      title: 'writes to',
      lines: [
        'train-42 → acme\uFFFDdata',
        'heuristic: found in text',
        '4 links drawn as one',
        '1,234 pieces of evidence',
        'Data flows from train-42 to acme\uFFFDdata',
      ],
    });
  });

  it('says nothing of data where none flows', () => {
    expect(
      describeEdge({ ...EDGE, flow: 'none', count: 1, evidence: 1, confidence: 'exact' }, VIEW).lines,
    ).toStrictEqual(['train-42 → acme\uFFFDdata', 'exact: a field names it', '1 piece of evidence']);
  });
});

describe('edgeName', () => {
  it('reads as a sentence, with certainty and counts', () => {
    expect(edgeName(EDGE, VIEW)).toBe(
      'train-42 writes to acme\uFFFDdata, heuristic: found in text, 4 links drawn as one, 1,234 pieces of evidence',
    );
  });
});
