import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packForName, writeFileAtomically } from '../../../../electron/files/write-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-file-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('writeFileAtomically', () => {
  it('writes a new file, and replaces one with its permissions kept', async () => {
    const path = join(folder, 'a.json');
    await writeFileAtomically(path, 'one');
    expect(readFileSync(path, 'utf8')).toBe('one');
    chmodSync(path, 0o640);
    await writeFileAtomically(path, new TextEncoder().encode('two'));
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toStrictEqual(['two', 0o640]);
    expect(readdirSync(folder)).toStrictEqual(['a.json']);
  });

  it('lets only the user read a new file with secrets', async () => {
    const path = join(folder, 'secret.json');
    await writeFileAtomically(path, 'x', { secret: true });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('writes through a symbolic link', async () => {
    writeFileSync(join(folder, 'real'), 'old');
    symlinkSync('real', join(folder, 'link'));
    await writeFileAtomically(join(folder, 'link'), 'new');
    expect([readlinkSync(join(folder, 'link')), readFileSync(join(folder, 'real'), 'utf8')]).toStrictEqual([
      'real',
      'new',
    ]);
  });

  it('leaves nothing behind when it fails', async () => {
    const taken = join(folder, 'taken');
    mkdirSync(taken);
    await expect(writeFileAtomically(taken, 'x')).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(writeFileAtomically(join(folder, 'no/such/folder'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(folder)).toStrictEqual(['taken']);
  });
});

describe('packForName', () => {
  it('packs for names that end in .gz, equal bytes for equal contents', async () => {
    const contents = new TextEncoder().encode('contents');
    const packed = await packForName('a.json.GZ', contents);
    expect(gunzipSync(packed).toString()).toBe('contents');
    expect(await packForName('b.gz', contents)).toStrictEqual(packed);
    expect(await packForName('a.json', contents)).toBe(contents);
  });
});
