import { describe, expect, it } from 'vitest';
import { STARTING } from '../../../../shared/ipc/collection.ts';
import { describeCollecting, describeProgress } from '../../../../renderer/start/describe-progress.ts';

describe('describe progress', () => {
  it('says that it starts before the first report', () => {
    expect(describeProgress(undefined)).toStrictEqual({ phase: 'Starting', detail: 'Waiting for the first bytes' });
  });

  it('shows the share of the bytes while reading', () => {
    expect(
      describeProgress({ phase: 'reading', file: 'jobs.json', bytesRead: 250, bytesTotal: 1000, documents: 7 }),
    ).toStrictEqual({ phase: 'Reading jobs.json', detail: '250 bytes of 1 KB read · 7 documents', percent: 25 });
  });

  it('shows no share where the size is unknown or the bytes are all read', () => {
    expect([
      describeProgress({ phase: 'reading', file: '-', bytesRead: 250, bytesTotal: 0, documents: 1 }),
      describeProgress({ phase: 'linking', file: '', bytesRead: 1000, bytesTotal: 1000, documents: 9 }),
    ]).toStrictEqual([
      { phase: 'Reading -', detail: '250 bytes read · 1 document' },
      { phase: 'Finding links', detail: '1 KB of 1 KB read · 9 documents' },
    ]);
  });
});

describe('describe collecting', () => {
  it('says how many of the readings are done', () => {
    const place = { kind: 'gcp-ai-platform-custom-job', location: 'europe-west4', documents: 5 } as const;
    expect([
      describeCollecting(STARTING),
      describeCollecting({
        ...STARTING,
        phase: 'running',
        documents: 5,
        places: [{ ...place, waiting: 1, reading: 1, read: 1, failed: 1 }],
      }),
    ]).toStrictEqual([
      { phase: 'Connecting', detail: '0 documents' },
      { phase: 'Collecting', detail: '5 documents', percent: 50 },
    ]);
  });
});
