import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Command, needsVirtualDisplay, onVirtualDisplay } from '../../electron/runtime/display.ts';
import { createNodeHost } from '../../electron/runtime/host-node.ts';
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

/** The measure of the real window: not bundled, and on a virtual display where there is none. */
const WINDOW = 'window';

const names = values.only ?? [...MEASURES.map(({ name }) => name), WINDOW];
const script = await bundleMeasures();
const figures: Figure[] = [];
for (const name of names) {
  process.stderr.write(`measuring ${name} ...\n`);
  figures.push(...(await runApart(name === WINDOW ? windowCommand() : nodeCommand(name))));
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

function nodeCommand(name: string): Command {
  return { command: process.execPath, parameters: [script, name, ...(values.full ? ['--full'] : [])] };
}

function windowCommand(): Command {
  const measures = fileURLToPath(new URL('./window/run.ts', import.meta.url));
  const command = { command: process.execPath, parameters: [...process.execArgv, measures] };
  return needsVirtualDisplay(createNodeHost()) ? onVirtualDisplay(command) : command;
}

/** Runs one measure in a process of its own and returns its figures. */
function runApart({ command, parameters }: Command): Promise<Figure[]> {
  const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  const output: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => output.push(data));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      // The figures come from our own process, in the form its code gives them.
      if (code === 0) resolve(JSON.parse(Buffer.concat(output).toString('utf8')) as Figure[]);
      else reject(new Error(`${[command, ...parameters].join(' ')} ended with status ${code}`));
    });
  });
}
