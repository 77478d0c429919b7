import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { describeGaps } from '../../../../electron/cli/coverage-report.ts';
import { readCredentials, readRequest } from '../../../../electron/cli/live-options.ts';
import { createLiveProgress } from '../../../../electron/cli/live-progress.ts';
import type { Terminal } from '../../../../electron/cli/terminal.ts';
import type { CollectionProgress } from '../../../../electron/google/collect/collect-types.ts';
import type { CoverageRow } from '../../../../shared/inventory/inventory.ts';

const JOB = 'gcp-ai-platform-custom-job';

const PROGRESS: CollectionProgress = {
  type: 'progress',
  places: [{ kind: JOB, location: 'us-central1', waiting: 1, reading: 1, read: 5, failed: 1, documents: 900 }],
  linked: { found: 4, done: 2, failed: 0 },
  documents: 902,
  rate: 310.4,
  remaining: 11.2,
  notices: [],
};

function terminalOf(isTerminal: boolean): { readonly terminal: Terminal; text(): string } {
  const parts: string[] = [];
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      parts.push(String(chunk));
      done();
    },
  });
  return {
    terminal: {
      stdin: Readable.from([]),
      stdout: new Writable(),
      stderr: Object.assign(stderr, { isTTY: isTerminal }),
    },
    text: () => parts.join(''),
  };
}

describe('progress on standard error', () => {
  it('is a bar on a terminal, which is cleared', () => {
    const { terminal, text } = terminalOf(true);
    const progress = createLiveProgress(terminal, () => 0);
    progress.show(PROGRESS);
    progress.clear();
    expect(text()).toBe(
      '\r\u001b[K[################--------] 902 documents, 310/s, 8 of 12 readings, 1 failed, about 12 s left\r\u001b[K',
    );
  });

  it('is a line every five seconds elsewhere', () => {
    const { terminal, text } = terminalOf(false);
    let now = 0;
    const progress = createLiveProgress(terminal, () => now);
    for (; now <= 11_000; now += 1000) {
      progress.show(PROGRESS);
    }
    expect(text()).toBe('collecting: 902 documents, 310/s, 8 of 12 readings, 1 failed, about 12 s left\n'.repeat(2));
  });

  it('says each notice once, and that a login is waited for', () => {
    const { terminal, text } = terminalOf(true);
    const progress = createLiveProgress(terminal, () => 0);
    const notices = [{ type: 'assets-unused', scope: 'projects/p', reason: 'no permission', isWalked: true }] as const;
    const paused = { service: 'iam.googleapis.com', message: 'expired', status: 'cancelled' } as const;
    progress.show({ ...PROGRESS, notices });
    progress.show({ ...PROGRESS, notices, paused });
    expect(text().split('Cloud Asset Inventory')).toHaveLength(2);
    expect(text()).toContain('waiting for a login');
  });
});

describe('what could not be read', () => {
  const denied: CoverageRow = {
    project: 'northwind-ml',
    location: 'us-east1',
    kind: JOB,
    status: 'denied',
    count: 0,
    error: 'no',
    permission: 'aiplatform.customJobs.list',
    role: 'roles/aiplatform.viewer',
  };

  it('is nothing where everything was read or is nobody’s to read', () => {
    const rows: CoverageRow[] = [
      { ...denied, status: 'read' },
      { ...denied, status: 'external' },
      { ...denied, status: 'not-offered' },
      { ...denied, status: 'not-found', resource: '//storage.googleapis.com/gone' },
    ];
    expect(describeGaps(rows, undefined)).toBe('');
  });

  it('is a row for each place and reason, with the commands that help', () => {
    const models: CoverageRow = { ...denied, kind: 'gcp-ai-platform-model', permission: 'aiplatform.models.list' };
    expect(describeGaps([denied, models], 'alex@example.com')).toBe(
      [
        'Not everything could be read:',
        'STATUS  PROJECT       LOCATION  READ  WHAT                 WHY',
        'denied  northwind-ml  us-east1  0     Custom jobs, Models  roles/aiplatform.viewer is lacking (aiplatform.customJobs.list, aiplatform.models.list)',
        'Roles that were lacking, to be granted by an administrator:',
        '  $ gcloud projects add-iam-policy-binding northwind-ml --member=user:alex@example.com --role=roles/aiplatform.viewer --condition=None',
        '',
      ].join('\n'),
    );
  });

  it('cannot act on the terminal, whatever Google’s text holds', () => {
    const text = describeGaps([{ ...denied, status: 'failed', error: 'a\u001b[2Jb\u202ec' }], undefined);
    expect([text.includes('\u001b'), text.includes('\u202e')]).toStrictEqual([false, false]);
  });
});

describe('options of live commands', () => {
  it('choose credentials', () => {
    expect(readCredentials({})).toStrictEqual({ source: 'gcloud' });
    expect(
      readCredentials({
        credentials: 'gcloud:work',
        impersonateServiceAccount: 'a@p.iam.gserviceaccount.com',
        quotaProject: 'tools',
      }),
    ).toStrictEqual({
      source: 'gcloud',
      configuration: 'work',
      impersonate: 'a@p.iam.gserviceaccount.com',
      quotaProject: 'tools',
    });
    expect(() => readCredentials({ credentials: 'adc:work' })).toThrow('The credentials cannot be used');
  });

  it('make a request, each project and location once', () => {
    expect(readRequest({ project: ['a1', 'a1'], location: ['us-east1'], depth: '2' }, undefined, 4)).toStrictEqual({
      projects: ['a1'],
      locations: ['us-east1'],
      depth: 2,
      assets: 'off',
      transport: 'auto',
    });
    expect(readRequest({ scope: 'folders/12' }, 'own', 4)).toStrictEqual({
      projects: [],
      scope: 'folders/12',
      depth: 4,
      assets: 'auto',
      transport: 'auto',
    });
    expect(readRequest({}, 'own', 4).projects).toStrictEqual(['own']);
    expect(() => readRequest({}, undefined, 4)).toThrow('Name at least one project');
    expect(() => readRequest({ project: ['../x'] }, undefined, 4)).toThrow('not the id or number of a project');
  });
});
