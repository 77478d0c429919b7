import type { KindId } from '../kinds/index.ts';
import type { Confidence, Flow, RelationId } from '../kinds/kind.ts';
import type { TimeRange } from '../timeline/time-range.ts';
import type { NodeId, NodeState } from './graph.ts';
import type { LifecycleTone } from './view/lifecycle-tone.ts';

/** How far a resource got, as the legend tells it: by its life-cycle state, or that it was never submitted. */
export type Condition = LifecycleTone | 'unsubmitted';

/** Values of the marks' facet: resources with something to look at, and those without. */
export type AttentionMark = 'attention' | 'quiet';

/** What is shared by the resources that are drawn in one area. */
export interface Grouping {
  readonly by: 'project' | 'location' | 'launcher' | 'label';
  /** Key of the label. */
  readonly key?: string;
}

/**
 * What the user asked to see. Plain data: one value per entry of the undo history, and stored in snapshots. A view is a pure
 * function of (graph, ViewSpec).
 */
export interface ViewSpec {
  /** Values switched off per facet; empty means all shown. `''` stands for nodes without a project or location. */
  readonly exclude: {
    readonly kinds: readonly KindId[];
    readonly states: readonly NodeState[];
    readonly projects: readonly string[];
    readonly locations: readonly string[];
    readonly conditions?: readonly Condition[];
    readonly marks?: readonly AttentionMark[];
    /** Links switched off: by relation, by how sure they are, and by whether data flows over them. */
    readonly relations?: readonly RelationId[];
    readonly confidences?: readonly Confidence[];
    readonly flows?: readonly ('data' | 'none')[];
  };
  readonly hidden: readonly NodeId[];
  /** Neighbourhood of some nodes; absent: the whole inventory. */
  readonly focus?: {
    readonly nodes: readonly NodeId[];
    readonly depth: number;
    readonly direction: 'both' | 'upstream' | 'downstream';
  };
  /** Show only these nodes and the links among them (search hits). */
  readonly only?: readonly NodeId[];
  /** Groups the user unfolded (ids of view nodes); an id that no longer names a group is ignored. */
  readonly unfolded: readonly string[];
  /** Nodes brought in by "expand" or by a search hit: drawn alone, whatever the limit, folds, `only` and `focus` say. `hidden`
   * and `exclude` win over it. */
  readonly added: readonly NodeId[];
  /** View nodes that stay where they are when all is arranged anew. A resource among them is drawn as if it were `added`. */
  readonly pinned?: readonly string[];
  /** Draws resources with the same value together, each value as an area; absent: only identical links are folded. */
  readonly groupBy?: Grouping;
  /** Areas drawn as one card (ids of areas); an id that no longer names an area is ignored. */
  readonly folded?: readonly string[];
  /** Draws who may do what too: principals, and links that policies make. Without it the lineage stays readable. */
  readonly access?: true;
  /** Lets jobs and what launches them through by when they were created or ran; other resources are not judged by it. */
  readonly time?: TimeRange;
  /** Lists the resources instead of drawing them. */
  readonly display?: 'table' | 'tree';
  readonly layout: 'columns' | 'layered' | 'organic' | 'concentric';
  /** Room between cards; absent: as usual. */
  readonly spacing?: 'compact' | 'wide';
  /** View nodes around which a concentric layout is made. */
  readonly centre?: readonly string[];
  /** Most nodes drawn before folding sets in. */
  readonly limit: number;
}

export interface ViewNode {
  /** Node id, or `group:…` for a fold. */
  readonly id: string;
  readonly kind: KindId;
  readonly state: NodeState;
  readonly title: string;
  /** Second line of the label: location, state, count. */
  readonly subtitle: string;
  /** Of a fold: the state of all its members, or `failed` where a quarter of them failed. */
  readonly lifecycle?: string;
  readonly unsubmitted?: true;
  /** Members of a fold, in order of title; absent for a single node. */
  readonly members?: readonly NodeId[];
  /** The fold this node was taken out of by unfolding; removing that id from `unfolded` folds it again. */
  readonly unfoldedFrom?: string;
  /** Area it stands in; its own id where it is a folded area. */
  readonly area?: string;
  /** Drawn only because the user added it: without that it would be in a fold or not be drawn. */
  readonly brought?: true;
  readonly pinned?: true;
  /** Links to nodes that are not in the view (hidden, filtered, collapsed); shown as a badge. */
  readonly hiddenLinks: number;
  /** Number of unclaimed references and problems at this node. */
  readonly attention: number;
}

export interface ViewEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly type: RelationId;
  readonly confidence: Confidence;
  readonly flow: Flow;
  /** Graph edges this one stands for. */
  readonly count: number;
  /** Places in documents that name them, all together. */
  readonly evidence: number;
}

/** Resources drawn together, because they have a value in common. */
export interface ViewArea {
  readonly id: string;
  readonly title: string;
  /** View nodes that stand in it; the card that stands for all of them where it is folded. */
  readonly members: readonly string[];
  /** Graph nodes among them. */
  readonly count: number;
  readonly folded?: true;
}

export interface View {
  readonly nodes: readonly ViewNode[];
  readonly edges: readonly ViewEdge[];
  /** By title; absent where nothing is grouped. */
  readonly areas?: readonly ViewArea[];
  /** Graph nodes that found no place because of the limit; absent where all did. */
  readonly undrawn?: readonly NodeId[];
  /** Graph nodes visible, alone or inside a fold drawn in the view. */
  readonly shown: number;
  /** Graph nodes of the inventory. */
  readonly total: number;
  /** Why nodes are not shown, with counts; empty when all are. */
  readonly left: readonly { readonly reason: 'filter' | 'hidden' | 'focus' | 'limit'; readonly count: number }[];
}

/** Position of a view node's centre in graph units (1 unit = 1 CSS pixel at zoom 1). */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** The first view of an inventory. */
export const INITIAL_VIEW: ViewSpec = {
  exclude: { kinds: [], states: [], projects: [], locations: [] },
  hidden: [],
  unfolded: [],
  added: [],
  layout: 'columns',
  limit: 300,
};
