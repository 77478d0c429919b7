import type { KindId } from '../kinds/index.ts';
import type { Confidence, Flow, RelationId } from '../kinds/kind.ts';
import type { Problem } from '../errors/problem.ts';
import type { ResourceDocument } from '../resource/document.ts';

/** Identity of a node: canonical full name, or `unresolved:KIND:RAW`. Branded: made only by `resource-name.ts` and `derive-graph.ts`. */
export type NodeId = string & { readonly __nodeId: unique symbol };

/** `present`: its document is in the inventory; of a principal, a policy that names it. `referenced`: named, not collected. `unresolved`: the value fits no grammar. */
export type NodeState = 'present' | 'referenced' | 'unresolved';

export interface GraphNode {
  readonly id: NodeId;
  readonly kind: KindId;
  readonly state: NodeState;
  readonly title: string;
  /** Project id, or number while the id is not known; absent where the kind has none or it cannot be known. */
  readonly project?: string;
  /** Region, zone, multi-region or `global`; lower case. */
  readonly location?: string;
  /** Why the node is not `present`: from the coverage table, or what is wrong with the value. */
  readonly reason?: string;
  /** Life-cycle state the document reports (`JOB_STATE_FAILED`, `ENABLED`). */
  readonly lifecycle?: string;
  /** The job specification was never sent to the API. */
  readonly unsubmitted?: true;
  /** The newest document of this resource. */
  readonly document?: ResourceDocument;
}

/** Why an edge exists: one field of one document. */
export interface Evidence {
  /** Node id of the document in which the reference stands. */
  readonly document: NodeId;
  /** Concrete path: `jobSpec.workerPoolSpecs[0].containerSpec.imageUri`; the place of an absent field where its absence counts. */
  readonly path: string;
  /** The raw value at that path; empty where the absence of the field is the evidence. */
  readonly value: string;
  /** Facts of the surroundings (worker pool index, replica count, machine type, object path, key or model version). */
  readonly facts?: Readonly<Record<string, string>>;
}

/** Its key in `Graph.edges` is `edgeId`, which is made where it is asked for: most links never are. */
export interface GraphEdge {
  readonly type: RelationId;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly confidence: Confidence;
  readonly flow: Flow;
  /** At least one; many mentions of one target by one relation are one edge. */
  readonly evidence: readonly Evidence[];
}

/** `TYPE from to`: no two links of a graph have the same. */
export function edgeId({ type, from, to }: Pick<GraphEdge, 'type' | 'from' | 'to'>): string {
  return `${type} ${from} ${to}`;
}

/** A string with a `/` that no link rule claims: the table may lack a rule. */
export interface UnclaimedReference {
  readonly document: NodeId;
  readonly path: string;
  readonly value: string;
}

/** Immutable multigraph with constant-time lookup and adjacency. */
export interface Graph {
  /** In insertion order; use `sortedNodes` for output. */
  readonly nodes: ReadonlyMap<NodeId, GraphNode>;
  readonly edges: ReadonlyMap<string, GraphEdge>;
  /** Edges whose `from` is the node. */
  outgoing(id: NodeId): readonly GraphEdge[];
  /** Edges whose `to` is the node. */
  incoming(id: NodeId): readonly GraphEdge[];
  /** Other spellings that stand for a node (numeric project, tag of a known digest, unique id), without `id` itself. */
  readonly aliases: ReadonlyMap<string, NodeId>;
  /** Project ids by project number, as far as the inventory ties them. */
  readonly projectIds: ReadonlyMap<string, string>;
  readonly unclaimed: readonly UnclaimedReference[];
  /** Problems met while deriving: conflicting project ties, duplicate documents. */
  readonly problems: readonly Problem[];
}
