import type { Evidence, GraphNode, NodeId, NodeState, UnclaimedReference } from '../../../../shared/graph/graph.ts';
import type { ViewEdge } from '../../../../shared/graph/view.ts';
import type { KindId } from '../../../../shared/kinds/index.ts';
import type { Confidence, FactGroup, Flow, RelationId } from '../../../../shared/kinds/kind.ts';
import type { NodeSummary } from './node-summary.ts';

/** One fact of the details pane, masked where it is a secret. */
export interface Fact {
  readonly group: FactGroup;
  readonly label: string;
  readonly value: string;
  /** Machine-readable value where `value` is formatted (times: RFC 3339). */
  readonly raw?: string;
  readonly path: string;
}

/** The other end of a link in the details pane. */
export interface LinkedNode {
  readonly edge: string;
  readonly node: NodeSummary;
  readonly confidence: Confidence;
  readonly flow: Flow;
  readonly evidence: readonly Evidence[];
  /** Whether source and target lie in different projects or locations. */
  readonly crosses: readonly ('project' | 'location')[];
}

export interface LinkGroup {
  readonly relation: RelationId;
  readonly direction: 'outgoing' | 'incoming';
  /** All links of the group; `links` holds the first 50. */
  readonly count: number;
  readonly links: readonly LinkedNode[];
}

/** An edge of a view, as far as it says which links it stands for. */
export type DrawnLink = Pick<ViewEdge, 'id' | 'source' | 'target' | 'type' | 'confidence' | 'flow'>;

/** What stands at an end of a drawn edge. */
export type LinkEnd =
  | { readonly type: 'resource'; readonly node: NodeSummary }
  | {
      readonly type: 'fold';
      readonly id: string;
      readonly kind: KindId;
      readonly state: NodeState;
      readonly title: string;
      readonly members: number;
    };

/** One of the links a drawn edge stands for. */
export interface LinkBetween {
  readonly edge: string;
  readonly from: NodeSummary;
  readonly to: NodeSummary;
  readonly evidence: readonly LinkEvidence[];
  readonly crosses: LinkedNode['crosses'];
}

/** Evidence, secrets masked, with the title of the document it stands in. */
export interface LinkEvidence extends Evidence {
  readonly title: string;
}

/** What the details pane shows of a drawn edge. */
export interface LinkDetails {
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** Why it matters, a sentence for each rule that made it. */
  readonly reasons: readonly string[];
  /** All links the edge stands for, and all evidence of them; `links` holds those asked for. */
  readonly count: number;
  readonly evidence: number;
  readonly links: readonly LinkBetween[];
}

export interface NodeDetails {
  readonly node: Omit<GraphNode, 'document'>;
  readonly kindTitle: string;
  readonly facts: readonly Fact[];
  readonly links: readonly LinkGroup[];
  readonly unclaimed: readonly UnclaimedReference[];
  /** The document as indented JSON, secrets masked; absent where there is none. */
  readonly raw?: string;
  /** Paths masked in `raw`. */
  readonly masked: readonly string[];
  /** Google Cloud console page of the resource, if it has one. */
  readonly consoleUrl?: string;
  /** Where the document was read: `jobs.json [3]`. */
  readonly origins: readonly string[];
}

/** Neighbours of a node by one relation. */
export interface NeighbourQuestion {
  readonly id: NodeId;
  readonly relation: RelationId;
  readonly direction: 'outgoing' | 'incoming';
  /** At most so many of those that a view does not draw as nodes of their own, most linked first. */
  readonly limit: number;
}

/** What expanding brings in. */
export interface Neighbours {
  readonly ids: readonly NodeId[];
  /** How many more there are. */
  readonly rest: number;
}

/** What "expand" offers at a node. */
export interface RelationCount {
  readonly relation: RelationId;
  readonly direction: 'outgoing' | 'incoming';
  readonly count: number;
  /** Of these, not drawn as a node of their own (folded, hidden, filtered or left out): what expanding would change. */
  readonly notShown: number;
}
