import { describe, expect, it } from 'vitest';
import { executableName, failedLately, findElectron } from '../../../../electron/runtime/find-electron.ts';
import type { Attempt } from '../../../../electron/runtime/find-electron.ts';
import { PlainError } from '../../../../electron/runtime/host.ts';
import type { Places } from '../../../../electron/runtime/places.ts';
import { createFakeHost } from './fake-host.ts';

const places: Places = { root: '/app', electronPackage: '/app/node_modules/electron', cache: '/app/cache' };
const electronPackage = { '/app/node_modules/electron/package.json': '{"version":"45.4.1"}' };
const installed = {
  ...electronPackage,
  '/app/node_modules/electron/dist/version': '45.4.1',
  '/app/node_modules/electron/dist/electron': '',
};
const downloadFails = [
  ['node /app/node_modules/electron/install.js', { code: 1, stderr: 'fetch failed\n at x' }],
] as const;
const fallbackRuntime = { executable: '/app/cache/fallback/electron', mark: 'fallback' };

function fallback(isReady = false, attempt: Attempt = { runtime: fallbackRuntime }) {
  return { isReady: () => isReady, prepare: () => Promise.resolve(attempt) };
}

describe('findElectron()', () => {
  it('takes the distribution of ELECTRON_OVERRIDE_DIST_PATH before all else', async () => {
    const host = createFakeHost({
      environment: { ELECTRON_OVERRIDE_DIST_PATH: '/dist' },
      files: { ...installed, '/dist/electron': '', '/dist/version': 'v44.0.1\n' },
    });
    expect(await findElectron(host, places, fallback())).toStrictEqual({
      executable: '/dist/electron',
      mark: 'electron 44.0.1',
    });
  });

  it('does not look further when ELECTRON_OVERRIDE_DIST_PATH is wrong', async () => {
    const host = createFakeHost({ environment: { ELECTRON_OVERRIDE_DIST_PATH: '/dist' }, files: installed });
    await expect(findElectron(host, places, fallback())).rejects.toThrow(
      new PlainError('ELECTRON_OVERRIDE_DIST_PATH is set, but there is no /dist/electron'),
    );
  });

  it('takes the binary of the electron package when it is there, without running anything', async () => {
    const host = createFakeHost({ files: installed });
    expect(await findElectron(host, places, fallback(true))).toStrictEqual({
      executable: '/app/node_modules/electron/dist/electron',
      mark: 'electron 45.4.1',
    });
    expect(host.commands).toStrictEqual([]);
  });

  it('downloads the binary of the electron package when it is not there', async () => {
    const host = createFakeHost({ files: electronPackage, answers: [['node', { code: 0 }]] });
    const run = host.run.bind(host);
    host.run = async (...call) => {
      host.files.set('/app/node_modules/electron/dist/electron', '');
      return await run(...call);
    };
    expect(await findElectron(host, places, fallback())).toStrictEqual({
      executable: '/app/node_modules/electron/dist/electron',
      mark: 'electron 45.4.1',
    });
    expect(host.said).toStrictEqual(['Downloading Electron 45.4.1 ...']);
  });

  it('takes the fallback when the download fails, says so, and notes when', async () => {
    const host = createFakeHost({ files: electronPackage, answers: downloadFails, now: 5000 });
    expect(await findElectron(host, places, fallback())).toStrictEqual(fallbackRuntime);
    expect(host.said).toStrictEqual([
      'Downloading Electron 45.4.1 ...',
      'Electron 45.4.1 could not be downloaded: fetch failed',
    ]);
    expect(host.files.get('/app/cache/download-failed.txt')).toBe('5000 ');
  });

  it('does not try the download again at once when the fallback is ready', async () => {
    const host = createFakeHost({
      files: { ...electronPackage, '/app/cache/download-failed.txt': '5000 ' },
      answers: downloadFails,
      now: 6000,
    });
    expect(await findElectron(host, places, fallback(true))).toStrictEqual(fallbackRuntime);
    expect(host.commands).toStrictEqual([]);
  });

  it('gives every reason when there is no Electron at all', async () => {
    const host = createFakeHost({ files: electronPackage, answers: downloadFails });
    await expect(findElectron(host, places, fallback(false, { reason: 'there is no fallback' }))).rejects.toThrow(
      new PlainError(
        [
          'No Electron to run the app with:',
          '- Electron 45.4.1 could not be downloaded: fetch failed',
          '- there is no fallback',
          'Set ELECTRON_MIRROR to a mirror of Electron releases, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked distribution.',
        ].join('\n'),
      ),
    );
  });
});

describe('failedLately()', () => {
  it.each([
    ['never', undefined, 10, '', false],
    ['a minute ago', '0 ', 60_000, '', true],
    ['an hour ago', '0 ', 3_600_000, '', false],
    ['a minute ago, but from another mirror', '0 ', 60_000, 'https://mirror.example/', false],
    ['in the future, by a clock set back', '9000 ', 10, '', false],
    ['never, by an unreadable note', 'x', 10, '', false],
  ])('%s', (_name, record, now, mirror, expected) => {
    expect(failedLately(record, now, mirror)).toBe(expected);
  });
});

describe('executableName()', () => {
  it.each([
    ['linux', 'electron'],
    ['win32', 'electron.exe'],
    ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ])('on %s is %s', (platform, expected) => {
    expect(executableName(platform)).toBe(expected);
  });
});
