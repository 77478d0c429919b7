import { describe, expect, it } from 'vitest';
import {
  createInventoryClient,
  InventoryError,
  type InventoryWorker,
} from '../../../../renderer/inventory/inventory-client.ts';
import type { Facets } from '../../../../renderer/inventory/worker/protocol/facets-protocol.ts';
import type {
  InventoryAnswer,
  InventoryRequest,
  OpenProgress,
} from '../../../../renderer/inventory/worker/protocol/protocol.ts';

type Listener = (event: { data?: InventoryAnswer; message?: string }) => void;

/** Stands for the browser's Worker: records what is posted and plays back answers. */
class WorkerDouble implements InventoryWorker {
  readonly posted: InventoryRequest[] = [];
  readonly transferred: Transferable[][] = [];
  terminated = false;
  private readonly listeners = new Map<string, Listener[]>();

  postMessage(message: InventoryRequest, transfer: Transferable[]): void {
    this.posted.push(message);
    this.transferred.push(transfer);
  }

  addEventListener(type: string, listener: unknown): void {
    this.listeners.set(type, [...(this.listeners.get(type) ?? []), listener as Listener]);
  }

  terminate(): void {
    this.terminated = true;
  }

  answer(data: InventoryAnswer): void {
    for (const listener of this.listeners.get('message') ?? []) listener({ data });
  }

  crash(message: string): void {
    for (const listener of this.listeners.get('error') ?? []) listener({ message });
  }
}

const FACETS: Facets = {
  kinds: [],
  states: [],
  projects: [],
  locations: [],
  conditions: [],
  marks: [],
  relations: [],
  confidences: [],
  flows: [],
};

/** For calls whose outcome is not what the test is about. */
function ignoreOutcome(call: Promise<unknown>): void {
  call.catch(() => undefined);
}

function setUp() {
  const workers: WorkerDouble[] = [];
  const client = createInventoryClient(() => {
    const worker = new WorkerDouble();
    workers.push(worker);
    return worker;
  });
  return { client, workers };
}

describe('the inventory client', () => {
  it('starts no worker until the first call and one worker for all calls', () => {
    const { client, workers } = setUp();
    expect(workers).toStrictEqual([]);
    ignoreOutcome(client.facets());
    ignoreOutcome(client.search('train', 20));
    expect(workers.map((worker) => worker.posted)).toStrictEqual([
      [
        { id: 1, call: 'facets', args: [] },
        { id: 2, call: 'search', args: ['train', 20] },
      ],
    ]);
  });

  it('gives each call its own answer, whatever the order of the answers', async () => {
    const { client, workers } = setUp();
    const facets = client.facets();
    const hits = client.search('train', 20);
    workers[0]?.answer({ id: 2, ok: true, value: { hits: [], total: 7 } });
    workers[0]?.answer({ id: 1, ok: true, value: FACETS });
    expect(await Promise.all([facets, hits])).toStrictEqual([FACETS, { hits: [], total: 7 }]);
  });

  it('rejects with the code and the message of the worker', async () => {
    const { client, workers } = setUp();
    const facets = client.facets();
    workers[0]?.answer({ id: 1, ok: false, code: 'failed', error: 'No inventory is open.' });
    await expect(facets).rejects.toStrictEqual(new InventoryError('failed', 'No inventory is open.'));
  });

  it('hands the port over to the worker', () => {
    const { client, workers } = setUp();
    const { port1 } = new MessageChannel();
    ignoreOutcome(client.open(port1));
    expect(workers[0]?.transferred[0]?.[0]).toBe(port1);
    port1.close();
  });

  it('passes progress to its listeners until they leave', () => {
    const { client, workers } = setUp();
    const seen: OpenProgress[] = [];
    const leave = client.onProgress((progress) => seen.push(progress));
    ignoreOutcome(client.facets());
    const progress: OpenProgress = {
      phase: 'reading',
      file: 'jobs.json',
      bytesRead: 10,
      bytesTotal: 20,
      documents: 3,
    };
    workers[0]?.answer({ event: 'progress', progress });
    leave();
    workers[0]?.answer({ event: 'progress', progress });
    expect(seen).toStrictEqual([progress]);
  });

  it('rejects every call under way when the worker dies, says so once, and starts another worker for the next call', async () => {
    const { client, workers } = setUp();
    const lost: InventoryError[] = [];
    client.onLost((error) => lost.push(error));
    const calls = [client.facets(), client.coverage()];
    workers[0]?.crash('out of memory');
    workers[0]?.crash('out of memory');
    const expected = new InventoryError(
      'lost',
      'The inventory was lost because its worker stopped: out of memory. Open it again.',
    );
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes).toStrictEqual([
      { status: 'rejected', reason: expected },
      { status: 'rejected', reason: expected },
    ]);
    expect(lost).toStrictEqual([expected]);
    ignoreOutcome(client.facets());
    expect(workers.map((worker) => worker.terminated)).toStrictEqual([true, false]);
  });

  it('rejects calls under way when it is disposed of, without calling the inventory lost', async () => {
    const { client, workers } = setUp();
    const lost: InventoryError[] = [];
    client.onLost((error) => lost.push(error));
    const facets = client.facets();
    client.dispose();
    await expect(facets).rejects.toStrictEqual(new InventoryError('lost', 'The inventory was closed.'));
    expect(workers[0]?.terminated).toBe(true);
    expect(lost).toStrictEqual([]);
  });

  it('starts the worker ahead of the first call when asked, once', () => {
    const { client, workers } = setUp();
    client.warmUp();
    client.warmUp();
    ignoreOutcome(client.facets());
    expect(workers.map((worker) => worker.posted)).toStrictEqual([[{ id: 1, call: 'facets', args: [] }]]);
  });

  it('rejects a call whose arguments cannot be sent', async () => {
    const client = createInventoryClient(() => {
      const worker = new WorkerDouble();
      worker.postMessage = () => {
        throw new Error('the port is already transferred');
      };
      return worker;
    });
    await expect(client.facets()).rejects.toStrictEqual(
      new InventoryError('failed', 'the port is already transferred'),
    );
  });
});
