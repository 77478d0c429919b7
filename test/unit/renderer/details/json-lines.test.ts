import { describe, expect, it } from 'vitest';
import { findInLines, hasPath, linesOfPath, MAX_MATCHES } from '../../../../renderer/details/json-lines.ts';

const job = {
  name: 'projects/p/locations/europe-west4/customJobs/1',
  labels: { 'team/a.b': 'fraud', 'a"b': 'quote' },
  jobSpec: {
    workerPoolSpecs: [
      { machineSpec: {}, containerSpec: { imageUri: 'europe-docker.pkg.dev/p/r/train:1', args: [] } },
      { containerSpec: { imageUri: 'europe-docker.pkg.dev/p/r/train:2', args: ['--a', '--b=gs://x'] } },
    ],
    network: 'projects/1/global/networks/n',
  },
};
const lines = JSON.stringify(job, null, 2).split('\n');

/** The text at the lines of a path. */
function textAt(path: string): readonly string[] {
  const { first, last } = linesOfPath(job, path);
  return lines.slice(first, last + 1).map((line) => line.trim());
}

describe('json lines', () => {
  it('finds the line of a value after objects and lists of any size', () => {
    expect(textAt('jobSpec.network')).toStrictEqual(['"network": "projects/1/global/networks/n"']);
    expect(textAt('jobSpec.workerPoolSpecs[1].containerSpec.args[1]')).toStrictEqual(['"--b=gs://x"']);
    expect(textAt('jobSpec.workerPoolSpecs[0].machineSpec')).toStrictEqual(['"machineSpec": {},']);
  });

  it('finds all lines of an object', () => {
    expect(textAt('jobSpec.workerPoolSpecs[0].containerSpec')).toStrictEqual([
      '"containerSpec": {',
      '"imageUri": "europe-docker.pkg.dev/p/r/train:1",',
      '"args": []',
      '}',
    ]);
  });

  it('reads quoted keys', () => {
    expect(textAt('labels["team/a.b"]')).toStrictEqual(['"team/a.b": "fraud",']);
    expect(textAt(String.raw`labels["a\"b"]`)).toStrictEqual([String.raw`"a\"b": "quote"`]);
  });

  it('marks the nearest place above a field that is absent', () => {
    expect(linesOfPath(job, 'labels.owner')).toStrictEqual(linesOfPath(job, 'labels'));
    expect(linesOfPath(job, '')).toStrictEqual({ first: 0, last: lines.length - 1 });
  });

  it('finds every place of a text, upper and lower case alike', () => {
    expect(findInLines(['"Gs://a gs://b"', 'none', 'GS:'], 'gs:')).toStrictEqual([
      { line: 0, start: 1, end: 4 },
      { line: 0, start: 8, end: 11 },
      { line: 2, start: 0, end: 3 },
    ]);
    expect(findInLines(lines, '')).toStrictEqual([]);
  });

  it('stops counting at a bound', () => {
    expect(findInLines(['e'.repeat(MAX_MATCHES + 10)], 'e')).toHaveLength(MAX_MATCHES);
  });
});

describe('whether a field is there', () => {
  it('is told for names, quoted names, places in lists and nothing', () => {
    const paths = [
      'jobSpec.workerPoolSpecs[0].machineSpec',
      'labels["team/a.b"]',
      'jobSpec.workerPoolSpecs[9]',
      'labels.toString',
      '',
    ];
    expect(paths.map((path) => hasPath(job, path))).toStrictEqual([true, true, false, false, true]);
  });
});
