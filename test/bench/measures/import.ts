import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFiles } from '../../../electron/files/read-files.ts';
import { createInventoryReader } from '../../../shared/inventory/reader.ts';
import { asAssetLine, generateInventory } from '../../tools/generate-inventory.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { peakMemory } from '../timing.ts';

const MEGABYTE = 1024 * 1024;
const USUAL_SIZE = 200 * MEGABYTE;
const FULL_SIZE = 2048 * MEGABYTE;
/** One line in this many is of a kind we know. */
const ONE_IN = 100;

/** How long a Cloud Asset Inventory export takes of which one line in a hundred is ours, and how much memory. */
export async function measureImport({ full }: BenchOptions): Promise<Figure[]> {
  const size = full ? FULL_SIZE : USUAL_SIZE;
  const folder = await mkdtemp(join(tmpdir(), 'vertex-lineage-bench-'));
  try {
    const file = join(folder, 'assets.ndjson');
    await writeExport(file, size);
    const floor = await timeAsync(() => splitLines(file));
    const value = await timeAsync(() => importFile(file));
    return [
      {
        name: `${Math.round(size / MEGABYTE)} MB asset export, 1 % of it ours`,
        value,
        unit: 'ms',
        floor: { name: 'reading and splitting its lines', value: floor },
        target: { kind: 'ratio', most: 3 },
      },
      {
        name: `${Math.round(size / MEGABYTE)} MB asset export: peak memory`,
        value: peakMemory(),
        unit: 'MB',
        target: { kind: 'value', most: 500 },
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function timeAsync(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function writeExport(file: string, size: number): Promise<void> {
  const stream = createWriteStream(file);
  const ours = generateInventory({ jobs: Math.ceil(size / 1000 / ONE_IN) });
  let written = 0;
  for (let line = 0; written < size; line += 1) {
    const next = line % ONE_IN === 0 ? ours.next() : undefined;
    const text = next?.value === undefined ? machineLine(line) : asAssetLine(next.value);
    written += text.length;
    if (!stream.write(text)) await new Promise<void>((resolve) => stream.once('drain', resolve));
  }
  await new Promise<void>((resolve) => {
    stream.end(resolve);
  });
}

/** A virtual machine, of which exports of whole organisations mostly consist. */
function machineLine(index: number): string {
  const name = `projects/northwind-shop/zones/europe-west4-a/instances/web-${index}`;
  return `${JSON.stringify({
    name: `//compute.googleapis.com/${name}`,
    assetType: 'compute.googleapis.com/Instance',
    resource: {
      version: 'v1',
      discoveryDocumentUri: 'https://www.googleapis.com/discovery/v1/apis/compute/v1/rest',
      discoveryName: 'Instance',
      parent: '//cloudresourcemanager.googleapis.com/projects/418820347715',
      data: {
        id: String(7_000_000_000_000_000_000n + BigInt(index)),
        name: `web-${index}`,
        machineType:
          'https://www.googleapis.com/compute/v1/projects/northwind-shop/zones/europe-west4-a/machineTypes/n2-standard-4',
        networkInterfaces: [{ network: 'global/networks/default', networkIP: '10.0.0.2', name: 'nic0' }],
        disks: [{ boot: true, deviceName: 'boot', diskSizeGb: '50', type: 'PERSISTENT', interface: 'SCSI' }],
        labels: { team: 'shop', stage: 'prod' },
        status: 'RUNNING',
      },
    },
    ancestors: ['projects/418820347715', 'organizations/604312987755'],
    updateTime: '2025-11-01T10:00:00Z',
  })}\n`;
}

async function splitLines(file: string): Promise<void> {
  let lines = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: MEGABYTE })) {
    const bytes: Uint8Array = chunk as Uint8Array;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  }
  if (lines === 0) throw new Error('the export has no lines');
}

async function importFile(file: string): Promise<void> {
  const reader = createInventoryReader();
  for await (const message of readFiles([file])) {
    if (message.type === 'file') reader.beginFile(message.name);
    if (message.type === 'chunk') reader.push(message.data);
    if (message.type === 'file-end') reader.endFile();
  }
  if (reader.finish().documents.length === 0) throw new Error('nothing was read');
}
