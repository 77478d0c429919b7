import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleCli, type BundledCli } from '../tools/bundle-for-node.ts';
import { isJsonObject, type JsonValue } from '../../shared/json.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const CLI = 'npm run -s cli -- ';
const cliCommands = readme.split('\n').filter((line) => line.includes(CLI));

let cli: BundledCli;

beforeAll(async () => {
  cli = await bundleCli();
});

afterAll(async () => {
  await cli.remove();
});

describe('the README', () => {
  it('has an example of every command', () => {
    const named = cliCommands.map((line) => line.slice(line.indexOf(CLI) + CLI.length).split(' ')[0]);
    expect(new Set(named)).toStrictEqual(new Set(['graph', 'list', 'get', 'search', 'access', 'snapshot', 'findings']));
  });

  it.each(cliCommands)('%s works as it stands', (line) => {
    const folder = mkdtempSync(join(tmpdir(), 'readme-'));
    symlinkSync(join(root, 'electron'), join(folder, 'electron'));
    const command = line.replace(CLI, `"${process.execPath}" "${cli.script}" `);
    const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect({ status, errors: stderr.split('\n').filter((each) => each.startsWith('error')) }).toStrictEqual({
      status: 0,
      errors: [],
    });
  });

  it('names only scripts that exist', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, script]) => script ?? '');
    const description: JsonValue = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const scripts = isJsonObject(description) ? description['scripts'] : undefined;
    expect(named.filter((script) => !isJsonObject(scripts) || !(script in scripts))).toStrictEqual([]);
  });

  it('shows a picture that is there', () => {
    const picture = /!\[[^\]]+\]\(([^)]+)\)/.exec(readme)?.[1] ?? '';
    expect(readFileSync(join(root, picture)).subarray(1, 4).toString()).toBe('PNG');
  });
});
