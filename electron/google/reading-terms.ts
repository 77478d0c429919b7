import { coverageKey } from '../../shared/inventory/collection/coverage-key.ts';
import { RETRIABLE } from '../../shared/inventory/collection/retriable.ts';
import type { CollectionStatus } from '../../shared/ipc/collection.ts';
import type { CollectorTask } from '../../shared/ipc/collector-messages.ts';
import type { CredentialSource } from '../../shared/ipc/connect.ts';
import type { CollectionMode } from './collect/collect-types.ts';
import type { KnownRecords } from './known-records.ts';

/** Returns how a task reads, given what is known already. */
export function modeOf(task: CollectorTask, known: KnownRecords): CollectionMode {
  switch (task.type) {
    case 'collect':
    case 'find':
      return { type: 'fresh' };
    case 'resume':
      return { type: 'resume', known: known.state() };
    case 'refresh':
      return { type: 'refresh', known: known.state() };
    case 'retry':
      return { type: 'retry', known: known.state(), keys: new Set(task.keys ?? keysToRetry(known)) };
  }
}

/** All readings of which something is missing that a new try may give. */
function keysToRetry(known: KnownRecords): readonly string[] {
  return known
    .state()
    .coverage.filter(({ status }) => RETRIABLE.has(status))
    .map(coverageKey);
}

/** Returns as whom a source reads, as far as it is known. */
export function principalOf({ principal, quotaProject }: CredentialSource): {
  principal?: string;
  quotaProject?: string;
} {
  return {
    ...(principal === undefined ? {} : { principal }),
    ...(quotaProject === undefined ? {} : { quotaProject }),
  };
}

/** Returns how a reading ended. */
export function endPhase(outcome: 'sent' | 'cancelled', complete: boolean): CollectionStatus['phase'] {
  if (outcome === 'cancelled') return 'cancelled';
  return complete ? 'complete' : 'partial';
}
