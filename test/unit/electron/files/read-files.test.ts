import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../../../../electron/files/list-files.ts';
import { readFiles } from '../../../../electron/files/read-files.ts';
import type { ReadOptions } from '../../../../electron/files/read-files.ts';
import type { StreamMessage } from '../../../../shared/ipc/stream.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-files-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, contents);
  return path;
}

async function messagesOf(paths: readonly string[], options: ReadOptions = {}): Promise<readonly StreamMessage[]> {
  const messages: StreamMessage[] = [];
  for await (const message of readFiles(paths, options)) {
    messages.push(message);
  }
  return messages;
}

/** Messages in short, chunks of a file as one text, paths below the folder. */
async function inShort(paths: readonly string[], options: ReadOptions = {}): Promise<readonly string[]> {
  const lines: string[] = [];
  let text = '';
  for (const message of await messagesOf(paths, options)) {
    switch (message.type) {
      case 'start':
        lines.push(`start ${message.files} files, ${message.totalBytes} bytes`);
        break;
      case 'file':
        text = '';
        lines.push(`file ${message.name}`);
        break;
      case 'chunk':
        text += new TextDecoder().decode(message.data);
        break;
      case 'file-problem':
        lines.push(
          `${message.problem.severity} ${message.problem.code} ${message.problem.file}: ${message.problem.reason}`,
        );
        break;
      case 'file-end':
        lines.push(`end of "${text}"`);
        break;
      case 'end':
        lines.push('end');
        break;
    }
  }
  return lines.map((line) => line.replaceAll(folder, '~'));
}

