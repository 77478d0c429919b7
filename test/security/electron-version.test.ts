import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly devDependencies: { readonly electron: string };
};

/**
 * Electron supports its three newest majors (https://www.electronjs.org/docs/latest/tutorial/electron-timelines). Raise this
 * with every release of the app; a major that has fallen out fails here.
 */
const SUPPORTED = { on: '2026-11-23', majors: [45, 44, 43] } as const;

describe('Electron (checklist item 16)', () => {
  it(`is of a major that was supported on ${SUPPORTED.on}`, () => {
    const major = Number(manifest.devDependencies.electron.split('.')[0]);
    expect(SUPPORTED.majors).toContain(major);
  });

  it('is pinned to one version', () => {
    expect(manifest.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
