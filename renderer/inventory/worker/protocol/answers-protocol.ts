import type { KindId } from '../../../../shared/kinds/index.ts';
import type { RelationId } from '../../../../shared/kinds/kind.ts';
import type { AccessGroup } from './access-protocol.ts';
import type { NodeSummary } from './node-summary.ts';

/** A resource of an answer, with what is worth knowing of it at a glance. */
export interface AnswerRow {
  readonly node: NodeSummary;
  /** Links of its lineage between it and what is asked about; undefined where none lead there, and of that resource itself. */
  readonly distance?: number;
  /** The first of them, seen from the resource, with what is at its other end. */
  readonly link?: {
    readonly relation: RelationId;
    readonly direction: 'outgoing' | 'incoming';
    readonly title: string;
  };
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Who can do what to it, or what it can do; undefined where the question does not ask for that. */
  readonly access?: {
    /** With the first rows of each; `count` is that of different ones, as far as they were looked at. */
    readonly groups: readonly AccessGroup[];
    /** Whether all policies that count were collected; of what a principal can do, that is never known. */
    readonly complete: boolean;
  };
}

/** What of an answer is of one kind. */
export interface AnswerGroup {
  readonly kind: KindId;
  readonly count: number;
  /** The nearest first, 20 at most. */
  readonly rows: readonly AnswerRow[];
}

/** The answer to a question of the library about one resource. */
export interface Answer {
  /** Id of the question. */
  readonly question: string;
  /** The question as a query about the resource. */
  readonly query: string;
  /** The one with the nearest resource first. */
  readonly groups: readonly AnswerGroup[];
  readonly total: number;
  /** Resources of which it cannot be told, because their documents were not collected. */
  readonly undecided: number;
}
