import type { Problem } from '../errors/problem.ts';
import type { KindId } from '../kinds/index.ts';
import type { JsonObject } from '../json.ts';
import type { Origin, ResourceDocument } from '../resource/document.ts';
import type { ReviewRecord } from '../review/review-record.ts';

/** A project number and a project id that name the same project, and how that is known. */
export interface ProjectTie {
  readonly projectId: string;
  /** Decimal digits. */
  readonly projectNumber: string;
  /** Where it was learnt, for the user: `assets.ndjson line 3: ancestors`. */
  readonly source: string;
}

/**
 * What can become of reading. `limited`: a quota or a limit ended it. `not-offered`: the API does not exist there. `external`:
 * belongs to Google or to another registry, and nobody outside may read it, so it was not tried.
 */
export const COVERAGE_STATUSES = [
  'read',
  'denied',
  'disabled',
  'not-found',
  'limited',
  'cancelled',
  'skipped',
  'not-offered',
  'timeout',
  'failed',
  'external',
] as const;

export type CoverageStatus = (typeof COVERAGE_STATUSES)[number];

/** What was read beside a document: its IAM policy, or lists that belong to it (versions, firewall rules). */
export const COVERAGE_ASPECTS = ['iam-policy', 'parts'] as const;

/** What became of reading one kind in one place, or one resource. */
export interface CoverageRow {
  readonly project: string;
  /** `-` for all locations at once; `global`, or empty where the kind has no locations. */
  readonly location: string;
  readonly kind: KindId;
  readonly status: CoverageStatus;
  /** Documents read. */
  readonly count: number;
  /** What the API or the reader said, and what the user can do. Never contains a secret. */
  readonly error?: string;
  /** Full name, where the row is about one resource that was asked for by name. */
  readonly resource?: string;
  /** Absent where the row is about the documents themselves. */
  readonly aspect?: (typeof COVERAGE_ASPECTS)[number];
  /** `named`: only those that other documents name were asked for, so a resource that is not among them may exist. */
  readonly extent?: 'named';
  /** Permission that was lacking. */
  readonly permission?: string;
  /** Narrowest predefined role that gives it: `roles/aiplatform.viewer`. */
  readonly role?: string;
  /** Page of the console on which the API can be enabled. */
  readonly activationUrl?: string;
}

/** A value masked when the snapshot was written. */
export interface Redaction {
  readonly document: string;
  readonly path: string;
  readonly reason: string;
}

/** Where in a document something was masked, and what it was. */
export type MaskedPlace = Omit<Redaction, 'document'>;

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
  /** What reviewers made of it (bookmarks, notes, marks), of all the snapshots it came from. */
  readonly review?: ReviewRecord;
}
