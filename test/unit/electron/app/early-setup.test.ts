import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { throwawayProfile } from '../../../../electron/app/early-setup.ts';

vi.mock('electron', () => import('../../../doubles/electron.ts'));

let parent: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'early-setup-'));
});

afterEach(() => rmSync(parent, { recursive: true }));

describe('throwawayProfile', () => {
  it('is empty and new each time', () => {
    const profiles = [throwawayProfile(parent, Date.now()), throwawayProfile(parent, Date.now())];
    expect(profiles.flatMap((profile) => readdirSync(profile))).toStrictEqual([]);
    expect(new Set(profiles).size).toBe(2);
  });

  it('removes those of runs that ended long ago, and nothing else', () => {
    const old = throwawayProfile(parent, Date.now());
    writeFileSync(join(old, 'Preferences'), '{}');
    mkdirSync(join(parent, 'vertex-lineage-other'));
    const later = throwawayProfile(parent, Date.now() + 11 * 60 * 1000);
    expect(readdirSync(parent).map((name) => join(parent, name))).toStrictEqual(
      [join(parent, 'vertex-lineage-other'), later].toSorted(),
    );
  });
});
