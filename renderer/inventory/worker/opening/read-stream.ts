import type { InventoryReader } from '../../../../shared/inventory/reader.ts';
import type { StreamMessage, StreamReply } from '../../../../shared/ipc/stream.ts';
import type { OpenProgress } from '../protocol/protocol.ts';

/** The part of `MessagePort` that reading needs. */
export interface StreamPort {
  onMessage(listener: (message: StreamMessage) => void): void;
  /** The other side went away. */
  onClose(listener: () => void): void;
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
  /** Called for each file, with its name as the user named it. */
  readonly onFile: (name: string) => void;
  /**
   * Called between the messages of a live stream, to show what came so far. Answers in how many milliseconds it wants to be
   * called again although nothing comes; undefined where there is nothing left to show.
   */
  readonly between: () => Promise<number | undefined>;
}

/** How a stream ended: to its end, stopped by the user, or because the sender went away. */
export type StreamEnd = 'complete' | 'cancelled' | 'broken';

/**
 * Reads everything that comes over a port. Each message is worked off and confirmed before the next, so that the sender's window
 * bounds what lies in memory; between steps others get their turn. When cancelled, the sender is told: the stream of files is left
 * at once, a live one is read on to its end, because it closes with the account of what was not collected.
 */
export async function readStream(port: StreamPort, options: ReadOptions): Promise<StreamEnd> {
  const { reader, signal } = options;
  const waiting: (StreamMessage | 'closed')[] = [];
  let wake: (() => void) | undefined;
  let file = '';
  let bytesTotal = 0;
  let bytesRead = 0;
  let live = false;
  let told = false;
  function arrive(message: StreamMessage | 'closed'): void {
    waiting.push(message);
    wake?.();
  }
  port.onMessage(arrive);
  port.onClose(() => arrive('closed'));
  signal.addEventListener('abort', () => wake?.());
  port.start();

  const end = await readOn();
  port.close();
  return end;

  async function readOn(): Promise<StreamEnd> {
    for (;;) {
      if (signal.aborted && !told) {
        told = true;
        port.postMessage({ type: 'cancel' });
        if (!live) return 'cancelled';
      }
      const message = waiting.shift();
      if (message === undefined) {
        await nextMessage(live ? await options.between() : undefined);
      } else if (message === 'closed') {
        return 'broken';
      } else if (message.type === 'end') {
        return signal.aborted ? 'cancelled' : 'complete';
      } else {
        await handle(message);
        report();
        if (live) await options.between();
      }
    }
  }

  function nextMessage(timeout: number | undefined): Promise<void> {
    if (waiting.length > 0 || (signal.aborted && !told)) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = timeout === undefined ? undefined : setTimeout(resolve, timeout);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function handle(message: Exclude<StreamMessage, { type: 'end' }>): Promise<void> {
    switch (message.type) {
      case 'start':
        bytesTotal = message.totalBytes;
        live = message.live === true;
        return;
      case 'file':
        file = message.name;
        options.onFile(file);
        reader.beginFile(file, live ? 'ndjson' : undefined, live);
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
    }
  }

  /** Does work in steps, between which others get their turn. When a file's reading is cancelled the rest is left: it counts as cut off. */
  async function inTurns(steps: Generator<void, void>): Promise<void> {
    for (const _ of steps) {
      await options.pause();
      if (signal.aborted && !live) return;
      report();
    }
  }

  function report(): void {
    options.onProgress({ phase: 'reading', file, bytesRead, bytesTotal, documents: reader.progress.documents });
  }
}
