import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runProgram } from '../../../../electron/cli/program.ts';
import { writeSnapshot } from '../../../../shared/inventory/snapshot.ts';
import { EMPTY_REVIEW, type ReviewRecord } from '../../../../shared/review/review-record.ts';
import { inventoryOf } from '../../shared/inventory-of.ts';
import { FULL_REVIEW } from '../../shared/review/review-of.ts';

const JOBS = 'test/fixtures/files/gcloud/custom-jobs.list.json';
const BUCKETS = 'test/fixtures/files/gcloud/buckets.list.json';
const NUMBER = '418820347715';
const JOB = `//aiplatform.googleapis.com/projects/${NUMBER}/locations/us-central1/customJobs/2125568986268521181`;
const FAILED_JOB = `//aiplatform.googleapis.com/projects/${NUMBER}/locations/us-central1/customJobs/77`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly messages: readonly string[];
}

async function run(args: readonly string[], input = ''): Promise<Outcome> {
  const [stdout, stderr] = [collector(), collector()];
  const status = await runProgram(args, {
    terminal: { stdin: Readable.from([Buffer.from(input)]), stdout: stdout.stream, stderr: stderr.stream },
    now: () => Date.UTC(2026, 10, 23),
    version: '1.2.3',
    onInterrupt: () => () => undefined,
  });
  const messages = stderr.text().replaceAll(folder, '~').split('\n');
  return { status, out: stdout.text(), messages: messages.filter((line) => line !== '') };
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
  readonly links: readonly { readonly type: string; readonly direction: string; readonly id: string }[];
  readonly document?: { readonly displayName?: string };
}

function rowsOf({ out }: Outcome): readonly Row[] {
  return JSON.parse(out) as readonly Row[];
}

