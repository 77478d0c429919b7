import type { Problem } from '../errors/problem.ts';
import type { KindId } from '../kinds/index.ts';
import type { JsonObject } from '../json.ts';
import type { Origin, ResourceDocument } from '../resource/document.ts';

/** A project number and a project id that name the same project, and how that is known. */
export interface ProjectTie {
  readonly projectId: string;
  /** Decimal digits. */
  readonly projectNumber: string;
  /** Where it was learnt, for the user: `assets.ndjson line 3: ancestors`. */
  readonly source: string;
}

/** What became of reading one kind in one place. */
export interface CoverageRow {
  readonly project: string;
  readonly location: string;
  readonly kind: KindId;
  readonly status: 'read' | 'denied' | 'disabled' | 'not-found' | 'limited' | 'cancelled' | 'skipped';
  /** Documents read. */
  readonly count: number;
  /** What the API or the reader said, and what the user can do. Never contains a secret. */
  readonly error?: string;
}

/** A value masked when the snapshot was written. */
export interface Redaction {
  readonly document: string;
  readonly path: string;
  readonly reason: string;
}

/** Records of kinds the product does not know: counted, not kept. */
export interface SkippedType {
  readonly type: string;
  readonly count: number;
  readonly file: string;
}

/** An IAM policy of which the file does not say whose it is. */
export interface UnattachedPolicy {
  readonly policy: JsonObject;
  readonly origin: Origin;
}

/**
 * A set of raw documents plus what was not collected. Links, graph, findings, index and layout are pure functions of it.
 */
export interface Inventory {
  readonly documents: readonly ResourceDocument[];
  readonly projects: readonly ProjectTie[];
  readonly coverage: readonly CoverageRow[];
  readonly problems: readonly Problem[];
  readonly skipped: readonly SkippedType[];
  readonly unattachedPolicies: readonly UnattachedPolicy[];
  readonly redactions: readonly Redaction[];
  /** RFC 3339, of the snapshot it came from. */
  readonly createdTime?: string;
  /** View state of the snapshot it came from (positions, hidden nodes, notes), as the window wrote it. */
  readonly view?: JsonObject;
}
