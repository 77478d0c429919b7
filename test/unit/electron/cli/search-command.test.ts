import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../../../electron/cli/program.ts';

const JOBS = 'test/fixtures/files/gcloud/custom-jobs.list.json';

async function search(...args: readonly string[]) {
  const [stdout, stderr] = [collector(), collector()];
  const status = await runProgram(['search', ...args], {
    terminal: { stdin: Readable.from([]), stdout: stdout.stream, stderr: stderr.stream },
    now: () => Date.UTC(2026, 10, 23),
    version: '1.2.3',
    onInterrupt: () => () => undefined,
  });
  return {
    status,
    out: stdout.text(),
    messages: stderr
      .text()
      .split('\n')
      .filter((line) => line !== ''),
  };
}

function collector() {
  const parts: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      parts.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(parts).toString('utf8') };
}

interface Row {
  readonly id: string;
  readonly why?: readonly string[];
}

describe('search', () => {
  it('takes queries and says why', async () => {
    const { status, out } = await search('kind:job state:failed', '--explain', '--in', JOBS);
    expect(status).toBe(0);
    const rows = JSON.parse(out) as readonly Row[];
    expect(rows.map(({ id, why }) => [id.split('/').at(-1), why])).toStrictEqual([
      ['77', ['kind: Custom job', 'state: JOB_STATE_FAILED']],
    ]);
  });

  it('says why in the table too', async () => {
    const { out } = await search('state:failed', '--explain', '--format', 'table', '--in', JOBS);
    expect(out).toMatch(/ID +WHY\n.*state: JOB_STATE_FAILED\n$/);
  });

  it('shows each mistake at its place and ends with status 2', async () => {
    expect(await search('kind:jbo stat:failed', '--in', JOBS)).toStrictEqual({
      status: 2,
      out: '',
      messages: [
        'kind:jbo stat:failed',
        '     ^^^',
        'There is no kind "jbo". Expected: job.',
        'Perhaps: kind:job stat:failed',
        'kind:jbo stat:failed',
        '         ^^^^',
        expect.stringMatching(/^There is no field "stat"\. .* Expected: state/),
        'Perhaps: kind:jbo state:failed',
      ],
    });
  });

  it('masks secrets in reasons', async () => {
    const { out } = await search('args:*', '--explain', '--in', JOBS);
    expect(out).toContain('"why"');
    expect(out).not.toContain('0123456789abcdef0123456789abcdef01234567');
  });

  it('tells of what it cannot be told', async () => {
    const { status, messages } = await search('kind:bucket -has:cmek', '--in', JOBS);
    expect([status, messages[0]]).toStrictEqual([
      1,
      expect.stringMatching(/^Of \d+ resources it cannot be told, for what would tell was not collected: /),
    ]);
  });

  it('asks questions of the library', async () => {
    const found = await search('--question', 'recent-failures', '--set', 'since=2020-01-01', '--in', JOBS);
    expect([found.status, found.messages]).toStrictEqual([0, ['Asked: kind:job state:failed created:>2020-01-01']]);
    const listed = await search('--questions');
    expect((JSON.parse(listed.out) as readonly Row[]).map(({ id }) => id)).toContain('account-compromise');
    expect((await search('--questions', '--format', 'table')).out).toMatch(
      /recent-failures +Which jobs failed lately\? +since=-90d/,
    );
  });

  it.each([
    [[], 'Give a query, or --question ID; --questions lists them.'],
    [['churn'], 'Name the files to look in with --in FILE…, or ask Google Cloud with --project PROJECT.'],
    [['churn', '--question', 'code-buckets', '--in', JOBS], 'Give a query or --question, not both.'],
    [
      ['--question', 'code-bucket', '--in', JOBS],
      'There is no question "code-bucket". Perhaps code-buckets. --questions lists them.',
    ],
    [
      ['--question', 'who-touches-bucket', '--in', JOBS],
      'The question who-touches-bucket needs bucket (bucket). Expected: --set bucket=…',
    ],
    [
      ['--question', 'who-touches-bucket', '--set', 'buckett=a', '--in', JOBS],
      'The question who-touches-bucket has no parameter "buckett". Expected: --set bucket=…',
    ],
    [['--question', 'code-buckets', '--set', 'x', '--in', JOBS], '--set takes NAME=VALUE, not "x".'],
  ])('refuses %j', async (args, message) => {
    expect(await search(...args)).toStrictEqual({ status: 2, out: '', messages: [message] });
  });
});