describe('graph', () => {
  it('writes JSON with nodes, edges, unclaimed references and problems, the same bytes each time', async () => {
    const first = await run(['graph', JOBS]);
    expect([first.status, first.messages]).toStrictEqual([0, []]);
    const graph = JSON.parse(first.out) as { nodes: { id: string }[] };
    expect(Object.keys(graph)).toStrictEqual(['nodes', 'edges', 'unclaimed', 'problems']);
    expect(graph.nodes.map(({ id }) => id)).toContain(JOB);
    expect(first.out).not.toContain('0123456789abcdef0123456789abcdef01234567');
    expect((await run(['graph', JOBS])).out).toBe(first.out);
  });

  it.each([
    ['cyjs', /^\{\n"data"/],
    ['graphml', /^<\?xml /],
    ['dot', /^digraph lineage \{/],
    ['csv', /^id,kind,state,/],
  ])('writes %s', async (format, beginning) => {
    const { status, out } = await run(['graph', JOBS, '--format', format]);
    expect([status, beginning.test(out)]).toStrictEqual([0, true]);
  });

  it('reads standard input, and several files and folders together', async () => {
    const piped = await run(['graph', '-'], readFileSync(JOBS, 'utf8'));
    expect(JSON.parse(piped.out)).toStrictEqual(JSON.parse((await run(['graph', JOBS])).out));
    const { out } = await run(['graph', '-', BUCKETS], readFileSync(JOBS, 'utf8'));
    expect(out).toContain(
      '"id":"//storage.googleapis.com/tidal-training-data","kind":"gcp-storage-bucket","state":"present"',
    );
  });

  it('writes to a file, and two for CSV', async () => {
    const written = await run(['graph', JOBS, '--format', 'csv', '--output', join(folder, 'estate.csv')]);
    expect([written.status, written.out, written.messages]).toStrictEqual([
      0,
      '',
      ['Wrote ~/estate.nodes.csv', 'Wrote ~/estate.edges.csv'],
    ]);
    await run(['graph', JOBS, '--output', join(folder, 'g.json')]);
    expect(readdirSync(folder).toSorted((a, b) => a.localeCompare(b))).toStrictEqual([
      'estate.edges.csv',
      'estate.nodes.csv',
      'g.json',
    ]);
    expect(readFileSync(join(folder, 'g.json'), 'utf8')).toBe((await run(['graph', JOBS])).out);
  });

  it('shows what can be read beside a file that cannot, and ends with status 2', async () => {
    const missing = join(folder, 'missing.json');
    const { status, out, messages } = await run(['graph', missing, JOBS]);
    expect([status, messages]).toStrictEqual([2, ['error: ~/missing.json: There is no such file or folder.']]);
    expect(out).toContain(JOB);
    expect(JSON.parse(out)).toMatchObject({
      problems: [{ file: missing, reason: 'There is no such file or folder.' }],
    });
  });

  it('ends with status 2 when a file gives nothing, and 0 when only some records are bad', async () => {
    const useless = join(folder, 'useless.json');
    writeFileSync(useless, '{"error":{"code":403,"status":"PERMISSION_DENIED"}}');
    expect((await run(['graph', useless, JOBS])).status).toBe(2);
    const { status, messages } = await run(['graph', 'test/fixtures/files/assets/export.ndjson']);
    expect([status, messages]).toStrictEqual([
      0,
      [
        'error: test/fixtures/files/assets/export.ndjson line 2: Not valid JSON at line 2, column 115: a string is not closed.',
        'note: test/fixtures/files/assets/export.ndjson: 1 record of type compute.googleapis.com/Instance not kept: no kind of this product',
      ],
    ]);
  });

  it('takes an empty list for an empty graph', async () => {
    const { status, out } = await run(['graph', '-'], '[]');
    expect([status, JSON.parse(out)]).toStrictEqual([
      0,
      { nodes: [], edges: [], unclaimed: [], problems: [{ file: '-', reason: 'The file holds no resources.' }] },
    ]);
  });
});

describe('get', () => {
  it.each([
    '2125568986268521181',
    'us-central1|2125568986268521181',
    `projects/${NUMBER}/locations/us-central1/customJobs/2125568986268521181`,
    JOB,
  ])('finds %s', async (query) => {
    const outcome = await run(['get', query, '--in', JOBS]);
    expect([outcome.status, outcome.messages]).toStrictEqual([0, []]);
    const [row] = rowsOf(outcome);
    expect(Object.keys(row ?? {})).toStrictEqual(['id', 'kind', 'state', 'title', 'links', 'document']);
    expect(row?.id).toBe(JOB);
    expect(row?.links).toContainEqual({
      type: 'USES_KMS_KEY',
      direction: 'outgoing',
      id: '//cloudkms.googleapis.com/projects/tidal-ml/locations/us-central1/keyRings/ml/cryptoKeys/training',
    });
    expect(row?.document?.displayName).toBe('churn-train-0147');
    expect(outcome.out).not.toContain('0123456789abcdef0123456789abcdef01234567');
  });

  it('finds resources that are only referenced, without a document', async () => {
    const [row] = rowsOf(await run(['get', 'gs://tidal-models', '--in', JOBS]));
    expect([row?.id, row?.document]).toStrictEqual(['//storage.googleapis.com/tidal-models', undefined]);
    expect(row?.links.map(({ type, direction, id }) => [type, direction, id])).toContainEqual([
      'WRITES_TO',
      'incoming',
      JOB,
    ]);
  });

  it('shows all that match and says so', async () => {
    const jobs = ['us-central1', 'europe-west4'].map((location) => ({
      name: `projects/p/locations/${location}/customJobs/1`,
      jobSpec: {},
    }));
    const outcome = await run(['get', '1', '--in', '-'], JSON.stringify(jobs));
    expect([outcome.status, outcome.messages]).toStrictEqual([
      0,
      ['2 resources match "1"; all are shown. Name one by LOCATION|ID or by its full name.'],
    ]);
    expect(rowsOf(outcome).map(({ id }) => id)).toStrictEqual([
      '//aiplatform.googleapis.com/projects/p/locations/europe-west4/customJobs/1',
      '//aiplatform.googleapis.com/projects/p/locations/us-central1/customJobs/1',
    ]);
  });

  it('ends with status 1 and an empty list for what is not there', async () => {
    expect(await run(['get', '404', '--in', JOBS])).toStrictEqual({
      status: 1,
      out: '[]\n',
      messages: ['Nothing matches "404".'],
    });
  });

  it('ends with status 2 and the accepted forms for what is no name', async () => {
    const { status, out, messages } = await run(['get', 'not a name', '--in', JOBS]);
    expect([status, out, messages[0], messages[1]]).toStrictEqual([
      2,
      '',
      '"not a name" is no name or id. Accepted forms:',
      '  ID',
    ]);
  });
});

describe('list', () => {
  it('lists every resource, sorted by id', async () => {
    const ids = rowsOf(await run(['list', '--in', JOBS])).map(({ id }) => id);
    expect(ids).toStrictEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(ids).toContain('//storage.googleapis.com/tidal-models');
  });

  it.each([
    [
      ['--kind', 'customJobs'],
      [JOB, FAILED_JOB],
    ],
    [['--kind', 'gcp-ai-platform-custom-job', '--state', 'JOB_STATE_FAILED'], [FAILED_JOB]],
    [
      ['--kind', 'ai-platform-custom-job', '--state', 'JOB_STATE_FAILED', '--state', 'JOB_STATE_SUCCEEDED'],
      [JOB, FAILED_JOB],
    ],
    [
      ['--label', 'team=growth', '--label', 'cost_center=4711'],
      [JOB, FAILED_JOB],
    ],
    [['--label', 'team=other'], []],
    [
      ['--created-from', '2026-11-20', '--created-before', '2026-11-21T00:00:00Z'],
      [JOB, FAILED_JOB],
    ],
    [['--created-from', '2026-11-21'], []],
  ])('lists by %j', async (options, expected) => {
    const outcome = await run(['list', ...options, '--in', JOBS]);
    expect([outcome.status, rowsOf(outcome).map(({ id }) => id)]).toStrictEqual([0, expected]);
  });

  it('prints a table for people', async () => {
    const { out } = await run(['list', '--kind', 'customJobs', '--format', 'table', '--in', JOBS]);
    expect(out.split('\n')).toStrictEqual([
      'KIND                    STATE                TITLE             PROJECT       LOCATION     ID',
      `ai-platform-custom-job  JOB_STATE_SUCCEEDED  churn-train-0147  ${NUMBER}  us-central1  ${JOB}`,
      `ai-platform-custom-job  JOB_STATE_FAILED     multi: line       ${NUMBER}  us-central1  ${FAILED_JOB}`,
      '',
    ]);
  });

  it('lets no name act on the terminal', async () => {
    const job = {
      name: 'projects/p/locations/us-central1/customJobs/1',
      displayName: 'a\u001b[31m\u202eb',
      jobSpec: {},
    };
    const { out } = await run(['list', '--format', 'table', '--in', '-'], JSON.stringify([job]));
    expect(out).toContain('a\ufffd[31m\ufffdb');
  });

  it.each([
    [['--kind', 'nonsense'], 'There is no kind "nonsense". Choose one of:'],
    [['--kind', 'datasets'], '"datasets" is the name of several kinds. Choose one of:'],
    [['--label', 'team'], '--label takes KEY=VALUE, not "team".'],
    [
      ['--created-from', 'yesterday'],
      '--created-from takes a time such as 2026-11-01 or 2026-11-01T09:30:00Z, not "yesterday".',
    ],
  ])('refuses %j', async (options, message) => {
    const { status, messages } = await run(['list', ...options, '--in', JOBS]);
    expect([status, messages[0]]).toStrictEqual([2, message]);
  });
});

describe('search', () => {
  it.each([
    ['churn', JOB],
    ['state=JOB_STATE_FAILED', FAILED_JOB],
    ['us-central1|multi', FAILED_JOB],
    ['bucket:tidal-training-data', JOB],
  ])('finds by %s', async (query, id) => {
    const outcome = await run(['search', query, '--in', JOBS]);
    expect(outcome.status).toBe(0);
    expect(rowsOf(outcome).map((row) => row.id)).toContain(id);
  });

  it('ends with status 1 and an empty list when nothing is found', async () => {
    expect(await run(['search', 'zzzqqq', '--in', JOBS])).toStrictEqual({
      status: 1,
      out: '[]\n',
      messages: ['Nothing is found for "zzzqqq".'],
    });
  });
});

describe('snapshot', () => {
  it('writes what can be opened again, secrets masked', async () => {
    const path = join(folder, 'estate.lineage.json.gz');
    const { status, messages } = await run(['snapshot', JOBS, BUCKETS, '--out', path]);
    expect([status, messages]).toStrictEqual([0, ['Wrote ~/estate.lineage.json.gz: 3 documents, secrets masked.']]);
    const text = gunzipSync(readFileSync(path)).toString();
    expect(text).toContain('"createdTime":"2026-11-23T00:00:00.000Z",\n"toolVersion":"1.2.3",');
    expect(text).not.toContain('0123456789abcdef0123456789abcdef01234567');
    expect((await run(['graph', path])).out).toBe((await run(['graph', JOBS, BUCKETS])).out);
  });

  it('keeps secrets when asked to, in a file for the user alone', async () => {
    const path = join(folder, 'a.lineage.json');
    await run(['snapshot', JOBS, '--out', path, '--include-secrets']);
    expect(readFileSync(path, 'utf8')).toContain('0123456789abcdef0123456789abcdef01234567');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('keeps what reviewers made of its snapshots, as one', async () => {
    const reviewed = (name: string, review: ReviewRecord) => {
      const path = join(folder, name);
      writeFileSync(
        path,
        writeSnapshot(inventoryOf([]), { createdTime: '2026-11-23T00:00:00Z', toolVersion: '1.2.3', review }),
      );
      return path;
    };
    const second = { ...EMPTY_REVIEW, notes: FULL_REVIEW.notes.map((note) => ({ ...note, id: 'n2', text: 'Second' })) };
    const { out, messages } = await run([
      'snapshot',
      JOBS,
      reviewed('a.json', FULL_REVIEW),
      reviewed('b.json', second),
      '--out',
      '-',
    ]);
    const rows = (JSON.parse(out) as { review: { entry: string; note?: { text: string } }[] }).review;
    expect(rows.map(({ entry, note }) => note?.text ?? entry)).toStrictEqual([
      'acceptance',
      'findingsBefore',
      'mark',
      'Ask the vision team.',
      'Second',
      'query',
      'tab',
      'tab',
      'view',
    ]);
    expect(messages).toStrictEqual(['Wrote a snapshot: 2 documents, secrets masked. Review: 9 entries.']);
    const without = await run(['snapshot', reviewed('c.json', FULL_REVIEW), JOBS, '--no-review', '--out', '-']);
    expect(JSON.parse(without.out)).toMatchObject({ review: [] });
  });

  it('writes to standard output', async () => {
    const { out } = await run(['snapshot', JOBS, '--out', '-']);
    expect(JSON.parse(out)).toMatchObject({ format: 'vertex-lineage-snapshot', version: 2 });
  });

  it('writes nothing when nothing could be read, and says why when it cannot write', async () => {
    const path = join(folder, 'a.lineage.json');
    const nothing = await run(['snapshot', join(folder, 'missing'), '--out', path]);
    expect([nothing.status, nothing.messages[1], readdirSync(folder)]).toStrictEqual([
      2,
      'Nothing could be read; ~/a.lineage.json was not written.',
      [],
    ]);
    const unwritable = await run(['snapshot', JOBS, '--out', join(folder, 'no/such/a.json')]);
    expect([unwritable.status, unwritable.messages]).toStrictEqual([
      2,
      ['~/no/such/a.json cannot be written: There is no such file or folder.'],
    ]);
  });
});

describe('usage', () => {
  it.each([['graph'], ['get'], ['list'], ['search'], ['snapshot']])('explains %s with examples', async (command) => {
    const { status, out } = await run([command, '--help']);
    expect(status).toBe(0);
    expect(out).toMatch(new RegExp(`Usage: vertex-lineage ${command} `));
    expect(out).toMatch(/Examples:\n(?: {2}.*:\n {4}\$ .*vertex-lineage .*\n)+/);
  });

  it('explains all commands and the exit status', async () => {
    const { status, out } = await run(['--help']);
    expect(status).toBe(0);
    expect(out).toContain('Exit status: 0 done; 1 get or search found nothing; 2 bad usage');
    expect((await run(['--version'])).out).toBe('1.2.3\n');
  });

  it.each([
    [[]],
    [['frobnicate']],
    [['graph']],
    [['graph', JOBS, '--format', 'png']],
    [['get', '--in', JOBS]],
    [['get', '1']],
    [['list']],
    [['list', '--in']],
    [['snapshot', JOBS]],
    [['list', '--nonsense', '--in', JOBS]],
  ])('ends with status 2 for %j', async (args) => {
    const { status, out, messages } = await run(args);
    expect([status, out]).toStrictEqual([2, '']);
    expect(messages.length).toBeGreaterThan(0);
  });
});