describe('readFiles', () => {
  it('reads files one after another and tells the bytes read of their sizes', async () => {
    const paths = [write('a.json', '[1]'), write('b.json', '[2, 3]')];
    expect(await inShort(paths)).toStrictEqual([
      'start 2 files, 9 bytes',
      'file ~/a.json',
      'end of "[1]"',
      'file ~/b.json',
      'end of "[2, 3]"',
      'end',
    ]);
    const read = (await messagesOf(paths)).flatMap((each) => (each.type === 'chunk' ? [each.diskBytesRead] : []));
    expect(read).toStrictEqual([3, 9]);
  });

  it('undoes gzip by content, also of several parts, and counts bytes on disk', async () => {
    const packed = Buffer.concat([gzipSync('[1,'), gzipSync('2]')]);
    const path = write('no-hint', packed);
    expect(await inShort([path])).toStrictEqual([
      `start 1 files, ${packed.length} bytes`,
      'file ~/no-hint',
      'end of "[1,2]"',
      'end',
    ]);
    expect((await messagesOf([path])).findLast((each) => each.type === 'chunk')).toMatchObject({
      diskBytesRead: packed.length,
    });
  });

  it('passes a file on that only begins like gzip, is one byte long, or is empty', async () => {
    const paths = [write('one', '7'), write('none', '')];
    expect(await inShort(paths)).toStrictEqual([
      'start 2 files, 1 bytes',
      'file ~/one',
      'end of "7"',
      'file ~/none',
      'end of ""',
      'end',
    ]);
  });

  it('reads a folder by name, in depth, without what is hidden', async () => {
    write('exports/b.json', 'b');
    write('exports/a/z.json', 'z');
    write('exports/.git/config', 'no');
    expect(await inShort([join(folder, 'exports')])).toStrictEqual([
      'start 2 files, 2 bytes',
      'note file-unreadable ~/exports: 1 hidden entry was not read; name a hidden file to read it.',
      'file ~/exports/a/z.json',
      'end of "z"',
      'file ~/exports/b.json',
      'end of "b"',
      'end',
    ]);
  });

  it('follows links, but not in a circle', async () => {
    const target = write('elsewhere/a.json', 'a');
    mkdirSync(join(folder, 'exports'));
    symlinkSync(target, join(folder, 'exports/link.json'));
    symlinkSync(join(folder, 'exports'), join(folder, 'exports/round'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'exports/stale'));
    expect(await inShort([join(folder, 'exports')])).toStrictEqual([
      'start 1 files, 1 bytes',
      'note duplicate ~/exports/round: This folder was read already under another name; it is not read again.',
      'error file-unreadable ~/exports/stale: There is no such file or folder.',
      'file ~/exports/link.json',
      'end of "a"',
      'end',
    ]);
  });

  it('says so for a folder with nothing in it and for a file that is not there, and reads the others', async () => {
    mkdirSync(join(folder, 'empty'));
    const good = write('good.json', 'g');
    expect(await inShort([join(folder, 'missing.json'), join(folder, 'empty'), good])).toStrictEqual([
      'start 1 files, 1 bytes',
      'error file-unreadable ~/missing.json: There is no such file or folder.',
      'warning file-empty ~/empty: The folder has no files to read.',
      'file ~/good.json',
      'end of "g"',
      'end',
    ]);
  });

  it('reads standard input where it is named', async () => {
    const standardInput = Readable.from([Buffer.from('[1'), Buffer.from(']')]);
    expect(await inShort(['-'], { standardInput })).toStrictEqual([
      'start 1 files, 0 bytes',
      'file -',
      'end of "[1]"',
      'end',
    ]);
    expect(await inShort(['-'])).toStrictEqual([
      'start 1 files, 0 bytes',
      'file -',
      'error file-unreadable -: There is no standard input here.',
      'end of ""',
      'end',
    ]);
  });

  it('hands over what a damaged compressed file has before the damage, and says where it ends', async () => {
    const whole = gzipSync(Buffer.from(Array.from({ length: 200_000 }, (_each, index) => index).join(',')));
    const cut = write('cut.gz', whole.subarray(0, whole.length / 2));
    const lines = await inShort([cut, write('good.json', 'g')]);
    expect(lines[2]).toMatch(
      /^error file-unreadable ~\/cut\.gz: The compressed data ends too early; the file was probably cut short\. What could be read before that \(\d{6,} bytes\) is shown\.$/,
    );
    expect(lines[3]).toMatch(/^end of "0,1,2,3,/);
    expect(lines.slice(4)).toStrictEqual(['file ~/good.json', 'end of "g"', 'end']);
  });

  it('stops at a compressed file that unpacks to far more than any inventory', async () => {
    const bomb = write('bomb.gz', gzipSync(Buffer.alloc(20_000_000)));
    const messages = await messagesOf([bomb], { ratioFromBytes: 1_000_000 });
    const bytes = messages.reduce((sum, each) => sum + (each.type === 'chunk' ? each.data.length : 0), 0);
    expect(bytes).toBeLessThan(10_000_000);
    expect(messages.find((each) => each.type === 'file-problem')).toStrictEqual({
      type: 'file-problem',
      problem: {
        code: 'too-large',
        severity: 'error',
        file: bomb,
        reason: `${bomb} unpacks to more than 400 times its size, which no inventory does; reading stopped.`,
      },
    });
  });

  it('ends as after the last file when it is aborted', async () => {
    const controller = new AbortController();
    const paths = [write('a', 'x'.repeat(100)), write('b', 'b')];
    const types: string[] = [];
    for await (const message of readFiles(paths, { signal: controller.signal, chunkBytes: 10 })) {
      types.push(message.type);
      controller.abort();
    }
    expect(types).toStrictEqual(['start', 'end']);
  });

  it('reads no faster than its messages are taken', async () => {
    let pulled = 0;
    const standardInput = Readable.from(
      (function* chunks() {
        for (; pulled < 1000; pulled += 1) {
          yield Buffer.alloc(1000);
        }
      })(),
      { highWaterMark: 1 },
    );
    const messages = readFiles(['-'], { standardInput });
    for (let taken = 0; taken < 10; taken += 1) {
      await messages.next();
    }
    expect(pulled).toBeLessThan(20);
    await messages.return();
  });
});

describe('listFiles', () => {
  it('stops at the limits for files and depth, and says so', async () => {
    write('many/1', '');
    write('many/2', '');
    write('many/3', '');
    write('deep/a/b/c/d', '');
    const { files, problems } = await listFiles([join(folder, 'many'), join(folder, 'deep')], { files: 2, depth: 2 });
    expect(files.map(({ path }) => path)).toStrictEqual([join(folder, 'many/1'), join(folder, 'many/2')]);
    expect(problems.map(({ code, file }) => [code, file])).toStrictEqual([
      ['too-many', join(folder, 'many')],
      ['too-deep', join(folder, 'deep/a/b/c')],
      ['file-empty', join(folder, 'deep')],
    ]);
  });
});
