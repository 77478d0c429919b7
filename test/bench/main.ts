import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleMeasures } from './bundle.ts';
import { type Figure, judge } from './figure.ts';
import { MEASURES } from './measures/measures.ts';
import { formatTable } from './table.ts';

const { values } = parseArgs({
  options: {
    // Sizes of the targets instead of those that are done in a minute.
    full: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    out: { type: 'string', default: 'out/bench.json' },
  },
});

const names = values.only ?? MEASURES.map(({ name }) => name);
const script = await bundleMeasures();
const figures: Figure[] = [];
for (const name of names) {
  process.stderr.write(`measuring ${name} ...\n`);
  figures.push(...(await runApart(script, name)));
}
const judged = figures.map(judge);
const machine = {
  cores: cpus().length,
  processor: cpus()[0]?.model ?? '',
  memoryMegabytes: Math.round(totalmem() / 1024 / 1024),
  node: process.version,
  // Others at work on the machine make all figures worse, floors included.
  loadAverage: loadavg()[0] ?? 0,
};
await mkdir(dirname(values.out), { recursive: true });
await writeFile(values.out, `${JSON.stringify({ machine, full: values.full, figures: judged }, null, 2)}\n`);
process.stdout.write(`${formatTable(judged)}\n\nwritten to ${values.out}\n`);

/** Runs one measure in a process of its own and returns its figures. */
function runApart(measures: string, name: string): Promise<Figure[]> {
  const child = spawn(process.execPath, [measures, name, ...(values.full ? ['--full'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => output.push(data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      // The figures come from our own process, in the form its code gives them.
      if (code === 0) resolve(JSON.parse(Buffer.concat(output).toString('utf8')) as Figure[]);
      else reject(new Error(`measuring ${name} ended with status ${code}`));
    });
  });
}
