import { fileURLToPath } from 'node:url';

/** The sample estate as the files a reviewer would have. */
export const SAMPLE = fileURLToPath(new URL('../../electron/files/sample', import.meta.url));

/** A file of the sample estate. */
export function sampleFile(name: string): string {
  return `${SAMPLE}/${name}`;
}
