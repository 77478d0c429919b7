import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly license?: string }>>;
};
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

it('names no registry, so that an installation uses the one of its user', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"/);
});

it('pins every package by its hash', () => {
  const unpinned = Object.entries(lock.packages).filter(
    ([path, entry]) => path !== '' && entry.integrity === undefined,
  );
  expect(unpinned.map(([path]) => path)).toStrictEqual([]);
});

it('holds exact versions only, where package.json asks for one', () => {
  const ranges = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(ranges.filter((range) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(range))).toStrictEqual([]);
});

it('holds no package under the GPL', () => {
  const copyleft = Object.entries(lock.packages).filter(([, entry]) => /\b(A?GPL)\b/.test(entry.license ?? ''));
  expect(copyleft.map(([path, entry]) => `${path}: ${entry.license ?? ''}`)).toStrictEqual([]);
});
