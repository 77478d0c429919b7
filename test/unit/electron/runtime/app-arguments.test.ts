import { describe, expect, it } from 'vitest';
import { absoluteArguments } from '../../../../electron/runtime/app-arguments.ts';

describe('absoluteArguments()', () => {
  it('takes files from the folder the user typed the command in', () => {
    expect(absoluteArguments(['jobs.json', '../export', '/data/x.ndjson'], '/home/me/audit')).toStrictEqual([
      '/home/me/audit/jobs.json',
      '/home/me/export',
      '/data/x.ndjson',
    ]);
  });

  it('does the same with the picture of --screenshot, in one word or two', () => {
    expect(absoluteArguments(['--screenshot', 'out.png', '--screenshot=b.png', 'jobs.json'], '/me')).toStrictEqual([
      '--screenshot',
      '/me/out.png',
      '--screenshot=/me/b.png',
      '/me/jobs.json',
    ]);
  });

  it('leaves values that are no path alone', () => {
    expect(
      absoluteArguments(['--theme', 'dark', '--size', '1280x800', '--theme=light', '--verbose'], '/me'),
    ).toStrictEqual(['--theme', 'dark', '--size', '1280x800', '--theme=light', '--verbose']);
  });

  it('takes everything after -- for a file', () => {
    expect(absoluteArguments(['--', '--theme'], '/me')).toStrictEqual(['/me/--theme']);
  });
});
