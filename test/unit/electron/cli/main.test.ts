import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleCli, type BundledCli } from '../../../tools/bundle-for-node.ts';

const JOBS = 'test/fixtures/files/gcloud/custom-jobs.list.json';

interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

let cli: BundledCli;

beforeAll(async () => {
  cli = await bundleCli();
});

afterAll(async () => {
  await cli.remove();
});

/** Runs a shell command in which `CLI` stands for the real command line. */
async function shell(command: string): Promise<Outcome> {
  const script = `set -o pipefail; ${command.replaceAll('CLI', `node ${cli.script}`)}`;
  const child = spawn('bash', ['-c', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, errors] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  const status = await new Promise<number | null>((resolve) => {
    if (child.exitCode === null) {
      child.once('exit', resolve);
    } else {
      resolve(child.exitCode);
    }
  });
  return { status, out, errors };
}

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) {
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

describe('the command line as a process', () => {
  it('prints results on standard output and its version', async () => {
    const { status, out, errors } = await shell(`CLI graph ${JOBS} && CLI --version`);
    expect([status, errors]).toStrictEqual([0, '']);
    expect(out).toMatch(/^\{\n"nodes":\[\n[\s\S]*\n\}\n\d+\.\d+\.\d+\n$/);
  });

  it('reads a pipe', async () => {
    const { status, out } = await shell(`cat ${JOBS} | CLI list --kind customJobs --in - --format table`);
    expect([status, out.split('\n').length]).toStrictEqual([0, 4]);
  });

  it('reads what process substitution hands over', async () => {
    const { status, out } = await shell(`CLI list --kind customJobs --in <(gzip -c ${JOBS}) --format table`);
    expect([status, out.split('\n').length]).toStrictEqual([0, 4]);
  });

  it('ends quietly when its reader has seen enough', async () => {
    const { status, out, errors } = await shell('CLI graph electron/files/sample | head -c 10');
    expect([status, out.length, errors.includes('Error')]).toStrictEqual([0, 10, false]);
  });

  it('tells its caller the outcome', async () => {
    expect((await shell(`CLI get 404 --in ${JOBS}`)).status).toBe(1);
    expect((await shell('CLI graph missing.json')).status).toBe(2);
    expect((await shell('CLI nonsense')).status).toBe(2);
  });
});
