import type { AccessDetails } from './access-protocol.ts';
import type { CanvasCalls } from './canvas-protocol.ts';
import type { ExploringCalls } from './exploring-protocol.ts';
import type {
  DrawnLink,
  LinkDetails,
  LinkedNode,
  NeighbourQuestion,
  Neighbours,
  NodeDetails,
  RelationCount,
} from './details-protocol.ts';
import type { NodeSummary } from './node-summary.ts';
import type { PackedView } from './packed-view.ts';
import type { CanvasSize } from '../../../graph/layouts/worker/columns.ts';
import type { Problem } from '../../../../shared/errors/problem.ts';
import type { NodeId, UnclaimedReference } from '../../../../shared/graph/graph.ts';
import type { Position, ViewSpec } from '../../../../shared/graph/view.ts';
import type { CoverageRow, Redaction, SkippedType } from '../../../../shared/inventory/inventory.ts';
import type { KindId } from '../../../../shared/kinds/index.ts';
import type { RelationId } from '../../../../shared/kinds/kind.ts';
import type { OpenedReview } from '../../../../shared/review/open-review.ts';
import type { ReviewRecord } from '../../../../shared/review/review-record.ts';
import type { SearchHit } from '../../../../shared/search/hit.ts';
import type { Completions } from '../../../../shared/search/query/complete.ts';
import type { QueryProblem } from '../../../../shared/search/query/syntax.ts';
import type { Facets } from './facets-protocol.ts';
import type { FindingsCalls } from './findings-protocol.ts';

/** Numbers of an opened inventory; also what the `ready:` line prints. */
export interface InventorySummary {
  readonly files: readonly string[];
  readonly jobs: number;
  readonly resources: number;
  readonly links: number;
  readonly problems: number;
  readonly unclaimed: number;
  readonly createdTime?: string;
}

/** Progress of opening; one event at most every 100 ms. */
export interface OpenProgress {
  readonly phase: 'reading' | 'linking' | 'indexing';
  readonly file: string;
  readonly bytesRead: number;
  /** 0 when unknown. */
  readonly bytesTotal: number;
  readonly documents: number;
}

export interface CoverageReport {
  readonly coverage: readonly CoverageRow[];
  readonly problems: readonly Problem[];
  readonly unclaimed: readonly UnclaimedReference[];
  readonly redactions: readonly Redaction[];
  readonly skipped: readonly SkippedType[];
  /** Named but not collected, by kind. */
  readonly referenced: readonly { readonly kind: KindId; readonly count: number }[];
  readonly unresolved: readonly { readonly id: NodeId; readonly title: string; readonly reason: string }[];
  /** Entries that a list above leaves out because it is too long, by list. */
  readonly beyond?: Readonly<Partial<Record<'unclaimed' | 'redactions' | 'unresolved', number>>>;
}

/** How a snapshot is written; `toolVersion` is the app's version, which is noted in the file. */
export interface SnapshotOptions {
  readonly includeSecrets: boolean;
  readonly toolVersion: string;
  /** What reviewers made of it by now. */
  readonly review: ReviewRecord;
}

/** How collected resources differ from those of an earlier moment. */
export interface InventoryChanges {
  readonly added: readonly NodeId[];
  readonly changed: readonly NodeId[];
  /** As they were. */
  readonly removed: readonly NodeSummary[];
}

/** What became of an inventory that is being collected, told each time it was derived anew. */
export interface InventoryUpdate {
  readonly summary: InventorySummary;
  /** `growing` while more may come; else how the collection's stream ended. */
  readonly stream: 'growing' | 'complete' | 'cancelled' | 'broken';
}

/** What is found for the text of the search box. */
export interface SearchAnswer {
  /** Best first. */
  readonly hits: readonly SearchHit[];
  /** Resources that match, of which `hits` are the best. */
  readonly total: number;
  /** Mistakes of a query, at their places; the hits are then those of the rest of it. */
  readonly problems: readonly QueryProblem[];
  /** Resources of which a query cannot be decided, because their documents were not read. */
  readonly undecided: number;
}

/** Everything that is found for the text of the search box, as far as it is asked for. */
export interface SearchMatches {
  /** Best first. */
  readonly ids: readonly NodeId[];
  readonly total: number;
}

/** Calls of the inventory worker. Every call is answered by its result or by an error with a message for the user. */
/** What came in, and the view with it. */
export interface Expanded<Shown> extends Neighbours {
  readonly shown: Shown;
}

