import type { NodeId, NodeState } from '../graph/graph.ts';
import type { KindId } from '../kinds/index.ts';

/** How well a hit matches, best first; results are ranked by it. */
export type MatchQuality = 'exact' | 'prefix' | 'substring' | 'typo';

/** One resource found by free text or by a pasted name. */
export interface SearchHit {
  readonly id: NodeId;
  readonly kind: KindId;
  readonly state: NodeState;
  readonly title: string;
  /** Project, location or other words that tell equal titles apart. */
  readonly subtitle: string;
  readonly quality: MatchQuality;
  /** Which field matched: `title`, `name`, `label`, `image`, …, for "why did this match". */
  readonly field: string;
  /** The text that matched, as shown. */
  readonly text: string;
  /** Half-open character ranges of `text` to mark. */
  readonly ranges: readonly (readonly [number, number])[];
  /** What answers each part of a query, a line each; absent where the marked text says it all. */
  readonly why?: readonly string[];
}
