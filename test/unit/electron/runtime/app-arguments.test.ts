import { describe, expect, it } from 'vitest';
import { appArguments } from '../../../../electron/runtime/app-arguments.ts';

describe('appArguments()', () => {
  it('takes files from the folder the user typed the command in', () => {
    expect(appArguments(['jobs.json', '../export', '/data/x.ndjson'], '/home/me/audit')).toStrictEqual([
      '/home/me/audit/jobs.json',
      '/home/me/export',
      '/data/x.ndjson',
    ]);
  });

  it('does the same with the picture of --screenshot, in one word or two', () => {
    expect(appArguments(['--screenshot', 'out.png', '--screenshot=b.png', 'jobs.json'], '/me')).toStrictEqual([
      '--screenshot',
      '/me/out.png',
      '--screenshot=/me/b.png',
      '/me/jobs.json',
    ]);
  });

  it('leaves values that are no path alone', () => {
    expect(
      appArguments(['--theme', 'dark', '--size', '1280x800', '--theme=light', '--verbose', 'a'], '/me'),
    ).toStrictEqual(['--theme', 'dark', '--size', '1280x800', '--theme=light', '--verbose', '/me/a']);
  });

  it('takes no query and no link for a file', () => {
    const link = 'vertex-lineage://query?q=a';
    expect(appArguments(['--query', 'kind:job', link, 'a'], '/me')).toStrictEqual([
      '--query',
      'kind:job',
      link,
      '/me/a',
    ]);
    expect(appArguments([link], '/me')).toStrictEqual([link, '--sample']);
  });

  it('takes everything after -- for a file', () => {
    expect(appArguments(['--', '--theme'], '/me')).toStrictEqual(['/me/--theme']);
  });

  it('asks for the sample where no file is given, whatever the options', () => {
    expect(appArguments([], '/me')).toStrictEqual(['--sample']);
    expect(appArguments(['--screenshot', 'out.png'], '/me')).toStrictEqual(['--screenshot', '/me/out.png', '--sample']);
  });
});
