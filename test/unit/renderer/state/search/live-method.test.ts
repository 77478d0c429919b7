import { expect, it } from 'vitest';
import { liveMethod } from '../../../../../renderer/state/search/live-method.ts';

it('asks for a name or an id by GET, for a kind by LIST, for anything else by SEARCH', () => {
  const texts = [
    '1234567890',
    'us-central1|1234567890',
    'projects/northwind/locations/us-central1/customJobs/1234567890',
    'customJobs',
    'gcp-ai-platform-model',
    'fraud',
    'state="JOB_STATE_FAILED"',
  ];
  expect(texts.map(liveMethod)).toStrictEqual(['get', 'get', 'get', 'list', 'list', 'search', 'search']);
});
