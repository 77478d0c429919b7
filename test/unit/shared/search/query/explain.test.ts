import { describe, expect, it } from 'vitest';
import { describeReason } from '../../../../../shared/search/query/describe-reason.ts';
import { makeEngine } from '../../../../tools/make-engine.ts';
import { makeGraph } from '../../../../tools/make-graph.ts';

const graph = makeGraph(
  [
    {
      id: '//x/job',
      kind: 'gcp-ai-platform-custom-job',
      title: 'train-fraud',
      location: 'us-central1',
      lifecycle: 'JOB_STATE_FAILED',
    },
    { id: '//x/model', kind: 'gcp-ai-platform-model', title: 'fraud' },
    { id: '//x/endpoint', kind: 'gcp-ai-platform-endpoint', title: 'online' },
    { id: '//x/bucket', kind: 'gcp-storage-bucket', title: 'raw', location: 'europe-west4' },
  ],
  [
    { type: 'PRODUCED_MODEL', from: '//x/job', to: '//x/model', flow: 'out' },
    { type: 'DEPLOYED_TO', from: '//x/model', to: '//x/endpoint', flow: 'out' },
    { type: 'READS_DATA', from: '//x/job', to: '//x/bucket', flow: 'in' },
  ],
);
const engine = makeEngine(graph);

/** Why the first hit is one, as people read it. */
function why(query: string): string[] {
  const answer = engine.ask(query);
  const [number = -1] = answer.nodes;
  const node = engine.estate.index.nodes[number];
  if (node === undefined) return ['nothing is found'];
  return answer.explain(number).map((reason) => {
    const clause = query.slice(reason.clause.from, reason.clause.to);
    const said = describeReason(reason, node, {
      title: (id) => graph.nodes.get(id)?.title ?? id,
      value: (_id, path, value) => (path === 'field' ? `<${value}>` : value),
    });
    return `${clause} = ${said}`;
  });
}

describe('explain', () => {
  it.each([
    ['train', ['train = title: train-fraud']],
    ['kind:job', ['kind:job = kind: Custom job']],
    ['state:failed', ['state:failed = state: JOB_STATE_FAILED']],
    ['kind:job location:us-*', ['kind:job = kind: Custom job', 'location:us-* = location: us-central1']],
    ['kind:job -location:eu*', ['kind:job = kind: Custom job', '-location:eu* = is not so']],
    ['READS_DATA:raw', ['READS_DATA:raw = reads data from raw (field: <//x/bucket>)']],
    ['has:model', ['has:model = produced fraud (field: <//x/model>)']],
    [
      'kind:bucket via:READS_DATA',
      ['kind:bucket = kind: Bucket', 'via:READS_DATA = data source of train-fraud (field: <//x/bucket>)'],
    ],
    [
      'kind:bucket upstream:(kind:endpoint)',
      [
        'kind:bucket = kind: Bucket',
        'upstream:(kind:endpoint) = data source of train-fraud, produced fraud, deployed to online',
      ],
    ],
    ['kind:bucket shared-by:1', ['kind:bucket = kind: Bucket', 'shared-by:1 = named by 1 resource']],
    [
      'kind:bucket crosses:region',
      ['kind:bucket = kind: Bucket', 'crosses:region = data source of train-fraud (field: <//x/bucket>)'],
    ],
    ['id://x/model', ['id://x/model = id: //x/model']],
    ['state:succeeded OR online', ['online = title: online']],
  ])('says why %s finds', (query, reasons) => {
    expect(why(query)).toStrictEqual(reasons);
  });
});
