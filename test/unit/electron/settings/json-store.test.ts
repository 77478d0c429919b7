import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openJsonStore, type JsonStore } from '../../../../electron/settings/json-store.ts';

let folder: string;
let damage: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'json-store-'));
  damage = [];
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function open(): Promise<JsonStore<{ count: number }>> {
  return openJsonStore(join(folder, 'state.json'), z.object({ count: z.number() }), { count: 0 }, (reason) =>
    damage.push(reason),
  );
}

describe('a JSON store', () => {
  it('has the default when there is no file', async () => {
    expect([(await open()).get(), damage]).toStrictEqual([{ count: 0 }, []]);
  });

  it('keeps a value over a restart', async () => {
    await (await open()).set({ count: 7 });
    expect((await open()).get()).toStrictEqual({ count: 7 });
  });

  it.each(['', '{', '{"count":"7"}', 'null', '[]'])(
    'has the default and reports the damage when the file is %j',
    async (text) => {
      await writeFile(join(folder, 'state.json'), text);
      expect([(await open()).get(), damage.length]).toStrictEqual([{ count: 0 }, 1]);
    },
  );

  it('ends with the last of many values, and leaves no other file behind', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 30 }, (_, count) => store.set({ count })));
    expect([await readFile(join(folder, 'state.json'), 'utf8'), await readdir(folder)]).toStrictEqual([
      '{\n  "count": 29\n}\n',
      ['state.json'],
    ]);
  });

  it('knows when all that was set is on disk', async () => {
    const store = await open();
    const writes = [store.set({ count: 1 }), store.set({ count: 2 })];
    await store.flush();
    expect(await readFile(join(folder, 'state.json'), 'utf8')).toBe('{\n  "count": 2\n}\n');
    await Promise.all(writes);
  });

  it('keeps the value in memory when it cannot be written, and says so', async () => {
    const store = await openJsonStore(
      join(folder, 'no', 'state.json'),
      z.object({ count: z.number() }),
      { count: 0 },
      () => undefined,
    );
    await expect(store.set({ count: 1 })).rejects.toThrow('ENOENT');
    expect(store.get()).toStrictEqual({ count: 1 });
  });
});
