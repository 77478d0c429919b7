import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronRuntime } from '../../../electron/runtime/find-electron.ts';
import { createNodeHost } from '../../../electron/runtime/host-node.ts';
import { placesOfThisCheckout } from '../../../electron/runtime/places.ts';
import { buildApp, prepareRuntime } from '../../../electron/runtime/prepare.ts';
import type { Figure } from '../figure.ts';
import { listingBytes, openBytes } from '../pipeline.ts';
import { percentile } from '../timing.ts';
import { measureCollecting } from './collecting.ts';
import { measureDrawn } from './drawn.ts';
import { measureMemory } from './memory.ts';
import { firstPaint, idleLoad, longestTask, startApp, temporaryFolder, writeTrivialApp } from './start.ts';

/** Figures of the real window; prints them as JSON. Needs a display. */
const JOBS = 10_000;
const RUNS = 3;

const host = createNodeHost();
const places = placesOfThisCheckout();
await buildApp(host, places);
const runtime = await prepareRuntime(host, places);
const figures = [
  ...(await measureStart(runtime)),
  ...(await measureOpening(runtime)),
  ...(await measureMemory(runtime, places.root)),
  ...(await measureCollecting(runtime, places.root)),
  // The longest script of them all: where it loses its way, the other figures are still worth having.
  ...(await measureDrawn(runtime, places.root).catch((error: unknown) => {
    process.stderr.write(`NOT MEASURED: how 50,000 loaded resources answer: ${String(error)}\n`);
    return [];
  })),
];
process.stdout.write(JSON.stringify(figures));

async function measureStart(electron: ElectronRuntime): Promise<Figure[]> {
  const trivial = await writeTrivialApp();
  const ours: number[] = [];
  const theirs: number[] = [];
  // In turns, so that what else the machine does meets both alike.
  for (let run = 0; run < RUNS; run += 1) {
    theirs.push(await timeToPaint(electron, trivial));
    ours.push(await timeToPaint(electron, places.root));
  }
  await rm(trivial, { recursive: true });
  return [
    {
      name: 'process start to painted start screen',
      value: percentile(ours, 0.5),
      unit: 'ms',
      floor: { name: 'a trivial Electron app', value: percentile(theirs, 0.5) },
      target: { kind: 'ratio', most: 1.5 },
    },
  ];
}

async function timeToPaint(electron: ElectronRuntime, folder: string): Promise<number> {
  const started = await startApp(electron, folder);
  const painted = await firstPaint(started.page);
  await started.close();
  return painted - started.startedAt;
}

async function measureOpening(electron: ElectronRuntime): Promise<Figure[]> {
  const bytes = listingBytes(JOBS);
  openBytes(bytes);
  const { read, derive, index, view } = openBytes(bytes).times;
  const folder = await temporaryFolder();
  const file = join(folder, 'jobs.json');
  await writeFile(file, bytes);
  const started = await startApp(electron, places.root, [file]);
  const painted = await firstPaint(started.page);
  const ready = await started.printed('ready:');
  const longest = await longestTask(started.page);
  const idle = await idleLoad(started);
  await started.close();
  await rm(folder, { recursive: true });
  return [
    {
      name: `${JOBS} job documents: painted graph after the painted window, beyond reading and deriving`,
      value: Math.max(0, ready - painted - read - derive - index - view),
      unit: 'ms',
      floor: { name: 'reading and deriving in Node', value: read + derive + index + view },
      target: { kind: 'value', most: 700 },
    },
    {
      name: `${JOBS} job documents: longest task of the window while opening (0: none over 50 ms)`,
      value: longest,
      unit: 'ms',
      target: { kind: 'value', most: 50 },
    },
    {
      name: `${JOBS} job documents: processor time of all processes in a second in which nothing happens`,
      value: idle,
      unit: 'ms',
      target: { kind: 'value', most: 10 },
    },
  ];
}
