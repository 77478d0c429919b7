import { describe, expect, it } from 'vitest';
import { commonParent, withDisplayNames } from '../../../../electron/app/display-names.ts';
import type { StreamMessage } from '../../../../shared/ipc/stream.ts';

async function named(paths: readonly string[], messages: readonly StreamMessage[]): Promise<StreamMessage[]> {
  async function* source(): AsyncGenerator<StreamMessage, void> {
    yield* messages;
  }
  const all: StreamMessage[] = [];
  for await (const message of withDisplayNames(paths, source())) all.push(message);
  return all;
}

describe('commonParent', () => {
  it.each([
    [['/home/ada/jobs.json'], '/home/ada'],
    [['/home/ada/x/a.json', '/home/ada/y/b.json'], '/home/ada'],
    [['/home/ada/a.json', '/home/adam/b.json'], '/home'],
    [['/a.json', '/b/c.json'], '/'],
    [['/home/ada/exports', '/home/ada/exports/a.json'], '/home/ada'],
  ])('of %j is %s', (paths, parent) => {
    expect(commonParent(paths)).toBe(parent);
  });
});

describe('withDisplayNames', () => {
  it('names a file by itself and files of a folder below its name', async () => {
    expect(
      await named(
        ['/home/ada/exports'],
        [
          { type: 'file', name: '/home/ada/exports/a.json' },
          { type: 'file', name: '/home/ada/exports/prod/b.json' },
        ],
      ),
    ).toStrictEqual([
      { type: 'file', name: 'exports/a.json' },
      { type: 'file', name: 'exports/prod/b.json' },
    ]);
  });

  it('keeps the home folder out of problems, also where the reason has the path', async () => {
    expect(
      await named(
        ['/home/ada/a.gz'],
        [
          {
            type: 'file-problem',
            problem: {
              code: 'too-large',
              severity: 'error',
              file: '/home/ada/a.gz',
              reason: '/home/ada/a.gz unpacks to too much.',
            },
          },
        ],
      ),
    ).toStrictEqual([
      {
        type: 'file-problem',
        problem: { code: 'too-large', severity: 'error', file: 'a.gz', reason: 'a.gz unpacks to too much.' },
      },
    ]);
  });

  it('passes on everything else as it is', async () => {
    const messages: StreamMessage[] = [
      { type: 'start', files: 1, totalBytes: 2 },
      { type: 'chunk', data: new Uint8Array([1]), diskBytesRead: 1 },
      { type: 'file-end' },
      { type: 'end' },
    ];
    expect(await named(['/a/b.json'], messages)).toStrictEqual(messages);
  });
});
