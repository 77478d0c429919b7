import { describe, expect, it } from 'vitest';
import { complete } from '../../../../../shared/search/query/complete.ts';
import { makeEngine } from '../../../../tools/make-engine.ts';
import { makeGraph } from '../../../../tools/make-graph.ts';

const job = 'gcp-ai-platform-custom-job' as const;
const graph = makeGraph(
  [
    { id: '//x/1', kind: job, title: 'fraud', location: 'us-central1', lifecycle: 'JOB_STATE_FAILED' },
    { id: '//x/2', kind: job, title: 'churn', location: 'us-central1', lifecycle: 'JOB_STATE_SUCCEEDED' },
    {
      id: '//x/3',
      kind: 'gcp-ai-platform-pipeline-job',
      title: 'nightly run',
      location: 'europe-west4',
      lifecycle: 'PIPELINE_STATE_FAILED',
    },
    { id: '//x/4', kind: 'gcp-iam-service-account', title: 'trainer@x.iam.gserviceaccount.com' },
    { id: '//x/5', kind: 'gcp-storage-bucket', title: 'raw', state: 'referenced' },
  ],
  [
    { type: 'RUNS_AS', from: '//x/1', to: '//x/4' },
    { type: 'RUNS_AS', from: '//x/2', to: '//x/4' },
  ],
);
const { estate } = makeEngine(graph);

/** The first items at the bar in the text, with the text that they replace. */
function at(textWithBar: string, limit = 3): readonly [string, readonly string[]] {
  const cursor = textWithBar.indexOf('|');
  const text = textWithBar.replace('|', '');
  const { from, to, items } = complete(estate, text, cursor, limit);
  const shown = items.map(({ insert, count }) => (count === undefined ? insert : `${insert} ${count}`));
  return [text.slice(from, to), shown];
}

describe('complete', () => {
  it.each([
    ['|', ['', ['kind:', 'state:', 'project:']]],
    ['ki|', ['ki', ['kind:']]],
    ['-ha|', ['ha', ['has:', 'HAS_ROLE:', 'volumeHandle:']]],
    ['kind:job acc|', ['acc', ['accelerator:', 'acceleratorCount:', 'acceleratorType:']]],
    ['lin|', ['lin', ['linked:(']]],
    ['linked:(sta|', ['sta', ['state:', 'started:', 'stackType:']]],
    ['kind:|', ['', ['job 2', 'account 1', 'bucket 1']]],
    ['kind:j|', ['j', ['job 2']]],
    ['kind:j| state:failed', ['j', ['job 2']]],
    ['state:fa|', ['fa', ['failed 2']]],
    ['state:>=fa|', ['fa', ['failed 2']]],
    ['state:(succeeded OR fa|', ['fa', ['failed 2']]],
    ['state:ref|', ['ref', ['referenced 1']]],
    ['location:|', ['', ['us-central1 2', 'europe-west4 1']]],
    ['location: eu|', ['eu', ['europe-west4 1']]],
    ['sa:tra|', ['tra', ['trainer@x.iam.gserviceaccount.com 2']]],
    ['title:nigh|', ['nigh', ['"nightly run" 1']]],
    ['title:"nigh|', ['"nigh', ['"nightly run" 1']]],
    ['title:"nigh|tly"', ['"nightly"', ['"nightly run" 1']]],
    ['via:runs_a|', ['runs_a', ['RUNS_AS 2']]],
    ['linked:(kind:job) hops:|', ['', ['1', '2', '3']]],
    ['crosses:|', ['', ['project', 'region']]],
    ['confidence:h|', ['h', ['heuristic']]],
    ['created:|', ['', ['>-7d', '>-30d', '<-1y']]],
    ['"ki|', ['"ki', []]],
    ['nothing:x|', ['x', []]],
    ['gs://ki|', ['gs://ki', []]],
  ])('offers at %j', (text, expected) => {
    expect(at(text)).toStrictEqual(expected);
  });

  it('offers words that join only after a condition', () => {
    const joins = (text: string) => at(text, 1000)[1].filter((insert) => /^(?:AND|OR|NOT) $/.test(insert));
    expect(joins('kind:job |')).toStrictEqual(['AND ', 'OR ', 'NOT ']);
    expect(joins('kind:job OR |')).toStrictEqual([]);
    expect(joins('(|')).toStrictEqual([]);
    expect(joins('|')).toStrictEqual([]);
  });
});
