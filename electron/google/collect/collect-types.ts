import type { CollectionRecord } from '../../../shared/inventory/collection/collection-record.ts';
import type { CollectionRequest } from '../../../shared/ipc/connect.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import type { ResourceDocument } from '../../../shared/resource/document.ts';
import type { CoverageRow, ProjectTie } from '../../../shared/inventory/inventory.ts';
import type { ApiFailureData } from '../transport/api-failure.ts';
import type { GoogleTransport } from '../transport/transport.ts';

/** How far one kind has come in one location, over all projects. */
export interface PlaceProgress {
  readonly kind: KindId;
  /** `-` where all locations are read at once. */
  readonly location: string;
  /** Places that wait, are being read, are read, and could not be read to their end. */
  readonly waiting: number;
  readonly reading: number;
  readonly read: number;
  readonly failed: number;
  readonly documents: number;
}

/** Something the user should know about how the collection is done. */
export type CollectionNotice =
  /** What a journal kept is not read again; its secrets are masked. */
  | { readonly type: 'kept-masked'; readonly documents: number }
  /** The list of locations could not be had, so one made earlier is used. */
  | { readonly type: 'static-locations'; readonly project: string; readonly listedOn: string; readonly reason: string }
  /** Cloud Asset Inventory was not used; the locations are walked, unless nothing else was wanted. */
  | { readonly type: 'assets-unused'; readonly scope: string; readonly reason: string; readonly isWalked: boolean }
  /** Cloud Asset Inventory has nothing of these kinds (in words), so the locations are walked for them. */
  | { readonly type: 'assets-lack'; readonly scope: string; readonly kinds: readonly string[] };

/** How far a collection has come. */
export interface CollectionProgress {
  readonly type: 'progress';
  readonly places: readonly PlaceProgress[];
  /** Resources that are read one by one: found in documents, and done. */
  readonly linked: { readonly found: number; readonly done: number; readonly failed: number };
  readonly documents: number;
  /** Documents per second, of the last few seconds. */
  readonly rate: number;
  /** Seconds, once that can be known. */
  readonly remaining?: number;
  readonly notices: readonly CollectionNotice[];
  /** Why nothing goes on until the user has logged in. */
  readonly paused?: ApiFailureData;
}

/** Where a collection waits for a new login. */
export interface CollectionGate {
  /** Resolves when calls may be tried again (`resumed`), or when the user gives up (`stopped`). */
  pause(failure: ApiFailureData): Promise<'resumed' | 'stopped'>;
}

/** What earlier collecting gave. */
export interface KnownState {
  readonly documents: Iterable<ResourceDocument>;
  readonly coverage: readonly CoverageRow[];
  readonly projects: readonly ProjectTie[];
}

/**
 * What to do with what is known. `resume`: places that were read stay as they are, all others are read. `retry`: only the
 * readings of `keys` are done again. `refresh`: all is read again, and what is gone is reported as removed.
 */
export type CollectionMode =
  | { readonly type: 'fresh' }
  | { readonly type: 'resume' | 'refresh'; readonly known: KnownState }
  /** `keys` are those of `coverageKey`. */
  | { readonly type: 'retry'; readonly known: KnownState; readonly keys: ReadonlySet<string> };

export interface CollectOptions {
  readonly transport: GoogleTransport;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly gate: CollectionGate;
  readonly signal: AbortSignal;
  readonly toolVersion: string;
  readonly mode: CollectionMode;
  /** E-mail of the account that reads. */
  readonly principal?: string;
}

/**
 * What `collect` gives. The consumer sets the pace: while it does not take records, little more is read.
 */
export type Collect = (
  request: CollectionRequest,
  options: CollectOptions,
) => AsyncIterable<CollectionRecord | CollectionProgress>;