export interface InventoryCalls extends ExploringCalls, CanvasCalls, FindingsCalls {
  /**
   * Reads everything that comes over the port (see `shared/ipc/stream.ts`); resolves when the inventory is derived. Of a live
   * stream it resolves when there is something to show, and `updated` events follow until it ended.
   */
  open(port: MessagePort): InventorySummary;
  /**
   * Reads a live stream into the inventory that is open: documents replace those of the same name. `updated` events tell what
   * became of it. With `compare`, `changes` tells how it differs from now. Resolves when the stream ended.
   */
  update(port: MessagePort, compare: boolean): InventorySummary;
  /** How the inventory differs from before the last `update` with `compare`; nothing before the first. */
  changes(): InventoryChanges;
  /** Forgets the difference: what is there now is what the next update is compared with. */
  forgetChanges(): void;
  /** Stops reading; what was read so far is kept and derived. A collection is asked to stop, and read to its end. */
  cancelOpen(): void;
  facets(): Facets;
  /** `previous` positions are kept for nodes that have one. A newer call supersedes one still being laid out.
   * A view laid out from nothing fills `canvas` as well as it can. */
  view(spec: ViewSpec, previous: Readonly<Record<string, Position>>, canvas?: CanvasSize): PackedView;
  /** Words, a pasted name in any spelling, a form of the method SEARCH (`bucket:NAME`, `state=…`), or a query. */
  search(query: string, limit: number): SearchAnswer;
  /** The ids of what `search` finds, `limit` of them. */
  matches(query: string, limit: number): SearchMatches;
  /** What can stand at a cursor in a query, with counts of the inventory. */
  complete(query: string, cursor: number, limit: number): Completions;
  details(id: NodeId): NodeDetails | undefined;
  /** Access as policies tell it, with at most `limit` rows in a group; undefined for what is no matter of access. */
  access(id: NodeId, limit: number): AccessDetails | undefined;
  /** The unmasked document; asked for by the user, never automatically. */
  reveal(id: NodeId): string | undefined;
  relations(id: NodeId, spec: ViewSpec): readonly RelationCount[];
  /**
   * Neighbours that the view of `spec` does not draw as nodes of their own, and the view with them: in one call, because each
   * way to the worker and back takes a part of the time in which the window has to answer. Superseded like `view`.
   */
  expand(
    question: NeighbourQuestion,
    spec: ViewSpec,
    previous: Readonly<Record<string, Position>>,
    canvas?: CanvasSize,
  ): Expanded<PackedView>;
  /** The nodes of these ids in this order, unknown ids left out: members of a fold, a selection. */
  nodes(ids: readonly NodeId[]): readonly NodeSummary[];
  /** Links of a group from `offset` on, in the order of `LinkGroup.links`. */
  links(
    id: NodeId,
    relation: RelationId,
    direction: 'outgoing' | 'incoming',
    offset: number,
    limit: number,
  ): readonly LinkedNode[];
  /** What a drawn edge stands for, with `limit` of its links from `offset` on; undefined when it is not in the view of `spec`. */
  link(link: DrawnLink, spec: ViewSpec, offset: number, limit: number): LinkDetails | undefined;
  coverage(): CoverageReport;
  /** What reviewers made of it, as the files have it and as it was kept while they worked (see `shared/review/kept-review.ts`). */
  review(kept?: string): OpenedReview;
  /** Those of the ids that name no resource of the inventory. */
  missing(ids: readonly NodeId[]): readonly NodeId[];
  /** Snapshot bytes of the opened inventory (see `shared/inventory/snapshot.ts`). */
  snapshot(options: SnapshotOptions): Uint8Array<ArrayBuffer>;
}

export type InventoryRequest = {
  readonly [Name in keyof InventoryCalls]: {
    readonly id: number;
    readonly call: Name;
    readonly args: Parameters<InventoryCalls[Name]>;
  };
}[keyof InventoryCalls];

/**
 * Why a call failed. `superseded`: a newer call of the same name replaced it, nothing to tell the user. `lost`: the worker died
 * and with it the inventory. `failed`: anything else; the message is for the user.
 */
export type FailureCode = 'superseded' | 'lost' | 'failed';

export type InventoryAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly code: FailureCode; readonly error: string }
  | { readonly event: 'progress'; readonly progress: OpenProgress }
  | { readonly event: 'updated'; readonly update: InventoryUpdate };
