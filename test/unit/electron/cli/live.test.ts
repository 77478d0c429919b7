import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RETRIABLE } from '../../../../shared/inventory/collection/retriable.ts';
import { writeSnapshot } from '../../../../shared/inventory/snapshot.ts';
import { EMPTY_REVIEW } from '../../../../shared/review/review-record.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundleCli, type BundledCli } from '../../../tools/bundle-for-node.ts';
import { readPaths } from '../../../tools/read-inventory.ts';
import { buildEstate } from '../../../doubles/google/build-estate.ts';
import { gcloudEnvironment } from '../../../doubles/google/gcloud-environment.ts';
import { startRelay } from '../../../doubles/google/relay.ts';
import { startFakeGoogle } from '../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../doubles/google/start.ts';

const QUERY = { name: 'Failed', query: 'state=JOB_STATE_FAILED', author: 'reviewer', time: '2026-11-01T00:00:00Z' };
const PROJECTS = ['--project', 'ml-project-1', '--project', 'ml-project-2'];
const folder = mkdtempSync(join(tmpdir(), 'live-cli-'));
const out = join(folder, 'estate.json');
const kept = join(folder, 'estate-json-unfinished.ndjson');
/** Everything any process printed. */
const printed: string[] = [];
/** Journals and snapshots that were written. */
const written: string[] = [];
/** What a collection that nothing disturbs gives. */
let whole: Contents;
let fake: FakeGoogle;
let cli: BundledCli;

interface Contents {
  readonly documents: readonly string[];
  readonly masked: readonly string[];
}

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

beforeAll(async () => {
  cli = await bundleCli();
  fake = await startFakeGoogle({ estate: buildEstate({ projects: 2, locations: 6, jobsPerLocation: 40 }) });
  await writeFile(join(folder, 'token'), fake.accessToken, { mode: 0o600 });
  await run('collect', ...PROJECTS, '--out', out);
  whole = await contentsOf(out);
  await rm(out);
});

afterEach(async () => {
  fake.faults.clear();
  await Promise.all([rm(out, { force: true }), rm(kept, { force: true })]);
});

afterAll(async () => {
  await Promise.all([fake.close(), cli.remove()]);
  await rm(folder, { recursive: true });
});

function start(args: readonly string[], rest = fake.rest): ChildProcess {
  const overrides = gcloudEnvironment(
    { rest },
    {
      configurationFolder: join(folder, 'gcloud'),
      tokenFile: join(folder, 'token'),
      project: 'ml-project-1',
    },
  );
  return spawn(process.execPath, [cli.script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], ...overrides },
  });
}

async function ended(child: ChildProcess): Promise<Outcome> {
  const closed = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const [status, text, errors] = await Promise.all([closed, textOf(child.stdout), textOf(child.stderr)]);
  printed.push(text, errors);
  return { status, out: text, errors };
}

async function run(...args: readonly string[]): Promise<Outcome> {
  return ended(start(args));
}

