import { z } from 'zod';
import { STREAM_WINDOW_BYTES, type StreamMessage, type StreamReply } from '../../shared/ipc/stream.ts';

/** What feeding needs of a MessagePortMain. */
export interface FeedPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  postMessage(message: StreamMessage): void;
}

const replySchema: z.ZodType<StreamReply> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('consumed'), bytes: z.number().int().min(0) }),
  z.object({ type: z.literal('cancel') }),
]);

/**
 * Sends what a reader reads over a port, never more than `STREAM_WINDOW_BYTES` of unconfirmed contents at a time. Ends early
 * when `stop` is aborted, and aborts it itself when the receiver cancels or goes away; the receiver gets an `end` whatever
 * happens, so that it never waits for ever. A source that is to `finish` is told of a cancel by the signal and sent to its own
 * end, as a collection is, which closes with what was left out. Resolves to how it ended.
 */
export async function feedPort(
  port: FeedPort,
  read: (signal: AbortSignal) => AsyncIterable<StreamMessage>,
  stop: AbortController,
  whenCancelled: 'leave' | 'finish' = 'leave',
): Promise<'sent' | 'cancelled' | { readonly failed: string }> {
  const credit = createCredit(stop.signal);
  let gone = false;
  port.on('message', ({ data }) => {
    const reply = replySchema.safeParse(data);
    if (!reply.success) return;
    if (reply.data.type === 'cancel') stop.abort();
    else credit.give(reply.data.bytes);
  });
  port.on('close', () => {
    gone = true;
    stop.abort();
  });
  port.start();

  try {
    for await (const message of read(stop.signal)) {
      if (message.type === 'chunk') await credit.take(message.data.byteLength);
      if (stop.signal.aborted && (gone || whenCancelled === 'leave')) break;
      port.postMessage(message);
    }
  } catch (error) {
    if (!stop.signal.aborted || (whenCancelled === 'finish' && !gone)) {
      const reason = error instanceof Error ? error.message : String(error);
      port.postMessage({
        type: 'file-problem',
        problem: { code: 'file-unreadable', severity: 'error', file: '', reason },
      });
      port.postMessage({ type: 'end' });
      return { failed: reason };
    }
  }
  if (!stop.signal.aborted) return 'sent';
  if (whenCancelled === 'leave') port.postMessage({ type: 'end' });
  return 'cancelled';
}

/** Bytes that may still be sent before the receiver has to confirm some. */
interface Credit {
  /** Waits until so many bytes may be sent, or until the signal is aborted. */
  take(bytes: number): Promise<void>;
  give(bytes: number): void;
}

function createCredit(signal: AbortSignal): Credit {
  let unconfirmed = 0;
  let wake: (() => void) | undefined;
  signal.addEventListener('abort', () => wake?.());
  return {
    take: async (bytes) => {
      // A chunk larger than the whole window goes alone.
      if (!signal.aborted && unconfirmed > 0 && unconfirmed + bytes > STREAM_WINDOW_BYTES) {
        await new Promise<void>((resolve) => {
          wake = () => {
            if (signal.aborted || unconfirmed === 0 || unconfirmed + bytes <= STREAM_WINDOW_BYTES) resolve();
          };
        });
      }
      wake = undefined;
      unconfirmed += bytes;
    },
    give: (bytes) => {
      unconfirmed = Math.max(0, unconfirmed - bytes);
      wake?.();
    },
  };
}
