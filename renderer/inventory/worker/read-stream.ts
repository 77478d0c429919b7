import type { Inventory } from '../../../shared/inventory/inventory.ts';
import type { InventoryReader } from '../../../shared/inventory/reader.ts';
import type { StreamMessage, StreamReply } from '../../../shared/ipc/stream.ts';
import type { OpenProgress } from './protocol.ts';

/** The part of `MessagePort` that reading needs. */
export interface StreamPort {
  addEventListener(type: 'message', listener: (event: { readonly data: StreamMessage }) => void): void;
  start(): void;
  postMessage(reply: StreamReply): void;
  close(): void;
}

/** What reading needs from outside. */
export interface ReadOptions {
  readonly reader: InventoryReader;
  /** Lets other messages, a cancel among them, be handled. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: OpenProgress) => void;
}

/** What came over the port. */
export interface ReadResult {
  readonly inventory: Inventory;
  /** Names of the files, as the user named them. */
  readonly files: readonly string[];
}

/**
 * Reads everything the main process sends over a port. Each message is worked off and confirmed before the next, so that the
 * sender's window bounds what lies in memory; between steps others get their turn. When cancelled, the sender is told and what
 * was read so far is returned.
 */
export async function readStream(port: StreamPort, options: ReadOptions): Promise<ReadResult> {
  const { reader } = options;
  const files: string[] = [];
  const waiting: StreamMessage[] = [];
  let wake: (() => void) | undefined;
  let bytesTotal = 0;
  let bytesRead = 0;
  port.addEventListener('message', ({ data }) => {
    waiting.push(data);
    wake?.();
  });
  options.signal.addEventListener('abort', () => wake?.());
  port.start();

  for (;;) {
    if (options.signal.aborted) {
      port.postMessage({ type: 'cancel' });
      break;
    }
    const message = waiting.shift();
    if (message === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    if (message.type === 'end') break;
    await handle(message);
    report();
  }
  port.close();
  return { inventory: reader.finish(), files };

  async function handle(message: StreamMessage): Promise<void> {
    switch (message.type) {
      case 'start':
        bytesTotal = message.totalBytes;
        return;
      case 'file':
        files.push(message.name);
        reader.beginFile(message.name);
        return;
      case 'chunk':
        await inTurns(reader.pushInSteps(message.data));
        bytesRead = message.diskBytesRead;
        port.postMessage({ type: 'consumed', bytes: message.data.byteLength });
        await options.pause();
        return;
      case 'file-end':
        // The end of a file may be most of the work: a JSON file is parsed when it is complete.
        await inTurns(reader.endFileInSteps());
        return;
      case 'file-problem':
        reader.addProblem(message.problem);
        return;
      case 'end':
    }
  }

  /** Does work in steps, between which others get their turn. When cancelled it is left: `finish` then counts the file as cut off. */
  async function inTurns(steps: Generator<void, void>): Promise<void> {
    for (const _ of steps) {
      await options.pause();
      if (options.signal.aborted) return;
      report();
    }
  }

  function report(): void {
    const file = files.at(-1) ?? '';
    options.onProgress({ phase: 'reading', file, bytesRead, bytesTotal, documents: reader.progress.documents });
  }
}
