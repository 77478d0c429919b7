import { z } from 'zod';
import { isKindId } from '../kinds/index.ts';
import { authProblemSchema, credentialSourceSchema } from './connect.ts';

/** What the window hears of a collection, and what connecting answers. Nothing here has a place for a token. */

const count = z.number().int().min(0);

/** How far one kind has come in one location, over all projects; `-` is all locations at once. */
const placeProgressSchema = z.object({
  kind: z.string().refine(isKindId),
  location: z.string(),
  waiting: count,
  reading: count,
  read: count,
  failed: count,
  documents: count,
});

/**
 * How far a collection is. `paused`: waits until the user has logged in again. `partial`: read to its end, not all of it could be read.
 * `cancelled`: the user stopped it. `lost`: the collecting process ended; what it had read is kept. `failed`: it could not begin.
 */
export const collectionStatusSchema = z.object({
  /** What the user asked for; absent before that is known. */
  task: z.enum(['collect', 'resume', 'refresh', 'retry', 'find']).optional(),
  phase: z.enum(['starting', 'running', 'paused', 'complete', 'partial', 'cancelled', 'lost', 'failed']),
  places: z.array(placeProgressSchema).readonly(),
  /** Linked resources, which are read one by one. */
  linked: z.object({ found: count, done: count, failed: count }),
  documents: count,
  /** Documents per second, of the last few seconds. */
  rate: z.number().min(0),
  /** Seconds left, once that can be known. */
  remaining: z.number().min(0).optional(),
  /** What the user should know about how it is done, one sentence each. */
  notices: z.array(z.string()).readonly(),
  /** Why it waits, or why it failed. */
  problem: authProblemSchema.optional(),
  /** E-mail of the account that reads, where it is known. */
  principal: z.string().optional(),
  /** Why it failed where that is no matter of credentials. */
  failure: z.string().optional(),
});

export type CollectionStatus = z.infer<typeof collectionStatusSchema>;
export type PlaceStatus = z.infer<typeof placeProgressSchema>;

/** The status of a collection that has not begun. */
export const STARTING: CollectionStatus = {
  phase: 'starting',
  places: [],
  linked: { found: 0, done: 0, failed: 0 },
  documents: 0,
  rate: 0,
  notices: [],
};

/** Whether nothing more will come by itself. */
export function hasEnded({ phase }: Pick<CollectionStatus, 'phase'>): boolean {
  return phase !== 'starting' && phase !== 'running' && phase !== 'paused';
}

/** The share of the readings that are done, from 0 to 1; undefined while there are none. */
export function shareDone({ places, linked }: Pick<CollectionStatus, 'places' | 'linked'>): number | undefined {
  let done = linked.done + linked.failed;
  let all = linked.found;
  for (const { waiting, reading, read, failed } of places) {
    done += read + failed;
    all += waiting + reading + read + failed;
  }
  return all === 0 ? undefined : Math.min(1, done / all);
}

/** What a test of the connection found, one row per API that was asked. */
export const connectionTestSchema = z.object({
  source: credentialSourceSchema,
  checks: z.array(
    z.object({
      /** What was tried, in the user's words: `List custom jobs in us-central1`. */
      what: z.string(),
      ok: z.boolean(),
      /** What was found, or what is wrong and what to do. */
      message: z.string(),
    }),
  ),
});

export const projectChoiceSchema = z.object({ id: z.string(), name: z.string().optional() });

/** A collection that was not finished: cancelled, broken off or not saved. */
export const unfinishedSchema = z.object({
  /** Names it in the calls; the window never sends paths. */
  id: z.string(),
  /** Projects or folder it is of. */
  title: z.string(),
  /** RFC 3339. */
  startedTime: z.string(),
  bytes: count,
});

export type ConnectionTest = z.infer<typeof connectionTestSchema>;
export type ProjectChoice = z.infer<typeof projectChoiceSchema>;
export type UnfinishedCollection = z.infer<typeof unfinishedSchema>;
