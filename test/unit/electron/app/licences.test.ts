import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLicences } from '../../../../electron/app/licences.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'licences-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('readLicences', () => {
  it('lists each package once, by name, after Electron', async () => {
    const zod = { name: 'zod', version: '4.6.7', identifier: 'MIT', text: 'MIT License' };
    await writeFile(join(folder, 'main.json'), JSON.stringify([zod]));
    await writeFile(join(folder, 'window.json'), JSON.stringify([zod, { name: 'cytoscape', version: '3.34.4' }]));
    const licences = await readLicences([join(folder, 'main.json'), join(folder, 'window.json')], '45.4.1');
    expect(licences.slice(1)).toStrictEqual([{ name: 'cytoscape', version: '3.34.4', identifier: 'unknown' }, zod]);
    expect(licences[0]).toMatchObject({ name: 'Electron', version: '45.4.1', identifier: 'MIT' });
  });

  it('fails when a list is missing, so that nobody takes none for the truth', async () => {
    await expect(readLicences([join(folder, 'none.json')], '45.4.1')).rejects.toThrow('ENOENT');
  });
});
