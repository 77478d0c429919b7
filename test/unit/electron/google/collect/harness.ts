import { runPlan } from '../../../../../electron/google/collect/collect.ts';
import type { CollectionMode, CollectionProgress } from '../../../../../electron/google/collect/collect-types.ts';
import { STANDARD_KINDS } from '../../../../../electron/google/collect/plan-places.ts';
import type { CollectionPlan } from '../../../../../electron/google/collect/plan-places.ts';
import { createKnownRecords } from '../../../../../electron/google/known-records.ts';
import type { ApiFailureData } from '../../../../../electron/google/transport/api-failure.ts';
import type { GoogleTransport, TransportKind } from '../../../../../electron/google/transport/transport.ts';
import type { CollectionRecord } from '../../../../../shared/inventory/collection/collection-record.ts';
import { recordLine } from '../../../../../shared/inventory/collection/write-record.ts';
import type { CoverageRow, Inventory } from '../../../../../shared/inventory/inventory.ts';
import { createInventoryReader } from '../../../../../shared/inventory/reader.ts';
import type { CollectionRequest } from '../../../../../shared/ipc/connect.ts';
import type { KindId } from '../../../../../shared/kinds/index.ts';
import type { FakeGoogle } from '../../../../doubles/google/start.ts';
import { credentialsFor, transportTo } from '../transport/transport-to.ts';

/** Noon of the day on which everything is collected. */
export const NOW = Date.UTC(2026, 10, 23, 12);

/** What a collection gave. */
export interface Collected {
  readonly records: readonly CollectionRecord[];
  readonly progress: readonly CollectionProgress[];
  readonly inventory: Inventory;
  /** Documents of one kind, by name. */
  names(kind: KindId): readonly string[];
  /** Coverage rows that are no success. */
  readonly gaps: readonly CoverageRow[];
  readonly complete: boolean | undefined;
}

/** How a collection differs from the usual one. */
export interface CollectChanges {
  readonly request?: Partial<CollectionRequest>;
  readonly plan?: Partial<CollectionPlan>;
  readonly mode?: CollectionMode;
  readonly signal?: AbortSignal;
  readonly now?: () => number;
  readonly pause?: (failure: ApiFailureData) => Promise<'resumed' | 'stopped'>;
  /** Hears of every record as it comes. */
  readonly onRecord?: (record: CollectionRecord | CollectionProgress) => void | Promise<void>;
}

/** A transport that reaches nothing but the fake, also for the APIs it has not. */
export function fakeOnly(fake: FakeGoogle, kind: TransportKind = 'rest'): GoogleTransport {
  const credentials = credentialsFor(fake);
  const others = ['bigquery', 'secretmanager'].map((name): [string, URL] => [
    `${name}.googleapis.com`,
    new URL(fake.rest),
  ]);
  const endpointOverrides = new Map([...credentials.endpointOverrides, ...others]);
  return transportTo(fake, kind, {
    credentials: { ...credentials, endpointOverrides, refresh: async () => await Promise.resolve() },
  });
}

/** Runs a collection to its end. */
export async function collectAll(
  transport: GoogleTransport,
  projects: readonly string[],
  changes: CollectChanges = {},
): Promise<Collected> {
  const request: CollectionRequest = {
    projects: [...projects],
    depth: 4,
    assets: 'off',
    transport: 'rest',
    ...changes.request,
  };
  const plan = { kinds: request.kinds ?? STANDARD_KINDS, seeds: [], probes: [], ...changes.plan };
  const records: CollectionRecord[] = [];
  const progress: CollectionProgress[] = [];
  const stream = runPlan(plan, request, {
    transport,
    now: changes.now ?? (() => NOW),
    gate: { pause: changes.pause ?? (async () => await Promise.resolve('stopped')) },
    signal: changes.signal ?? new AbortController().signal,
    toolVersion: '1.0.0',
    mode: changes.mode ?? { type: 'fresh' },
  });
  for await (const record of stream) {
    if (record.type === 'progress') {
      progress.push(record);
    } else {
      records.push(record);
    }
    await changes.onRecord?.(record);
  }
  return describeRecords(records, progress);
}

/** What records of one collection, or of several after each other, come to. */
export function describeRecords(
  records: readonly CollectionRecord[],
  progress: readonly CollectionProgress[] = [],
): Collected {
  const reader = createInventoryReader();
  reader.beginFile('Google Cloud');
  reader.push(new TextEncoder().encode(records.map(recordLine).join('')));
  reader.endFile();
  const inventory = reader.finish();
  const last = records.at(-1);
  return {
    records,
    progress,
    inventory,
    names: (kind) =>
      inventory.documents
        .filter((document) => document.kind === kind)
        .map(({ name }) => name)
        .toSorted(),
    gaps: inventory.coverage.filter(({ status }) => status !== 'read'),
    complete: last?.type === 'end' ? last.complete : undefined,
  };
}

/** What is known after these records. */
export function knownFrom(
  records: readonly CollectionRecord[],
): ReturnType<ReturnType<typeof createKnownRecords>['state']> {
  const known = createKnownRecords();
  for (const record of records) {
    known.note(record);
  }
  return known.state();
}
