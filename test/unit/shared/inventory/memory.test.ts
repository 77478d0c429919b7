import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

interface Result {
  readonly made: number;
  readonly documents: number;
  readonly skipped: readonly string[];
  readonly problems: number;
  readonly peakMegabytes: number;
}

/** Reads a generated export of 200 MB in a process that may have no more than 100 MB of objects. */
function readIn(shape: 'ndjson' | 'page' | 'aggregated'): Result {
  const args = ['--max-old-space-size=100', '--import', 'tsx', 'test/tools/read-generated.ts', shape, '200'];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return JSON.parse(stdout) as Result;
}

describe('an export that is larger than the memory for it', () => {
  it.each([
    ['ndjson', 'compute.googleapis.com/Disk'],
    ['page', 'compute.googleapis.com/Disk'],
    ['aggregated', 'compute#disk'],
  ] as const)(
    'is read as %s, resources of other types counted',
    (shape, type) => {
      const { made, documents, skipped, problems, peakMegabytes } = readIn(shape);
      expect({ documents, skipped, problems }).toStrictEqual({
        documents: made / 100,
        skipped: [`${(made * 99) / 100} ${type}`],
        problems: 0,
      });
      expect(peakMegabytes).toBeLessThan(350);
    },
    60_000,
  );
});
