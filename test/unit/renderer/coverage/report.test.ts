import { describe, expect, it } from 'vitest';
import { problemRows, skippedRows, unclaimedRows } from '../../../../renderer/coverage/report-rows.ts';
import { problemPlace, reportText } from '../../../../renderer/inventory/report-text.ts';
import type { CoverageReport } from '../../../../renderer/inventory/worker/protocol/protocol.ts';
import type { NodeId } from '../../../../shared/graph/graph.ts';

const job = '//aiplatform.googleapis.com/projects/p/locations/europe-west4/customJobs/1' as NodeId;

const report: CoverageReport = {
  coverage: [
    { project: 'p', location: 'global', kind: 'gcp-compute-network', status: 'denied', count: 0, error: 'forbidden' },
  ],
  problems: [
    { code: 'duplicate', severity: 'note', file: 'a.json', path: '[3]', reason: 'Read twice.' },
    { code: 'syntax', severity: 'error', file: 'b.ndjson', line: 12, reason: 'A bracket is missing.' },
  ],
  unclaimed: [{ document: job, path: 'jobSpec.extra', value: 'projects/p/things/t' }],
  redactions: [],
  skipped: [{ type: 'pubsub.googleapis.com/Topic', count: 4, file: 'assets.ndjson' }],
  referenced: [{ kind: 'gcp-storage-bucket', count: 2 }],
  unresolved: [],
};

describe('report', () => {
  it('names the place of a problem as far as it is known', () => {
    expect([
      problemPlace({ file: 'a.json', line: 3, path: '[0].name' }),
      problemPlace({ file: 'a.json', path: '[0].name' }),
      problemPlace({ file: '' }),
    ]).toStrictEqual(['a.json:3 [0].name', 'a.json [0].name', 'whole inventory']);
  });

  it('lists errors before notes', () => {
    expect(problemRows(report)).toStrictEqual([
      { severity: 'error', place: 'b.ndjson:12', text: 'A bracket is missing.' },
      { severity: 'note', place: 'a.json [3]', text: 'Read twice.' },
    ]);
  });

  it('leads from an unclaimed reference to its place in the document', () => {
    expect(unclaimedRows(report)).toStrictEqual([
      {
        severity: 'plain',
        place: 'customJobs/1 jobSpec.extra',
        text: 'projects/p/things/t',
        node: { id: job, path: 'jobSpec.extra', value: 'projects/p/things/t' },
      },
    ]);
  });

  it('counts what was skipped', () => {
    expect(skippedRows(report)).toStrictEqual([
      {
        severity: 'plain',
        place: 'pubsub.googleapis.com/Topic',
        text: '4 records in assets.ndjson counted and skipped',
      },
    ]);
  });

  it('writes the whole report as text and leaves empty sections out', () => {
    expect(reportText(report)).toBe(
      [
        'Problems (2)',
        '  note: a.json [3]: Read twice.',
        '  error: b.ndjson:12: A bracket is missing.',
        '',
        'Coverage (1)',
        '  p global gcp-compute-network: denied, 0 read, forbidden',
        '',
        'Not collected, but named by others (1)',
        '  gcp-storage-bucket: 2',
        '',
        'References no rule claims (1)',
        `  ${job} jobSpec.extra: projects/p/things/t`,
        '',
        'Skipped types (1)',
        '  assets.ndjson: pubsub.googleapis.com/Topic: 4',
        '',
      ].join('\n'),
    );
  });
});
