import { describe, expect, it } from 'vitest';
import { ask, isPlainWords } from '../../../../shared/search/ask.ts';
import { engineOf } from '../../../tools/make-engine.ts';
import { readContents } from '../../../tools/read-inventory.ts';

function job(id: string, displayName: string, location: string, state: string, bucket: string) {
  return {
    name: `projects/lantern-ml/locations/${location}/customJobs/${id}`,
    displayName,
    state: `JOB_STATE_${state}`,
    labels: { team: 'risk' },
    jobSpec: {
      workerPoolSpecs: [{ containerSpec: { imageUri: 'python:3.11', args: ['--flavour=vanilla-custard'] } }],
      baseOutputDirectory: { outputUriPrefix: `gs://${bucket}/runs` },
    },
  };
}

const JOBS = [
  job('1', 'fraud-train', 'europe-west4', 'SUCCEEDED', 'lantern-models'),
  job('2', 'churn-score', 'us-central1', 'FAILED', 'lantern-us'),
];

const engine = engineOf(readContents({ 'jobs.json': JSON.stringify(JOBS) }));

function found(text: string) {
  const { form, nodes, problems } = ask(engine, text);
  return [form, nodes.map(({ title }) => title).toSorted(), problems.length];
}

describe('ask', () => {
  it.each([
    [
      'a full name',
      '//aiplatform.googleapis.com/projects/lantern-ml/locations/us-central1/customJobs/2',
      'form',
      ['churn-score'],
    ],
    ['a name of nothing', 'projects/p/locations/us-central1/customJobs/9', 'form', []],
    ['an address', 'gs://lantern-us/x', 'form', ['lantern-us']],
    ['a location', 'us-central1', 'form', ['churn-score']],
    ['a location and text', 'us-central1|churn', 'form', ['churn-score']],
    ['a filter', 'state=JOB_STATE_FAILED AND labels.team=risk', 'form', ['churn-score']],
    ['a filter with a pattern', 'displayName:"fraud*"', 'form', ['fraud-train']],
    ['a reverse look-up', 'bucket:lantern-us', 'form', ['churn-score']],
    ['words', 'churn', 'words', ['churn-score']],
    ['words with a typo', 'chrun', 'words', ['churn-score']],
    ['words of a document', 'vanilla-custard', 'words', ['churn-score', 'fraud-train']],
    ['words that nothing has', 'zzz', 'words', []],
    ['a query that begins as a filter', 'state:failed location:us-*', 'query', ['churn-score']],
    ['a query that begins as a look-up', 'bucket:lantern-us state:failed', 'query', ['churn-score']],
    ['a look-up with a pattern', 'bucket:lantern-*', 'query', ['churn-score', 'fraud-train']],
    ['a look-up of nothing', 'bucket:nothing', 'query', []],
    [
      'an OR that filters do not know',
      'state=JOB_STATE_FAILED OR labels.team=risk',
      'query',
      ['churn-score', 'fraud-train'],
    ],
    ['a query', 'kind:job -churn', 'query', ['fraud-train']],
  ])('takes %s: %s', (_what, text, form, titles) => {
    expect(found(text)).toStrictEqual([form, titles, 0]);
  });

  it.each(['bucket:', 'state>FAILED', 'createTime>"yesterday"', 'colour:blue', '(churn', '"churn'])(
    'tells what is wrong with %s',
    (text) => {
      expect(ask(engine, text).problems.length).toBe(1);
    },
  );

  it('gives reasons for filters, look-ups and queries alike', () => {
    const reasonsOf = (text: string) => {
      const result = ask(engine, text);
      return result.nodes.flatMap((node) => result.reasons(node).map(({ type }) => type));
    };
    expect(reasonsOf('state=JOB_STATE_FAILED')).toStrictEqual(['value']);
    expect(reasonsOf('bucket:lantern-us')).toStrictEqual(['links']);
    expect(reasonsOf('kind:job state:failed')).toStrictEqual(['value', 'value']);
    expect(reasonsOf('us-central1')).toStrictEqual(['text']);
  });
});

describe('isPlainWords', () => {
  it.each([
    ['train fraud-2', true],
    ['', true],
    ['and or', true],
    ['a AND b', false],
    ['"a"', false],
    ['a*', false],
    ['a~', false],
    ['-a', false],
    ['kind:job', false],
    ['a<b', false],
  ])('%j: %s', (text, expected) => {
    expect(isPlainWords(text)).toBe(expected);
  });
});
