import type { CollectionRecord } from '../../../shared/inventory/collection/collection-record.ts';
import type { CollectionRequest } from '../../../shared/ipc/connect.ts';
import { createChannel } from './channel.ts';
import type { CollectionProgress, CollectOptions } from './collect-types.ts';
import { Collector } from './collector.ts';
import { STANDARD_KINDS } from './plan-places.ts';
import type { CollectionPlan } from './plan-places.ts';
import { Session } from './session.ts';

/** Records that wait for the consumer at most; producers wait then. */
const ROOM = 2000;

/**
 * Collects an estate: lists the chosen kinds in all places, reads what they name, and reports what became of each reading. Gives
 * records as they come and progress a few times a second; the consumer sets the pace. Ends by itself, also after `signal` is
 * aborted, with coverage rows for what was left out. Throws only for faults of this program.
 */
export async function* collect(
  request: CollectionRequest,
  options: CollectOptions,
): AsyncGenerator<CollectionRecord | CollectionProgress, void> {
  yield* runPlan({ kinds: request.kinds ?? STANDARD_KINDS, seeds: [], probes: [] }, request, options);
}

/** As `collect`, for any plan. */
export async function* runPlan(
  plan: CollectionPlan,
  request: CollectionRequest,
  options: CollectOptions,
): AsyncGenerator<CollectionRecord | CollectionProgress, void> {
  const channel = createChannel<CollectionRecord | CollectionProgress>(ROOM);
  const left = new AbortController();
  const signal = AbortSignal.any([options.signal, left.signal]);
  const session = new Session(request, { ...options, signal }, channel);
  const running = new Collector(session, plan).run().then(
    () => channel.close(),
    (error: unknown) => channel.fail(error instanceof Error ? error : new Error(String(error))),
  );
  try {
    yield* channel;
  } finally {
    left.abort();
    channel.abandon();
    await running;
  }
}
