import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeptReviews, keyOfInventory } from '../../../../electron/files/kept-reviews.ts';

const KEY = keyOfInventory(['files', '/data/jobs.json']);
const OTHER = keyOfInventory(['sample']);
let folder: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'kept-')), 'reviews');
});

afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true });
});

describe('kept reviews', () => {
  it('are read as they were written, by the user only', async () => {
    const reviews = createKeptReviews(folder);
    expect(await reviews.read(KEY)).toBeUndefined();
    await reviews.write(KEY, 'first');
    await reviews.write(KEY, 'second');
    expect(await createKeptReviews(folder).read(KEY)).toBe('second');
    expect(await createKeptReviews(folder).read(OTHER)).toBeUndefined();
    expect((await stat(join(folder, `${KEY}.review.json`))).mode & 0o777).toBe(0o600);
  });

  it('that follow fast are not all written, but the last one is', async () => {
    const reviews = createKeptReviews(folder);
    const writes = ['a', 'b', 'c'].map((text) => reviews.write(KEY, text));
    expect(await reviews.read(KEY)).toBe('c');
    await Promise.all(writes);
    await reviews.flush();
    expect(await readFile(join(folder, `${KEY}.review.json`), 'utf8')).toBe('c');
  });

  it('are removed, the oldest first, beyond a number and a size, but never the one just written', async () => {
    const keys = ['1', '2', '3', '4'].map((name) => keyOfInventory([name]));
    const reviews = createKeptReviews(folder, { files: 3, bytes: 25 });
    for (const [index, key] of keys.slice(0, 3).entries()) {
      await reviews.write(key, '0123456789');
      await utimes(join(folder, `${key}.review.json`), index, index);
    }
    expect(await Promise.all(keys.map((key) => reviews.read(key).then((text) => text?.length)))).toStrictEqual([
      undefined,
      10,
      10,
      undefined,
    ]);
    await reviews.write(keys[3] ?? '', 'x'.repeat(100));
    expect((await readdir(folder)).length).toBe(1);
    expect((await reviews.read(keys[3] ?? ''))?.length).toBe(100);
  });

  it('can be counted and deleted, also those that wait and those that were put aside', async () => {
    const reviews = createKeptReviews(folder);
    expect(await reviews.size()).toStrictEqual({ files: 0, bytes: 0 });
    await reviews.forget();
    await reviews.write(KEY, '0123456789');
    await reviews.setAside(KEY);
    await reviews.write(KEY, '01234');
    await writeFile(join(folder, 'notes.txt'), 'not ours');
    expect(await reviews.size()).toStrictEqual({ files: 2, bytes: 15 });
    const late = reviews.write(OTHER, 'late');
    await reviews.forget();
    await late;
    expect([await readdir(folder), await reviews.read(KEY)]).toStrictEqual([['notes.txt'], undefined]);
  });

  it('that cannot be understood are put aside', async () => {
    const reviews = createKeptReviews(folder);
    await reviews.setAside(KEY);
    await reviews.write(KEY, 'odd');
    await reviews.setAside(KEY);
    expect(await reviews.read(KEY)).toBeUndefined();
    expect(await readFile(join(folder, `${KEY}.unreadable.review.json`), 'utf8')).toBe('odd');
  });

  it('are in no file that somebody names', () => {
    expect(() => createKeptReviews(folder).write('../settings', '{}')).toThrow('This is not the key of an inventory.');
  });

  it('say when the disk does not take them', async () => {
    await writeFile(join(folder, '..', 'reviews'), 'a file in the way');
    await expect(createKeptReviews(folder).write(KEY, 'text')).rejects.toThrow(/EEXIST|ENOTDIR/);
  });
});
