import type { NodeId } from '../graph/graph.ts';
import type { LineageDirection, LineageWay } from '../graph/lineage.ts';
import type { PathQuestion } from '../graph/paths/find-paths.ts';
import type { Position, ViewSpec } from '../graph/view.ts';

/** What a note or a mark is about. Whether it is in the inventory that is open does not matter: it may come back. */
export type ReviewTarget =
  | { readonly type: 'node'; readonly id: NodeId }
  /** A link of the graph, by what makes it the same link in the next inventory. */
  | { readonly type: 'edge'; readonly relation: string; readonly from: NodeId; readonly to: NodeId }
  /** A finding, by the fingerprint of `shared/findings/fingerprint.ts`. */
  | { readonly type: 'finding'; readonly rule: string; readonly resource: NodeId; readonly fingerprint: string };

/** Who wrote something, and when it was changed last (RFC 3339). */
export interface Authored {
  readonly author: string;
  readonly time: string;
}

/** What is lit up in a view, as the question that was asked; its answer is found anew. */
export type SavedTrace =
  | { readonly type: 'paths'; readonly question: PathQuestion; readonly at?: number }
  | {
      readonly type: 'lineage';
      readonly of: NodeId;
      readonly direction: LineageDirection;
      readonly way: LineageWay;
    };

/** All that makes up what is seen. */
export interface SavedViewState {
  readonly spec: ViewSpec;
  /** Graph units, by id of the view node. */
  readonly positions: Readonly<Record<string, Position>>;
  /** A point p of the graph is seen at p * zoom + pan, in CSS pixels. */
  readonly viewport?: { readonly zoom: number; readonly pan: Position };
  /** Ids of view nodes. */
  readonly selected?: readonly string[];
  readonly trace?: SavedTrace;
  /** Text of the search box. */
  readonly query?: string;
  /** By what table and tree are sorted, where that was chosen. */
  readonly sort?: { readonly column: string; readonly descending: boolean };
}

/** A bookmark: a view with a name. */
export interface SavedView extends Authored {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  readonly state: SavedViewState;
}

/** A view that was open. */
export interface SavedTab {
  readonly id: string;
  readonly name: string;
  readonly state: SavedViewState;
  /** The one that was in front. */
  readonly active?: true;
}

/** A query with a name, which is its identity. */
export interface ReviewQuery extends Authored {
  readonly name: string;
  readonly query: string;
}

export interface ReviewNote extends Authored {
  readonly id: string;
  readonly target: ReviewTarget;
  /** What the target was called, for when it is not in the inventory. */
  readonly title?: string;
  readonly text: string;
}

export const MARKS = ['to-check', 'accepted', 'owned'] as const;
export type Mark = (typeof MARKS)[number];

/** At most one at a target. */
export interface ReviewMark extends Authored {
  readonly target: ReviewTarget;
  readonly title?: string;
  readonly mark: Mark;
}

/** Somebody answers for a finding. At most one for a fingerprint. */
export interface ReviewAcceptance extends Authored {
  readonly fingerprint: string;
  readonly rule: string;
  readonly resource: NodeId;
  readonly title?: string;
  readonly reason: string;
  /** Last day on which it holds, `2026-12-31`; for good when absent. */
  readonly expires?: string;
}

/** A finding as far as accepting it needs it. */
export type AcceptedFinding = Pick<ReviewAcceptance, 'fingerprint' | 'rule' | 'resource' | 'title'>;

/** The findings there were, for saying what is new since. */
export interface FindingsBefore {
  /** RFC 3339. */
  readonly time: string;
  readonly fingerprints: readonly string[];
}

/** All that reviewers made of an inventory; plain data, changed only by making a new one. */
export interface ReviewRecord {
  /** In the order in which they were made. */
  readonly views: readonly SavedView[];
  /** In their order on the screen. */
  readonly tabs: readonly SavedTab[];
  readonly queries: readonly ReviewQuery[];
  readonly notes: readonly ReviewNote[];
  readonly marks: readonly ReviewMark[];
  readonly acceptances: readonly ReviewAcceptance[];
  readonly findingsBefore?: FindingsBefore;
}

export const EMPTY_REVIEW: ReviewRecord = {
  views: [],
  tabs: [],
  queries: [],
  notes: [],
  marks: [],
  acceptances: [],
};

/** Most entries of each list, and characters of each text: what people write by hand, many times over. */
export const REVIEW_LIMITS = {
  views: 500,
  tabs: 50,
  queries: 1000,
  notes: 20_000,
  marks: 50_000,
  acceptances: 50_000,
  fingerprints: 200_000,
  name: 200,
  text: 10_000,
  query: 4000,
  id: 4096,
  /** Nodes that a view keeps the place of. */
  positions: 50_000,
} as const;

/** Whether nobody has made anything of the inventory yet: what was found before is nobody’s work. */
export function isEmptyReview({ views, tabs, queries, notes, marks, acceptances }: ReviewRecord): boolean {
  return [views, tabs, queries, notes, marks, acceptances].every((list) => list.length === 0);
}

/** Identifies a target among all others: equal targets have equal keys. */
export function targetKey(target: ReviewTarget): string {
  switch (target.type) {
    case 'node':
      return JSON.stringify(['node', target.id]);
    case 'edge':
      return JSON.stringify(['edge', target.relation, target.from, target.to]);
    case 'finding':
      return JSON.stringify(['finding', target.fingerprint]);
  }
}

/** The nodes a target lies at: without any of them in the inventory nobody sees it. */
export function nodesOfTarget(target: ReviewTarget): readonly NodeId[] {
  switch (target.type) {
    case 'node':
      return [target.id];
    case 'edge':
      return [target.from, target.to];
    case 'finding':
      return [target.resource];
  }
}
