import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../../shared/findings/fingerprint.ts';
import type { NodeId } from '../../../../shared/graph/graph.ts';
import { writeSnapshot } from '../../../../shared/inventory/snapshot.ts';
import { EMPTY_REVIEW } from '../../../../shared/review/review-record.ts';
import { readSample, reportOn } from '../../../tools/judge-files.ts';
import { runProgram } from '../../../../electron/cli/program.ts';

const SAMPLE = 'electron/files/sample';
const ONE = ['--rule', 'data-public-bucket'];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function run(...args: readonly string[]) {
  const [stdout, stderr] = [collector(), collector()];
  const status = await runProgram(['findings', ...args], {
    terminal: { stdin: Readable.from([]), stdout: stdout.stream, stderr: stderr.stream },
    now: () => Date.UTC(2026, 10, 23),
    version: '1.2.3',
    onInterrupt: () => () => undefined,
  });
  return { status, out: stdout.text(), messages: stderr.text().replaceAll(folder, '~') };
}

function collector() {
  const parts: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      parts.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(parts).toString() };
}

function save(name: string, contents: string): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

describe('findings', () => {
  it('lists what a rule finds, and counts what is not known', async () => {
    const { status, out, messages } = await run(SAMPLE, ...ONE, '--min-severity', 'critical');
    expect(status).toBe(0);
    expect(out.split('\n')[1]).toBe(
      'critical  fail     data-public-bucket  Everyone has access to a bucket that work uses  //storage.googleapis.com/tidewater-dev-scratch',
    );
    expect(messages).toMatch(/1 failed, \d+ unknown because not collected, 0 accepted\./);
  });

  it('ends with status 5 when a finding is as bad as asked for', async () => {
    expect((await run(SAMPLE, ...ONE, '--fail-on', 'high')).status).toBe(5);
    expect((await run(SAMPLE, '--rule', 'image-gcr', '--fail-on', 'high')).status).toBe(0);
  });

  it('accepts what the review of a snapshot accepts, says so, and counts it again when its last day is over', async () => {
    const inventory = readSample();
    const [finding] = reportOn(inventory).analysis.findings.filter(({ rule }) => rule === 'data-public-bucket');
    const { resource, evidence } = finding ?? { resource: '' as NodeId, evidence: [] };
    const rule = 'data-public-bucket';
    const acceptance = {
      fingerprint: fingerprintOf({ rule, resource, evidence }),
      rule,
      resource,
      reason: 'Public on purpose',
      author: 'Ada',
      time: '2026-11-20T08:00:00Z',
    };
    const write = (name: string, expires: string): string => {
      const review = { ...EMPTY_REVIEW, acceptances: [{ ...acceptance, expires }] };
      const bytes = writeSnapshot(inventory, { createdTime: '2026-11-20T09:00:00Z', toolVersion: '1.2.3', review });
      return save(name, new TextDecoder().decode(bytes));
    };
    const held = await run(write('held.lineage.json', '2026-12-31'), ...ONE, '--format', 'markdown');
    expect(held.out).toContain('Accepted: Public on purpose (until 2026-12-31, by Ada on 2026-11-20)');
    expect(held.messages).toContain('1 accepted by the review in these files.');
    const over = await run(write('over.lineage.json', '2026-11-22'), ...ONE, '--fail-on', 'high');
    expect(over.status).toBe(5);
    expect(over.messages).toContain('1 counted again because the acceptance has expired.');
  });

  it('accepts what an earlier run found', async () => {
    const baseline = join(folder, 'known.json');
    expect((await run(SAMPLE, ...ONE, '--format', 'json', '--output', baseline)).status).toBe(0);
    const { status, out } = await run(SAMPLE, ...ONE, '--baseline', baseline, '--fail-on', 'info');
    expect(status).toBe(0);
    expect(out).toContain('accepted');
  });

  it('takes exceptions, severities and places from a configuration', async () => {
    const config = save(
      'findings.yaml',
      'exceptions:\n  - {rule: data-public-bucket, resource: "*/tidewater-dev-scratch", reason: Published on purpose}\n',
    );
    const { status, out } = await run(SAMPLE, ...ONE, '--config', config, '--fail-on', 'info');
    expect({ status, accepted: out.includes('critical  accepted  data-public-bucket') }).toStrictEqual({
      status: 0,
      accepted: true,
    });
  });

  it('names the place of a mistake in a configuration', async () => {
    const unknown = await run(SAMPLE, '--config', save('a.yaml', 'severities:\n  data-public-bukcet: low\n'));
    expect(unknown).toMatchObject({
      status: 2,
      messages: '~/a.yaml: severities.data-public-bukcet: there is no rule of this id\n',
    });
    const broken = await run(SAMPLE, '--config', save('b.yaml', 'regions: [eu\nrules: {}\n'));
    expect(broken.status).toBe(2);
    expect(broken.messages).toMatch(/^~\/b\.yaml line \d+, column \d+: /);
    expect((await run(SAMPLE, '--config', join(folder, 'none.yaml'))).status).toBe(2);
  });

  it('refuses rules and baselines that are none', async () => {
    expect((await run(SAMPLE, '--rule', 'no-such-rule')).messages).toContain('There is no rule "no-such-rule"');
    expect((await run(SAMPLE, '--baseline', save('c.json', '{"findings":3}'))).status).toBe(2);
    expect((await run(SAMPLE, '--baseline', save('d.json', 'no json'))).status).toBe(2);
  });

  it.each(['json', 'sarif', 'markdown', 'html'])('writes the same bytes as %s for the same input', async (format) => {
    const [first, second] = [join(folder, '1'), join(folder, '2')];
    await run(SAMPLE, '--format', format, '--output', first);
    await run(SAMPLE, '--format', format, '--output', second);
    expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
  });
});
