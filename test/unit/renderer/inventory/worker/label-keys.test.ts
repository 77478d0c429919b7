import { expect, it } from 'vitest';
import { labelKeys } from '../../../../../renderer/inventory/worker/label-keys.ts';
import { makeGraph, nodeId, type NodeInShort } from '../../../../tools/make-graph.ts';

const JOB = 'gcp-ai-platform-custom-job';

function labelled(id: string, labels: Record<string, string>): NodeInShort {
  const document = { id: nodeId(id), kind: JOB, data: { labels }, form: 'rest', source: { file: 'jobs.json' } };
  return { id, kind: JOB, document } as unknown as NodeInShort;
}

it('tells the keys of labels with how many resources and values they have, the most frequent first', () => {
  const graph = makeGraph(
    [
      labelled('a', { team: 'vision', env: 'prod' }),
      labelled('b', { team: 'fraud', env: 'prod' }),
      labelled('c', { team: 'vision' }),
      { id: 'd', kind: JOB },
    ],
    [],
  );
  expect(labelKeys(graph)).toStrictEqual([
    { key: 'team', resources: 3, values: 2 },
    { key: 'env', resources: 2, values: 1 },
  ]);
});
