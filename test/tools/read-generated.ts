import { createInventoryReader } from '../../shared/inventory/reader.ts';

/**
 * Reads an asset export that is made while it is read, and prints what came of it as JSON. Run as a process of its own, so that
 * its memory can be bounded and measured: `read-generated.ts ndjson|page|aggregated MEGABYTES`. The last is an aggregated list of
 * Compute Engine with all its disks in one zone.
 */
const [shape = 'ndjson', megabytes = '200'] = process.argv.slice(2);
/** What stands before and after the records, by shape. */
const FRAMES: Readonly<Record<string, readonly [before: string, after: string]>> = {
  ndjson: ['', '\n'],
  page: ['{"readTime":"2026-01-01T00:00:00Z","assets":[', ']}'],
  aggregated: ['{"kind":"compute#diskAggregatedList","items":{"zones/us-central1-a":{"disks":[', ']}}}'],
};
const wanted = Number(megabytes) * 1_000_000;
const encoder = new TextEncoder();
const filler = 'x'.repeat(600);

/** Two thousand assets as text; one in a hundred is a custom job. */
function batch(first: number, separator: string): string {
  const lines = Array.from({ length: 2_000 }, (_each, index) =>
    shape === 'aggregated' ? resource(first + index) : asset(first + index),
  );
  return lines.join(separator);
}

function asset(index: number): string {
  const isJob = index % 100 === 0;
  const name = isJob
    ? `//aiplatform.googleapis.com/projects/123456789012/locations/us-central1/customJobs/${index}`
    : `//compute.googleapis.com/projects/p/zones/us-central1-a/disks/disk-${index}`;
  const data = isJob ? { jobSpec: { network: 'projects/1/global/networks/n' } } : { description: `}"]{${filler}` };
  return JSON.stringify({
    name,
    asset_type: isJob ? 'aiplatform.googleapis.com/CustomJob' : 'compute.googleapis.com/Disk',
    resource: { version: 'v1', data },
    ancestors: ['projects/123456789012'],
  });
}

function resource(index: number): string {
  const isAddress = index % 100 === 0;
  const collection = isAddress ? 'regions/us-central1/addresses' : 'zones/us-central1-a/disks';
  return JSON.stringify({
    kind: isAddress ? 'compute#address' : 'compute#disk',
    name: `r-${index}`,
    selfLink: `https://www.googleapis.com/compute/v1/projects/p/${collection}/r-${index}`,
    description: isAddress ? '' : `}"]{${filler}`,
  });
}

const reader = createInventoryReader();
const separator = shape === 'ndjson' ? '\n' : ',';
const [before, after] = FRAMES[shape] ?? ['', ''];
reader.beginFile('export');
reader.push(encoder.encode(before));
let bytes = 0;
let made = 0;
while (bytes < wanted) {
  const chunk = encoder.encode((made === 0 ? '' : separator) + batch(made, separator));
  reader.push(chunk);
  bytes += chunk.length;
  made += 2_000;
}
reader.push(encoder.encode(after));
reader.endFile();
const { documents, skipped, problems } = reader.finish();
const result = {
  made,
  documents: documents.length,
  skipped: skipped.map(({ type, count }) => `${count} ${type}`),
  problems: problems.length,
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1_000),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
