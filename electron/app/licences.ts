import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Licence } from '../../shared/ipc/contract.ts';

/** What the build writes about each package it put into the app. */
const bundledSchema = z.array(
  z.object({
    name: z.string(),
    version: z.string(),
    identifier: z.string().optional(),
    text: z.string().optional(),
  }),
);

/**
 * Returns the licences of all packages in the app, by name, from the lists that the build wrote beside its bundles; Electron
 * itself comes first. Throws when a list is missing: an app without its licence texts is not fit to be given away.
 */
export async function readLicences(lists: readonly string[], electronVersion: string): Promise<Licence[]> {
  const packages = new Map<string, Licence>();
  for (const list of lists) {
    for (const { name, version, identifier, text } of bundledSchema.parse(JSON.parse(await readFile(list, 'utf8')))) {
      packages.set(`${name}@${version}`, {
        name,
        version,
        identifier: identifier ?? 'unknown',
        ...(text === undefined ? {} : { text }),
      });
    }
  }
  return [
    {
      name: 'Electron',
      version: electronVersion,
      identifier: 'MIT',
      text: 'The licences of Electron and Chromium are in the files LICENSE and LICENSES.chromium.html beside the program.',
    },
    ...[...packages.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1)),
  ];
}
