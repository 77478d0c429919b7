import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';

/** Made by installing, building, packaging and measuring; not part of the project. */
const MADE = new Set(['node_modules', 'out', 'dist']);

it('has nothing at its top level but what was agreed', async () => {
  const names = await readdir(new URL('../../', import.meta.url));
  expect(names.filter((name) => !name.startsWith('.') && !MADE.has(name)).toSorted()).toStrictEqual([
    'LICENSE',
    'README.md',
    'electron',
    'electron.vite.config.ts',
    'package-lock.json',
    'package.json',
    'renderer',
    'shared',
    'test',
    'tsconfig.json',
  ]);
});
