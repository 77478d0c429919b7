import { readStream, type StreamPort } from '../../../renderer/inventory/worker/opening/read-stream.ts';
import { createInventoryReader } from '../../../shared/inventory/reader.ts';
import type { StreamMessage } from '../../../shared/ipc/stream.ts';
import type { BenchOptions, Figure } from '../figure.ts';
import { listingBytes } from '../pipeline.ts';
import { timeMedian } from '../timing.ts';

const JOBS = 10_000;
const CHUNK = 1024 * 1024;

/** How long a cancel may have to wait for its turn while a listing is read. */
export async function measureTurns(_options: BenchOptions): Promise<Figure[]> {
  const bytes = listingBytes(JOBS);
  const text = new TextDecoder().decode(bytes);
  let longest = 0;
  let last = performance.now();
  await readStream(portOf(bytes), {
    reader: createInventoryReader(),
    pause: async () => {
      longest = Math.max(longest, performance.now() - last);
      await new Promise((resolve) => setImmediate(resolve));
      last = performance.now();
    },
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onFile: () => undefined,
    between: () => Promise.resolve(undefined),
  });
  return [
    {
      name: `${JOBS} job documents: longest wait of a cancel while reading`,
      value: longest,
      unit: 'ms',
      floor: { name: 'JSON.parse of the same text', value: timeMedian(3, () => JSON.parse(text) as unknown) },
      target: { kind: 'value', most: 100 },
    },
  ];
}

/** A port over which a whole file has come already. */
function portOf(bytes: Uint8Array): StreamPort {
  const messages: StreamMessage[] = [
    { type: 'start', files: 1, totalBytes: bytes.length },
    { type: 'file', name: 'jobs.json' },
  ];
  for (let start = 0; start < bytes.length; start += CHUNK) {
    messages.push({ type: 'chunk', data: bytes.slice(start, start + CHUNK), diskBytesRead: start });
  }
  messages.push({ type: 'file-end' }, { type: 'end' });
  return {
    onMessage: (listener) => {
      for (const message of messages) listener(message);
    },
    onClose: () => undefined,
    start: () => undefined,
    postMessage: () => undefined,
    close: () => undefined,
  };
}
