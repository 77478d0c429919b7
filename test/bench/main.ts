import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Figure, judge, type Measure } from './figure.ts';
import { measureImport } from './measures/import.ts';
import { measureLoading } from './measures/loading.ts';
import { measureSearch } from './measures/search.ts';
import { measureTurns } from './measures/turns.ts';
import { measureView } from './measures/view.ts';
import { formatTable } from './table.ts';

/** Measures in the order of the report. Each runs in a process of its own, so that none inherits another's memory. */
const MEASURES: readonly Measure[] = [
  { name: 'loading', run: measureLoading },
  { name: 'turns', run: measureTurns },
  { name: 'search', run: measureSearch },
  { name: 'view', run: measureView },
  { name: 'import', run: measureImport },
];

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    out: { type: 'string', default: 'bench.json' },
    measure: { type: 'string' },
  },
});

/** With `--measure` a process of one measure, which prints its figures; else the run of all of them. */
async function main(): Promise<void> {
  if (values.measure !== undefined) {
    const figures = await measureNamed(values.measure).run({ full: values.full });
    process.stdout.write(JSON.stringify(figures));
    return;
  }
  const names = values.only ?? MEASURES.map(({ name }) => name);
  const figures: Figure[] = [];
  for (const name of names) {
    process.stderr.write(`measuring ${measureNamed(name).name} ...\n`);
    figures.push(...(await runApart(name)));
  }
  const judged = figures.map(judge);
  const machine = {
    cores: cpus().length,
    processor: cpus()[0]?.model ?? '',
    memoryMegabytes: Math.round(totalmem() / 1024 / 1024),
    node: process.version,
  };
  await writeFile(values.out, `${JSON.stringify({ machine, full: values.full, figures: judged }, null, 2)}\n`);
  process.stdout.write(`${formatTable(judged)}\n\nwritten to ${values.out}\n`);
}

function measureNamed(name: string): Measure {
  const measure = MEASURES.find((each) => each.name === name);
  if (measure === undefined) {
    throw new Error(`there is no measure "${name}"; there are ${MEASURES.map((each) => each.name).join(', ')}`);
  }
  return measure;
}

function runApart(name: string): Promise<Figure[]> {
  const script = fileURLToPath(import.meta.url);
  const child = spawn(
    process.execPath,
    [...process.execArgv, script, '--measure', name, ...(values.full ? ['--full'] : [])],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const output: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => output.push(data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      // The figures come from our own process, in the form its code above gives them.
      if (code === 0) resolve(JSON.parse(Buffer.concat(output).toString('utf8')) as Figure[]);
      else reject(new Error(`measuring ${name} ended with status ${code}`));
    });
  });
}

await main();
