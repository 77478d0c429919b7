import { beforeAll, describe, expect, it } from 'vitest';
import type { QueryEngine } from '../../../../../shared/search/query/engine.ts';
import { fillQuestion } from '../../../../../shared/search/query/fill-question.ts';
import { QUESTIONS, questionById } from '../../../../../shared/search/query/questions.ts';
import { engineOf } from '../../../../tools/make-engine.ts';
import { readPaths } from '../../../../tools/read-inventory.ts';

const MODEL = 'projects/tidewater-ml-prod/locations/europe-west4/models/3391827750124453888';
const ACCOUNT = 'vision-trainer@tidewater-ml-prod.iam.gserviceaccount.com';
const KEY = 'projects/tidewater-security/locations/europe-west4/keyRings/ml/cryptoKeys/training';

let engine: QueryEngine;

beforeAll(async () => {
  engine = engineOf(await readPaths('electron/files/sample'));
});

/** Titles of what a question finds, and of what it leaves open. */
function answer(id: string, values: Readonly<Record<string, string>> = {}) {
  const question = questionById(id);
  if (question === undefined) throw new Error(`there is no question ${id}`);
  const filled = fillQuestion(question, new Map(Object.entries(values)));
  const { nodes, undecided, problems } = engine.ask(filled.ok ? filled.query : '');
  const titles = (numbers: readonly number[]) =>
    numbers.map((number) => engine.estate.index.nodes[number]?.title ?? '');
  return { found: titles(nodes), open: titles(undecided), problems };
}

const RESOURCE = { resource: MODEL };

describe('on the sample inventory', () => {
  it.each([
    [
      'how-was-it-produced',
      RESOURCE,
      [
        'demand-forecast-weekly-2026-11-15',
        'tidewater-sales-curated',
        'store_week',
        'forecast-trainer@tidewater-ml-prod.iam.gserviceaccount.com',
      ],
    ],
    ['what-code-ran', RESOURCE, ['forecast@sha256:20d4f8bab2740d1d4b0316f600524be1dc3f8a024f99abcac61bea8a43bf98f8']],
    ['which-keys-protect-it', RESOURCE, ['training']],
    ['which-network-exposes-it', RESOURCE, ['ml-vpc', 'ml-vpc-internal', 'demand-forecast-online']],
    ['what-can-its-identity-do', RESOURCE, ['forecast-trainer@tidewater-ml-prod.iam.gserviceaccount.com']],
    [
      'where-does-its-data-live',
      RESOURCE,
      ['tidewater-sales-curated', 'tidewater-forecast-artifacts', 'store_week', 'holidays'],
    ],
    ['what-it-feeds', { resource: 'gs://tidewater-sales-curated' }, ['demand-forecast', 'demand-forecast-online']],
    ['default-agent-jobs', {}, ['churn-probe-1', 'llm-eval-sandbox', 'scratch-embedding-dump']],
    [
      'account-compromise',
      { account: ACCOUNT },
      ['tidewater-vision-models', 'store-api', 'shelf-vision-base', 'training'],
    ],
    ['shared-accounts', {}, ['forecast-trainer@tidewater-ml-prod.iam.gserviceaccount.com']],
    ['foreign-accounts', {}, ['supplier-negotiator-rl']],
    [
      'who-else-uses-this-key',
      { key: KEY },
      ['vision-a100-pool', 'tidewater-sales-curated', 'shelf-vision-finetune-r1'],
    ],
    ['jobs-without-cmek', {}, ['basket-affinity-trial-1', 'supplier-negotiator-rl']],
    ['keys-without-rotation', {}, ['serving']],
    ['jobs-without-network', {}, ['llm-eval-sandbox', 'basket-affinity-trial-1']],
    ['open-firewalls', {}, ['default-allow-rdp', 'default-allow-ssh']],
    ['images-not-pinned', {}, ['price-elasticity-try-1', 'supplier-negotiator-rl', 'next-vision-job']],
    ['foreign-images', {}, ['library/python:3.11', 'openevals/harness:0.4']],
    ['code-buckets', {}, ['tidewater-pipeline-code']],
    ['interactive-shells', {}, ['llm-eval-sandbox']],
    ['who-touches-bucket', { bucket: 'gs://tidewater-clickstream' }, ['llm-eval-sandbox', 'price-elasticity-try-1']],
    ['jobs-with-secrets', {}, ['shelf-vision-finetune-r1', 'shelf-vision-finetune-r2']],
    ['worst-findings', {}, ['reef-labeller']],
    ['recent-failures', {}, ['basket-affinity-trial-6', 'demand-forecast-weekly-2026-10-18']],
    ['jobs-without-labels', {}, ['churn-probe-1', 'next-vision-job']],
    ['not-collected', {}, ['basket:2026-10', 'scikit-learn-cpu.1-0:latest']],
  ])('%s is answered', (id, values, among) => {
    const { found, problems } = answer(id, values);
    expect(problems).toStrictEqual([]);
    expect(among.filter((title) => !found.includes(title))).toStrictEqual([]);
  });

  it('what jobs write outside their region is left open where the bucket was not collected', () => {
    const { found, open } = answer('writes-outside-region');
    expect(open).toContain('churn-probe-1');
    expect(found).toContain('reef-detector-try-1');
    expect(found).not.toContain('churn-probe-1');
  });

  it('a job that has a key is not among those without', () => {
    expect(answer('jobs-without-cmek').found).not.toContain('demand-forecast-weekly-2026-11-15');
    expect(answer('what-code-ran', RESOURCE).found).not.toContain('scratch:latest');
    expect(answer('which-keys-protect-it', { resource: 'x' }).found).toStrictEqual([]);
  });

  it('every question has an id of its own and a blank for each parameter', () => {
    const ids = QUESTIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const blanks = QUESTIONS.map(({ query }) => [
      ...new Set([...query.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)),
    ]);
    expect(blanks).toStrictEqual(QUESTIONS.map(({ parameters }) => parameters.map(({ name }) => name)));
  });
});

describe('fillQuestion', () => {
  const shared = QUESTIONS.find(({ id }) => id === 'shared-accounts');
  const touches = QUESTIONS.find(({ id }) => id === 'who-touches-bucket');
  const fill = (question: typeof shared, values: Readonly<Record<string, string>>) =>
    question === undefined ? undefined : fillQuestion(question, new Map(Object.entries(values)));

  it.each([
    [shared, {}, { ok: true, query: 'kind:account shared-by:>=5 via:(RUNS_AS OR IMPLICIT_IDENTITY)' }],
    [shared, { count: '9' }, { ok: true, query: 'kind:account shared-by:>=9 via:(RUNS_AS OR IMPLICIT_IDENTITY)' }],
    [touches, { bucket: 'gs://b' }, { ok: true, query: 'uses:(id:gs://b)' }],
    [touches, { bucket: 'x) OR (kind:job' }, { ok: true, query: 'uses:(id:"x) OR (kind:job")' }],
    [touches, { bucket: 'a"b\\' }, { ok: true, query: 'uses:(id:"a\\"b\\\\")' }],
    [
      touches,
      {},
      { ok: false, message: 'The question who-touches-bucket needs bucket (bucket).', expected: ['bucket=…'] },
    ],
    [
      touches,
      { buckt: 'a' },
      { ok: false, message: 'The question who-touches-bucket has no parameter "buckt".', expected: ['bucket'] },
    ],
  ])('fills or refuses %#', (question, values, expected) => {
    expect(fill(question, values)).toStrictEqual(expected);
  });
});
