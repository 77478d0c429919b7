import { describe, expect, it } from 'vitest';
import { PlainError } from '../../../../electron/runtime/host.ts';
import {
  ensureSystemLibraries,
  missingLibraries,
  packageChoices,
} from '../../../../electron/runtime/system-libraries.ts';
import { createFakeHost } from './fake-host.ts';
import type { FakeMachine } from './fake-host.ts';

const LDD = [
  '\tlinux-vdso.so.1 (0x00007ffd)',
  '\tlibffmpeg.so => /electron/libffmpeg.so (0x00007f)',
  '\tlibgtk-3.so.0 => not found',
  '\tlibasound.so.2 => not found',
  '\tlibgtk-3.so.0 => not found',
].join('\n');

const available = (name: string): readonly [string, { stdout: string }] => [
  `apt-cache policy ${name}`,
  { stdout: `${name}:\n  Installed: (none)\n  Candidate: 1.2.3\n` },
];
const FONTS = ['fc-list', { stdout: 'DejaVu Sans\n' }] as const;
const APT = ['which apt-get', {}] as const;
const WITH_DISPLAY = { DISPLAY: ':0' };

describe('missingLibraries()', () => {
  it('reads the names that ldd does not find, once each', () => {
    expect(missingLibraries(LDD)).toStrictEqual(['libasound.so.2', 'libgtk-3.so.0']);
  });
});

describe('packageChoices()', () => {
  it('lists each package once, and leaves out a library nobody knows', () => {
    expect(
      packageChoices({ libraries: ['libnss3.so', 'libsmime3.so', 'libodd.so.1', 'libcups.so.2'], packages: ['xvfb'] }),
    ).toStrictEqual([['xvfb'], ['libnss3'], ['libcups2t64', 'libcups2']]);
  });
});

describe('ensureSystemLibraries()', () => {
  it('does nothing when nothing is missing', async () => {
    const host = createFakeHost({ environment: WITH_DISPLAY, answers: [['ldd', {}], FONTS] });
    await ensureSystemLibraries(host, '/electron');
    expect(host.commands).toStrictEqual(['ldd /electron', 'fc-list : family']);
    expect(host.said).toStrictEqual([]);
  });

  it('asks nothing outside Linux', async () => {
    const host = createFakeHost({ platform: 'darwin' });
    await ensureSystemLibraries(host, '/electron');
    expect(host.commands).toStrictEqual([]);
  });

  it('tells a user who is not root the exact command', async () => {
    const host = createFakeHost({
      environment: WITH_DISPLAY,
      answers: [['ldd', { stdout: LDD }], FONTS, APT, available('libgtk-3-0'), available('libasound2')],
    });
    await expect(ensureSystemLibraries(host, '/electron')).rejects.toThrow(
      new PlainError(
        'This system lacks libasound.so.2, libgtk-3.so.0. Install them with:\n' +
          '  sudo apt-get update && sudo apt-get install -y libasound2 libgtk-3-0',
      ),
    );
  });

  it('names the packages of Ubuntu 24.04 where they have a t64 at the end', async () => {
    const host = createFakeHost({
      environment: WITH_DISPLAY,
      answers: [
        ['ldd', { stdout: LDD }],
        FONTS,
        APT,
        available('libgtk-3-0t64'),
        available('libasound2t64'),
        ['apt-cache policy libasound2', { stdout: 'libasound2:\n  Installed: (none)\n  Candidate: (none)\n' }],
      ],
    });
    await expect(ensureSystemLibraries(host, '/electron')).rejects.toThrow(/install -y libasound2t64 libgtk-3-0t64$/);
  });

  it('also wants the virtual display when there is no real one', async () => {
    const host = createFakeHost({ answers: [['ldd', {}], FONTS, APT, available('xvfb'), available('xauth')] });
    await expect(ensureSystemLibraries(host, '/electron')).rejects.toThrow(
      /This system lacks xvfb, xauth\. .*install -y xauth xvfb$/s,
    );
  });

  it('installs as root, after saying so, and looks again', async () => {
    const host = rootThatInstalls({ environment: WITH_DISPLAY });
    await ensureSystemLibraries(host, '/electron');
    expect(host.said).toStrictEqual([
      'Missing system packages are installed with apt-get, as we are root: apt-get update',
      'apt-get install -y libasound2 libgtk-3-0',
    ]);
    expect(host.commands.filter((line) => line.startsWith('apt-get'))).toStrictEqual([
      'apt-get update',
      'apt-get install -y --no-install-recommends libasound2 libgtk-3-0',
    ]);
  });

  it('says so when the installation fails', async () => {
    const host = createFakeHost({
      isRoot: true,
      environment: WITH_DISPLAY,
      answers: [['ldd', { stdout: LDD }], FONTS, APT, ['apt-get update', { code: 100, stderr: 'E: no network\n' }]],
    });
    await expect(ensureSystemLibraries(host, '/electron')).rejects.toThrow(
      new PlainError('apt-get update failed:\nE: no network'),
    );
  });

  it('names the libraries where there is no apt-get', async () => {
    const host = createFakeHost({
      isRoot: true,
      environment: WITH_DISPLAY,
      answers: [['ldd', { stdout: LDD }], FONTS],
    });
    await expect(ensureSystemLibraries(host, '/electron')).rejects.toThrow(
      new PlainError(
        'This system lacks libasound.so.2, libgtk-3.so.0. Install them with its package manager, then try again.',
      ),
    );
  });
});

/** A machine on which apt-get works: what ldd misses before, it finds after. */
function rootThatInstalls(machine: FakeMachine): ReturnType<typeof createFakeHost> {
  const host = createFakeHost({
    ...machine,
    isRoot: true,
    answers: [['apt-get', {}], FONTS, APT, available('libgtk-3-0'), available('libasound2')],
  });
  const run = host.run.bind(host);
  host.run = async (command, parameters) => {
    const installed = host.commands.some((line) => line.startsWith('apt-get install'));
    const result = await run(command, parameters);
    return command === 'ldd' ? { code: 0, stdout: installed ? '' : LDD, stderr: '' } : result;
  };
  return host;
}
