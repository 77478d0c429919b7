import type { CollectionRecord } from '../../shared/inventory/collection/collection-record.ts';
import { recordLine } from '../../shared/inventory/collection/write-record.ts';
import type { StreamMessage } from '../../shared/ipc/stream.ts';
import type { CollectionProgress } from './collect/collect-types.ts';

/** Records wait at most this long, in milliseconds, and until they are this many bytes, for others to be sent with. */
const LONGEST_WAIT = 100;
const BATCH_BYTES = 128 * 1024;

/** Name of the file a collection appears as; a problem of its records is told with it. */
export const LIVE_FILE = 'Google Cloud';

/** What listens to a collection besides the window. */
export interface LiveListeners {
  /** Called with each record before it is sent, so that what the window has is on the disk as well. */
  readonly record: (record: CollectionRecord) => Promise<void>;
  readonly progress: (progress: CollectionProgress) => void;
}

/**
 * Returns a collection as the stream by which files come too: NDJSON of its records. `before` are records of an earlier time, of
 * which the listeners know.
 */
export async function* liveStream(
  collection: AsyncIterable<CollectionRecord | CollectionProgress>,
  listeners: LiveListeners,
  { now, before }: { readonly now: () => number; readonly before: Iterable<CollectionRecord> },
): AsyncGenerator<StreamMessage, void> {
  yield { type: 'start', files: 1, totalBytes: 0, live: true };
  yield { type: 'file', name: LIVE_FILE };
  const encoder = new TextEncoder();
  let lines: string[] = [];
  let waiting = 0;
  let since = now();
  let sent = 0;

  function take(): StreamMessage {
    const data = encoder.encode(lines.join(''));
    lines = [];
    waiting = 0;
    since = now();
    sent += data.byteLength;
    return { type: 'chunk', data, diskBytesRead: sent };
  }

  function add(record: CollectionRecord): void {
    const line = recordLine(record);
    lines.push(line);
    waiting += line.length;
  }

  for (const record of before) {
    add(record);
    if (waiting >= BATCH_BYTES) yield take();
  }
  for await (const record of collection) {
    if (record.type === 'progress') {
      listeners.progress(record);
    } else {
      await listeners.record(record);
      add(record);
    }
    if (lines.length > 0 && (waiting >= BATCH_BYTES || now() - since >= LONGEST_WAIT)) yield take();
  }
  if (lines.length > 0) yield take();
  yield { type: 'file-end' };
  yield { type: 'end' };
}
