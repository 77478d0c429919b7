import { describe, expect, it } from 'vitest';
import { feedPort, type FeedPort } from '../../../../electron/files/feed-port.ts';
import { STREAM_WINDOW_BYTES, type StreamMessage } from '../../../../shared/ipc/stream.ts';

/** A port that records what is posted and lets a test answer. */
function portDouble(): FeedPort & {
  readonly posted: StreamMessage[];
  readonly reply: (data: unknown) => void;
  readonly vanish: () => void;
} {
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  const closed: (() => void)[] = [];
  const posted: StreamMessage[] = [];
  return {
    posted,
    on: (event: 'message' | 'close', listener: never) => (event === 'message' ? listeners : closed).push(listener),
    start: () => undefined,
    postMessage: (message) => posted.push(message),
    reply: (data) => {
      for (const listener of listeners) listener({ data });
    },
    vanish: () => {
      for (const listener of closed) listener();
    },
  };
}

const HALF = STREAM_WINDOW_BYTES / 2;

function chunk(bytes: number): StreamMessage {
  return { type: 'chunk', data: new Uint8Array(bytes), diskBytesRead: bytes };
}

async function* messages(all: readonly StreamMessage[]): AsyncGenerator<StreamMessage, void> {
  yield* all;
}

function settle(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
}

const START: StreamMessage = { type: 'start', files: 1, totalBytes: 3 };
const END: StreamMessage = { type: 'end' };

describe('feedPort', () => {
  it('sends what the reader reads', async () => {
    const port = portDouble();
    const all = [START, { type: 'file', name: 'a.json' } as const, chunk(3), { type: 'file-end' } as const, END];
    expect(await feedPort(port, () => messages(all), new AbortController())).toBe('sent');
    expect(port.posted).toStrictEqual(all);
  });

  it('has never more unconfirmed bytes under way than the window', async () => {
    const port = portDouble();
    const fed = feedPort(port, () => messages([START, chunk(HALF), chunk(HALF), chunk(1), END]), new AbortController());
    await settle();
    expect(port.posted).toHaveLength(3);
    port.reply({ type: 'consumed', bytes: HALF });
    expect(await fed).toBe('sent');
    expect(port.posted).toHaveLength(5);
  });

  it('sends a chunk larger than the window at once when nothing is under way', async () => {
    const port = portDouble();
    expect(await feedPort(port, () => messages([chunk(STREAM_WINDOW_BYTES + 1), END]), new AbortController())).toBe(
      'sent',
    );
  });

  it('sends a chunk larger than the window alone', async () => {
    const port = portDouble();
    const fed = feedPort(port, () => messages([chunk(1), chunk(STREAM_WINDOW_BYTES + 1), END]), new AbortController());
    await settle();
    expect(port.posted).toHaveLength(1);
    port.reply({ type: 'consumed', bytes: 1 });
    expect(await fed).toBe('sent');
  });

  it('ignores answers that are none', async () => {
    const port = portDouble();
    const fed = feedPort(port, () => messages([chunk(STREAM_WINDOW_BYTES), chunk(1), END]), new AbortController());
    await settle();
    for (const reply of [undefined, 'consumed', { type: 'consumed', bytes: -5 }, { type: 'consumed', bytes: '9' }]) {
      port.reply(reply);
    }
    await settle();
    expect(port.posted).toHaveLength(1);
    port.reply({ type: 'consumed', bytes: STREAM_WINDOW_BYTES });
    expect(await fed).toBe('sent');
  });

  it('stops reading when the receiver cancels, and still sends an end', async () => {
    const port = portDouble();
    const stop = new AbortController();
    const fed = feedPort(port, () => messages([START, chunk(STREAM_WINDOW_BYTES), chunk(1), END]), stop);
    await settle();
    port.reply({ type: 'cancel' });
    expect(await fed).toBe('cancelled');
    expect(stop.signal.aborted).toBe(true);
    expect(port.posted.map(({ type }) => type)).toStrictEqual(['start', 'chunk', 'end']);
  });

  it('stops reading when the window goes away', async () => {
    const port = portDouble();
    const stop = new AbortController();
    const fed = feedPort(port, () => messages([chunk(STREAM_WINDOW_BYTES), chunk(1), END]), stop);
    await settle();
    port.vanish();
    expect(await fed).toBe('cancelled');
    expect(stop.signal.aborted).toBe(true);
  });

  it('stops before it starts when it was stopped already', async () => {
    const port = portDouble();
    const stop = new AbortController();
    stop.abort();
    expect(await feedPort(port, () => messages([START, chunk(1), END]), stop)).toBe('cancelled');
    expect(port.posted).toStrictEqual([END]);
  });

  it('tells the receiver when the reader itself fails, and ends', async () => {
    const port = portDouble();
    async function* failing(): AsyncGenerator<StreamMessage, void> {
      yield START;
      throw new Error('disk on fire');
    }
    expect(await feedPort(port, failing, new AbortController())).toStrictEqual({ failed: 'disk on fire' });
    expect(port.posted).toStrictEqual([
      START,
      {
        type: 'file-problem',
        problem: { code: 'file-unreadable', severity: 'error', file: '', reason: 'disk on fire' },
      },
      END,
    ]);
  });

  it('sends a source that has to finish to its own end after a cancel', async () => {
    const port = portDouble();
    async function* untilStopped(signal: AbortSignal): AsyncGenerator<StreamMessage, void> {
      yield START;
      while (!signal.aborted) await settle();
      yield chunk(1);
      yield END;
    }
    const fed = feedPort(port, untilStopped, new AbortController(), 'finish');
    await settle();
    port.reply({ type: 'cancel' });
    expect(await fed).toBe('cancelled');
    expect(port.posted).toStrictEqual([START, chunk(1), END]);
  });

  it('sends nothing more of a source that has to finish when nobody listens', async () => {
    const port = portDouble();
    async function* untilStopped(signal: AbortSignal): AsyncGenerator<StreamMessage, void> {
      yield START;
      while (!signal.aborted) await settle();
      yield chunk(1);
      yield END;
    }
    const fed = feedPort(port, untilStopped, new AbortController(), 'finish');
    await settle();
    port.vanish();
    expect(await fed).toBe('cancelled');
    expect(port.posted).toStrictEqual([START]);
  });
});
