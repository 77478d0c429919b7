/** Hands items from several producers to one consumer, who sets the pace. */
export interface Channel<Item> extends AsyncIterable<Item> {
  /** Resolves once there is room for more. After `close`, items are dropped. */
  push(item: Item): Promise<void>;
  /** What was pushed can still be taken; then the iteration ends. */
  close(): void;
  /** As `close`; then the iteration throws the error. */
  fail(error: Error): void;
  /** Nothing more will be taken: producers that wait go on. */
  abandon(): void;
}

/** Makes a channel that holds about `room` items; producers wait while it holds more. */
export function createChannel<Item>(room: number): Channel<Item> {
  let items: Item[] = [];
  let taken = 0;
  let state: 'open' | 'closed' = 'open';
  let failure: Error | undefined;
  let wakeConsumer: (() => void) | undefined;
  let waiting: (() => void)[] = [];

  function wakeProducers(): void {
    const all = waiting;
    waiting = [];
    for (const wake of all) {
      wake();
    }
  }

  function end(): void {
    state = 'closed';
    wakeConsumer?.();
    wakeProducers();
  }

  async function* take(): AsyncGenerator<Item, void> {
    for (;;) {
      const next = items[taken];
      if (taken < items.length) {
        taken += 1;
        if (taken === items.length) {
          items = [];
          taken = 0;
        }
        if (items.length - taken < room) {
          wakeProducers();
        }
        yield next as Item;
      } else if (state === 'closed') {
        if (failure !== undefined) {
          throw failure;
        }
        return;
      } else {
        await new Promise<void>((resolve) => {
          wakeConsumer = resolve;
        });
      }
    }
  }

  return {
    async push(item) {
      if (state === 'closed') {
        return;
      }
      items.push(item);
      wakeConsumer?.();
      if (items.length - taken >= room) {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      }
    },
    close: end,
    fail(error) {
      failure = error;
      end();
    },
    abandon() {
      items = [];
      taken = 0;
      end();
    },
    [Symbol.asyncIterator]: take,
  };
}
