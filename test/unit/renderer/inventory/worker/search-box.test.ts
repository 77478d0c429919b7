import { describe, expect, it } from 'vitest';
import { answerSearch, matchesOf, type Searched } from '../../../../../renderer/inventory/worker/search-box.ts';
import { engineOf } from '../../../../tools/make-engine.ts';
import { readContents } from '../../../../tools/read-inventory.ts';

function job(id: string, displayName: string, state: string, args: readonly string[] = []) {
  return {
    name: `projects/lantern-ml/locations/us-central1/customJobs/${id}`,
    displayName,
    state: `JOB_STATE_${state}`,
    jobSpec: {
      workerPoolSpecs: [{ containerSpec: { imageUri: 'python:3.11', args } }],
      baseOutputDirectory: { outputUriPrefix: 'gs://lantern-models/runs' },
    },
  };
}

const JOBS = [job('1', 'fraud-train', 'SUCCEEDED', ['--token=hunter2']), job('2', 'churn-score', 'FAILED')];

const engine = engineOf(readContents({ 'jobs.json': JSON.stringify(JOBS) }));

const searched: Searched = {
  graph: engine.estate.graph,
  index: engine.estate.index,
  queries: () => engine,
  mask: (_document, path, value) => (path.includes('args') ? '[masked]' : value),
};

function answer(query: string, limit = 10) {
  const { hits, total, problems, undecided } = answerSearch(searched, query, limit);
  return { hits: hits.map(({ title, why }) => [title, why]), total, problems: problems.length, undecided };
}

describe('answerSearch', () => {
  it.each([
    ['', [], 0],
    ['churn', [['churn-score', undefined]], 1],
    ['chrun', [['churn-score', undefined]], 1],
    ['gs://lantern-models/x', [['lantern-models', undefined]], 1],
    ['state=JOB_STATE_FAILED', [['churn-score', ['state: JOB_STATE_FAILED']]], 1],
    ['kind:job state:failed', [['churn-score', ['state: JOB_STATE_FAILED']]], 1],
    ['kind:job -state:failed', [['fraud-train', []]], 1],
  ])('%j', (query, hits, total) => {
    expect(answer(query)).toStrictEqual({ hits, total, problems: 0, undecided: 0 });
  });

  it('answers the part of a query that is understood, and tells of the rest', () => {
    expect(answer('state:failed colour:blue')).toStrictEqual({
      hits: [['churn-score', ['state: JOB_STATE_FAILED']]],
      total: 1,
      problems: 1,
      undecided: 0,
    });
    expect(answer('colour:blue')).toMatchObject({ hits: [], problems: 1 });
  });

  it('counts what cannot be decided', () => {
    expect(answer('kind:bucket -has:cmek')).toStrictEqual({ hits: [], total: 0, problems: 0, undecided: 1 });
  });

  it('masks secrets in what it says', () => {
    expect(answer('args:*hunter2')).toStrictEqual({
      hits: [['fraud-train', ['jobSpec.workerPoolSpecs[0].containerSpec.args[0]: [masked]']]],
      total: 1,
      problems: 0,
      undecided: 0,
    });
  });

  it('lists no more than is asked for, and counts all', () => {
    expect(answer('kind:job', 1)).toMatchObject({ hits: [['churn-score', []]], total: 2 });
  });
});

describe('matchesOf', () => {
  it.each([
    ['', 0, 0],
    ['churn', 1, 1],
    ['kind:job', 2, 2],
    ['state=JOB_STATE_FAILED', 1, 1],
    ['colour:blue', 0, 0],
  ])('gives the ids of what is found by %j', (query, ids, total) => {
    const matches = matchesOf(searched, query, 10);
    expect([matches.ids.length, matches.total]).toStrictEqual([ids, total]);
  });

  it('gives no more than is asked for', () => {
    expect(matchesOf(searched, 'kind:job', 1)).toMatchObject({
      ids: [expect.stringContaining('customJobs/2')],
      total: 2,
    });
  });
});
