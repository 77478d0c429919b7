import type { CollectionRecord } from '../../../shared/inventory/collection/collection-record.ts';
import type { CollectionRequest } from '../../../shared/ipc/connect.ts';
import type { QueryError } from '../../../shared/search/query-error.ts';
import type { CollectionProgress, CollectOptions } from './collect-types.ts';
import { runPlan } from './collect.ts';
import { planLive } from './live-plan.ts';
import type { LiveQuery } from './live-plan.ts';

/** A query that fits no form. */
export class LiveQueryError extends Error {
  readonly error: QueryError;

  constructor(error: QueryError) {
    super(error.message);
    this.error = error;
  }
}

/**
 * Reads from Google what a query of GET, LIST or SEARCH is about, with what it is linked to up to the request's depth: records as
 * those of a collection. Which of the resources answer the query is then found in them as in a file. Throws a `LiveQueryError`
 * for a query that fits no form.
 */
export async function* find(
  query: LiveQuery,
  request: CollectionRequest,
  options: CollectOptions,
): AsyncGenerator<CollectionRecord | CollectionProgress, void> {
  const planned = planLive(query, request);
  if (!planned.ok) {
    throw new LiveQueryError(planned.error);
  }
  yield* runPlan(planned.plan, planned.request, options);
}