async function textOf(stream: AsyncIterable<Uint8Array> | null): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of stream ?? []) {
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Starts to collect, and ends it by a signal when much has been read, but not all of a region. */
async function cutOff(signal: 'SIGINT' | 'SIGKILL'): Promise<Outcome> {
  let release = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  fake.faults.add({ location: 'us-east1', fault: { kind: 'hold', until } });
  const child = start(['collect', ...PROJECTS, '--out', out]);
  const outcome = ended(child);
  await journalHas(200);
  child.kill(signal);
  const { status, out: text, errors } = await outcome;
  release();
  fake.faults.clear();
  written.push(await readFile(kept, 'utf8'));
  return { status, out: text, errors };
}

/** Resolves once the journal has this many lines. */
async function journalHas(lines: number): Promise<void> {
  for (;;) {
    const text = await readFile(kept, 'utf8').catch(() => '');
    if (text.split('\n').length > lines) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Documents of a file and what is masked in them, but for when a tag was resolved and by which key secrets are masked. */
async function contentsOf(file: string): Promise<Contents> {
  const { documents, redactions } = await readPaths(file);
  return {
    documents: documents
      .map(({ aliasTime: _read, origin: _line, ...document }) => JSON.stringify(document))
      .map((text) => text.replaceAll(/(\[masked [^\]#]*)#[0-9a-f]{6}/g, '$1'))
      .toSorted(),
    masked: redactions.map(({ document, path, reason }) => `${document} ${path} ${reason}`).toSorted(),
  };
}

async function jobsIn(file: string): Promise<number> {
  const { documents } = await readPaths(file);
  return documents.filter(({ kind }) => kind === 'gcp-ai-platform-custom-job').length;
}

describe('collect', () => {
  it('writes a snapshot and leaves nothing else', async () => {
    const { status, errors } = await run('collect', ...PROJECTS, '--out', out);
    expect([status, errors.split('\n').at(-2)]).toStrictEqual([0, `Wrote ${out}: 532 documents, secrets masked.`]);
    expect(await jobsIn(out)).toBe(480);
    expect((await readdir(folder)).toSorted()).toStrictEqual(['estate.json', 'token']);
  });

  it('says before it reads what read-only tokens do not give, and asks for wider ones where it is told to', async () => {
    const as = [
      '--impersonate-service-account',
      'trainer@ml-project-1.iam.gserviceaccount.com',
      '--location',
      'us-central1',
    ];
    const narrow = await run('collect', ...PROJECTS, ...as, '--out', out);
    expect(narrow.status).toBe(3);
    expect(narrow.errors).toMatch(
      /^note: The tokens this app asks for are read-only, and .* With --token-scope cloud-platform they are/mu,
    );
    expect(narrow.errors).toContain('cloudkms.googleapis.com takes no read-only token');
    const wide = await run('collect', ...PROJECTS, ...as, '--token-scope', 'cloud-platform', '--out', out);
    expect([wide.status, wide.errors.includes('read-only')]).toStrictEqual([0, false]);
  });

  it('says what could not be read and how to get it, with status 3', async () => {
    fake.faults.add({ location: 'us-east1', fault: { kind: 'denied' } });
    fake.faults.add({ service: 'cloudkms.googleapis.com', fault: { kind: 'disabled' } });
    const { status, errors } = await run('collect', ...PROJECTS, '--out', out);
    expect(status).toBe(3);
    expect(errors).toContain(
      '$ gcloud projects add-iam-policy-binding ml-project-1 --member=user:YOUR-E-MAIL --role=roles/aiplatform.viewer --condition=None',
    );
    expect(errors).toContain('cloudkms.googleapis.com is not enabled. Enable it at https://');
    expect(await jobsIn(out)).toBe(400);
  });

  it('keeps what it read when it is interrupted, and goes on with --resume', async () => {
    const { status, errors } = await cutOff('SIGINT');
    expect([status, errors.includes(`are kept in ${kept}. Go on with the same command and --resume.`)]).toStrictEqual([
      3,
      true,
    ]);
    expect((await stat(kept)).mode % 0o1000).toBe(0o600);
    const again = await run('collect', ...PROJECTS, '--out', out);
    expect([again.status, again.errors.includes('A collection was not finished')]).toStrictEqual([2, true]);
    const resumed = await run('collect', ...PROJECTS, '--out', out, '--resume');
    written.push(await readFile(out, 'utf8'));
    expect([resumed.status, await jobsIn(out), (await readdir(folder)).toSorted()]).toStrictEqual([
      0,
      480,
      ['estate.json', 'token'],
    ]);
  });

  it('loses nothing it had read when it is killed', async () => {
    await cutOff('SIGKILL');
    const before = await jobsIn(kept);
    expect(before).toBeGreaterThan(100);
    const resumed = await run('collect', ...PROJECTS, '--out', out, '--resume');
    expect([resumed.status, await jobsIn(out)]).toStrictEqual([0, 480]);
    expect(await contentsOf(out)).toStrictEqual(whole);
    expect(whole.masked.length).toBeGreaterThan(100);
  });

  it('tries again with --resume only what failed, and keeps what reviewers made of the rest', async () => {
    fake.faults.add({ location: 'us-east1', service: 'aiplatform.googleapis.com', fault: { kind: 'denied' } });
    fake.faults.add({ service: 'cloudkms.googleapis.com', fault: { kind: 'disabled' } });
    const first = await run('collect', ...PROJECTS, '--out', out);
    expect([
      first.status,
      first.errors.includes('Try only what failed again with the same command and --resume.'),
    ]).toStrictEqual([3, true]);
    expect((await readdir(folder)).toSorted()).toStrictEqual(['estate.json', 'token']);
    const inventory = await readPaths(out);
    const review = { ...EMPTY_REVIEW, queries: [QUERY] };
    await writeFile(out, writeSnapshot(inventory, { createdTime: '2026-11-01T00:00:00Z', toolVersion: '1', review }));
    fake.faults.clear();
    const before = fake.calls.count({ method: 'ListCustomJobs' });
    const second = await run('collect', ...PROJECTS, '--out', out, '--resume');
    expect([second.status, await jobsIn(out), fake.calls.count({ method: 'ListCustomJobs' }) - before]).toStrictEqual([
      0, 480, 2,
    ]);
    const mended = await readPaths(out);
    expect([mended.coverage.filter(({ status }) => RETRIABLE.has(status)), mended.review?.queries]).toStrictEqual([
      [],
      [QUERY],
    ]);
    expect((await contentsOf(out)).masked).toStrictEqual(whole.masked);
    expect((await readdir(folder)).toSorted()).toStrictEqual(['estate.json', 'token']);
  });

  it('does not go on from a file that it did not write', async () => {
    await writeFile(out, '[]');
    const { status, errors } = await run('collect', ...PROJECTS, '--out', out, '--resume');
    expect([status, errors.includes('is not a whole snapshot of a collection alone')]).toStrictEqual([2, true]);
    expect(await readFile(out, 'utf8')).toBe('[]');
  });

  it('comes to the same end over a network that is cut in the middle for a while', async () => {
    const relay = await startRelay(Number(new URL(fake.rest).port));
    fake.faults.add({ location: 'us-east1', fault: { kind: 'delay', milliseconds: 600 } });
    const outcome = ended(start(['collect', ...PROJECTS, '--out', out], `http://127.0.0.1:${relay.port}/`));
    await journalHas(200);
    relay.cut();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    relay.mend();
    const { status } = await outcome;
    await relay.close();
    expect([status, await jobsIn(out), (await readdir(folder)).toSorted()]).toStrictEqual([
      0,
      480,
      ['estate.json', 'token'],
    ]);
    expect(await contentsOf(out)).toStrictEqual(whole);
  });

  it.each([
    [['--credentials', 'password'], 2, '--credentials takes adc, gcloud or gcloud:CONFIGURATION, not "password".'],
    [['--depth', 'deep'], 2, 'This cannot be collected: depth'],
    [['--resume'], 2, 'There is nothing to go on with: neither '],
    [['--credentials', 'adc'], 4, ''],
    [['--credentials', 'gcloud:work'], 4, ''],
  ])('refuses %j', async (args, status, message) => {
    const outcome = await run('collect', '--project', 'ml-project-1', '--out', out, ...args);
    expect([outcome.status, outcome.errors.includes(message)]).toStrictEqual([status, true]);
  });

  it('says that the login has ended, with status 4 where nothing was read', async () => {
    fake.faults.add({ fault: { kind: 'unauthenticated' } });
    const { status } = await run('collect', ...PROJECTS, '--out', out);
    expect([status, (await readdir(folder)).toSorted()]).toStrictEqual([4, ['token']]);
  });
});

describe('live queries', () => {
  const id = '1000000000000000000';

  it('get a job by id from whichever region it is in, with its links', async () => {
    const { status, out: text } = await run('get', id, ...PROJECTS);
    const found: unknown = JSON.parse(text);
    expect([status, (found as { id: string }[]).map((row) => row.id)]).toStrictEqual([
      0,
      [
        `//aiplatform.googleapis.com/projects/ml-project-1/locations/us-central1/customJobs/${id}`,
        `//aiplatform.googleapis.com/projects/ml-project-2/locations/us-central1/customJobs/${id}`,
      ],
    ]);
  });

  it('get a resource by name', async () => {
    const { status, out: text } = await run('get', 'gs://ml-project-1-data', '--project', 'ml-project-1');
    expect([status, text.includes('"storage#bucket"')]).toStrictEqual([0, true]);
  });

  it('say that there is none', async () => {
    const { status, errors } = await run('get', '404', '--project', 'ml-project-1');
    expect([status, errors.includes('Nothing matches "404".')]).toStrictEqual([1, true]);
  });

  it('list with the API’s own filter', async () => {
    const { status, out: text } = await run(
      'list',
      '--state',
      'JOB_STATE_FAILED',
      '--location',
      'us-central1',
      '--format',
      'table',
      ...PROJECTS,
    );
    expect([status, text.trimEnd().split('\n').length]).toStrictEqual([0, 21]);
    const filters = fake.calls.all({ method: 'ListCustomJobs' }).map(({ parameters }) => parameters['filter']);
    expect(filters.at(-1)).toBe('(state="JOB_STATE_FAILED")');
  });

  it('search by display name', async () => {
    const { status, out: text } = await run(
      'search',
      'displayName:"train-1-*"',
      '--format',
      'table',
      '--project',
      'ml-project-1',
    );
    expect(status).toBe(0);
    expect(
      text
        .trimEnd()
        .split('\n')
        .slice(1)
        .every((line) => line.includes('train-1-')),
    ).toBe(true);
  });
});

describe('the token', () => {
  it('is in nothing that was printed', () => {
    expect(printed.length).toBeGreaterThan(10);
    expect(printed.filter((text) => text.includes(fake.accessToken))).toStrictEqual([]);
  });

  it('is in no journal and in no snapshot', () => {
    expect(written).toHaveLength(3);
    expect(written.filter((text) => text.includes(fake.accessToken))).toStrictEqual([]);
  });
});
