import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLogFile } from '../../../../electron/app/log-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-file-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the log file', () => {
  it('has one line per event, with its facts, redacted', () => {
    const log = openLogFile(join(folder, 'logs'), '/home/ada');
    log.warn('call refused', { channel: 'files:choose', reason: 'token ya29.abcdef in /home/ada/x' });
    log.info('files read', {});
    const lines = readFileSync(join(folder, 'logs', 'main.log'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => line.replace(/^\S+ /, ''))).toStrictEqual([
      'warn call refused {"channel":"files:choose","reason":"token *** in ~/x"}',
      'info files read',
    ]);
  });

  it('is moved aside when it is full, and never takes more than four files', () => {
    const log = openLogFile(folder, '/home/ada');
    const text = 'x'.repeat(200 * 1024);
    for (let count = 0; count < 40; count += 1) log.info(text, {});
    expect(readdirSync(folder).toSorted()).toStrictEqual(['main.1.log', 'main.2.log', 'main.3.log', 'main.log']);
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    expect(sizes.every((size) => size <= 1.3 * 1024 * 1024)).toBe(true);
  });
});
