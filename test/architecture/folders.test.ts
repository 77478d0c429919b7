import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'(?<path>\.[^'?]+\.tsx?)/gu;

/** The folder of a process's part in which a file lies; a worker's folder is one of its own, and so is a file that lies in none. */
function folderOf(part: string, file: string): string {
  const [folder = '', ...rest] = relative(part, file).split(sep);
  return rest.slice(0, -1).includes('worker') ? `${folder}/worker` : folder;
}

/** Which folders of a part import which others. */
function importsBetween(part: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const files = readdirSync(part, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/u.test(file));
  for (const file of files.map((path) => join(part, path))) {
    const from = folderOf(part, file);
    const to = found.get(from) ?? new Set<string>();
    for (const { groups } of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const target = join(dirname(file), groups?.['path'] ?? '');
      const folder = folderOf(part, target);
      if (target.startsWith(part + sep) && folder !== from) to.add(folder);
    }
    found.set(from, to);
  }
  return found;
}

/** Returns the folders from which one can come back to where one started; none, where all import in one direction. */
function inCircles(imports: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const left = new Map(imports);
  for (;;) {
    const free = [...left].filter(([, targets]) => ![...targets].some((target) => left.has(target)));
    if (free.length === 0) return [...left.keys()].toSorted();
    for (const [folder] of free) left.delete(folder);
  }
}

describe('folders import one another in one direction', () => {
  it.each([
    ['renderer', ['App.tsx', 'app', 'state', 'graph/worker', 'ui']],
    ['electron', ['main.ts', 'ipc', 'google', 'files']],
  ])('in %s', (part, some) => {
    const imports = importsBetween(part);
    expect([...imports.keys()]).toStrictEqual(expect.arrayContaining(some));
    expect(inCircles(imports)).toStrictEqual([]);
  });

  it('and a circle would be found, with what leads into it', () => {
    const imports = new Map([
      ['app', new Set(['details'])],
      ['details', new Set(['controls', 'state'])],
      ['controls', new Set(['details'])],
      ['state', new Set<string>()],
    ]);
    expect(inCircles(imports)).toStrictEqual(['app', 'controls', 'details']);
  });
});
