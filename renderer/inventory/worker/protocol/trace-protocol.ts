import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { LineageRing } from '../../../../shared/graph/lineage.ts';
import type { Confidence, RelationId } from '../../../../shared/kinds/kind.ts';
import type { NodeSummary } from './node-summary.ts';

/** A link as far as it can be found again in a view. */
export interface TracedLink {
  readonly type: RelationId;
  readonly from: NodeId;
  readonly to: NodeId;
}

/** One link of a path. */
export interface PathLink extends TracedLink {
  readonly confidence: Confidence;
}

/** A path for the user: `links[i]` joins `nodes[i]` and `nodes[i + 1]`. */
export interface DescribedPath {
  readonly nodes: readonly NodeSummary[];
  readonly links: readonly PathLink[];
}

export interface PathsAnswer {
  readonly paths: readonly DescribedPath[];
  /** Paths there are, of which `paths` are the first. */
  readonly total: number;
  /** There may be more than `total`: the search was given up. */
  readonly gaveUp: boolean;
}

/** How much something came from, or feeds, by distance. */
export interface LineageExtent {
  readonly rings: readonly LineageRing[];
  /** More than the limit: the nearest are told. */
  readonly truncated: boolean;
}

/** What something came from, or what it feeds. */
export interface LineageAnswer extends LineageExtent {
  /** Nearest first, the start before all. */
  readonly nodes: readonly NodeId[];
  readonly links: readonly TracedLink[];
}
