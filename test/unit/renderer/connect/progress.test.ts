import { describe, expect, it } from 'vitest';
import { collectionFailure } from '../../../../renderer/connect/collection-failure.ts';
import { doingOf, endingOf, placeRows, remainingText } from '../../../../renderer/connect/progress.ts';
import { STARTING } from '../../../../shared/ipc/collection.ts';

const JOBS = { kind: 'gcp-ai-platform-custom-job', waiting: 0, reading: 0, read: 0, failed: 0, documents: 0 } as const;

describe('the progress of a collection', () => {
  it('says how long it will take where that is known and matters', () => {
    expect(
      [undefined, 0.4, 41, 89, 200].map((remaining) => remainingText(remaining === undefined ? {} : { remaining })),
    ).toStrictEqual([undefined, undefined, 'about 45 seconds left', 'about 90 seconds left', 'about 3 minutes left']);
  });

  it('lists what failed first, then what is being read', () => {
    expect(
      placeRows([
        { ...JOBS, location: 'us-central1', read: 1, documents: 40 },
        { ...JOBS, location: 'europe-west4', reading: 1, read: 1, documents: 7 },
        { ...JOBS, location: 'asia-east1', failed: 1 },
        { ...JOBS, location: '-', waiting: 2 },
      ]).map(({ location, state, documents }) => [location, state, documents]),
    ).toStrictEqual([
      ['asia-east1', 'failed', 0],
      ['europe-west4', 'reading', 7],
      ['all locations', 'waiting', 0],
      ['us-central1', 'read', 40],
    ]);
  });

  it('calls a search a search, and not a collection', () => {
    expect([
      doingOf({ phase: 'starting', task: 'find' }),
      doingOf({ phase: 'running', task: 'find' }),
      doingOf({ phase: 'running', task: 'refresh' }),
      doingOf({ phase: 'running' }),
      doingOf({ phase: 'partial', task: 'find' }),
    ]).toStrictEqual([
      'Connecting',
      'Searching Google Cloud',
      'Reading everything again',
      'Collecting',
      'Showing what was read',
    ]);
    expect([
      endingOf({ phase: 'partial', task: 'find' })?.title,
      endingOf({ phase: 'failed', task: 'find' })?.title,
      endingOf({ phase: 'partial', task: 'collect' })?.title,
      endingOf({ phase: 'complete', task: 'find' }),
      endingOf({ phase: 'running', task: 'find' }),
    ]).toStrictEqual([
      'Not everything could be asked',
      'Google Cloud was not searched',
      'Not everything could be read',
      undefined,
      undefined,
    ]);
  });

  it('says what to run in a terminal where a collection did not begin for want of a login', () => {
    const problem = { kind: 'not-logged-in', source: 'gcloud', configuration: 'work' } as const;
    expect(collectionFailure({ ...STARTING, phase: 'failed', problem })).toStrictEqual({
      title: 'Not logged in to gcloud',
      message: 'The gcloud configuration work has no account.',
      advice: 'Log in with the command, then try again.',
      command: 'gcloud auth login --configuration=work',
    });
  });

  it('explains a collection that gave nothing', () => {
    expect([
      collectionFailure({ ...STARTING, phase: 'failed', problem: { kind: 'gcloud-missing' } })?.title,
      collectionFailure({ ...STARTING, phase: 'failed', failure: 'The disk is full.' })?.message,
      collectionFailure({ ...STARTING, phase: 'lost' })?.title,
      collectionFailure({ ...STARTING, phase: 'partial' }),
    ]).toStrictEqual(['gcloud was not found', 'The disk is full.', 'Collecting was cut off', undefined]);
  });
});
