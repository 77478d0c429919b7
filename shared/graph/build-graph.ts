import type { Confidence, Flow, RelationId } from '../kinds/kind.ts';
import type { Problem } from '../errors/problem.ts';
import { createEdgeMap } from './edge-list.ts';
import type { Evidence, Graph, GraphEdge, GraphNode, NodeId, UnclaimedReference } from './graph.ts';

/** One mention of a link; mentions of one link are merged. */
export interface LinkMention {
  readonly type: RelationId;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly confidence: Confidence;
  readonly flow: Flow;
  /** At least one. The list becomes the link's own. */
  readonly evidence: Evidence[];
}

/** Everything a graph consists of besides its links. */
export interface GraphParts {
  readonly aliases?: ReadonlyMap<string, NodeId>;
  readonly projectIds?: ReadonlyMap<string, string>;
  readonly unclaimed?: readonly UnclaimedReference[];
  readonly problems?: readonly Problem[];
}

/** Collects nodes and links; `finish` makes the immutable graph. */
export interface GraphBuilder {
  readonly nodes: ReadonlyMap<NodeId, GraphNode>;
  /** Adds a node, or replaces the node of the same id in its place. */
  setNode(node: GraphNode): void;
  /** Adds a link or one more mention of it: evidence is joined, the strongest confidence and the sum of the flows win. */
  addLink(mention: LinkMention): void;
  /** Links added so far whose `from` is the node. */
  linksFrom(id: NodeId): readonly GraphEdge[];
  finish(parts?: GraphParts): Graph;
}

interface EdgeDraft extends GraphEdge {
  confidence: Confidence;
  flow: Flow;
  readonly evidence: Evidence[];
}

/** Links of one node; found by a scan while they are few. */
interface OutgoingLinks {
  readonly edges: EdgeDraft[];
  /** By `TYPE to`, once there are many. */
  index: Map<string, EdgeDraft> | undefined;
}

/** More links of one node than this are looked up by key. Nearly all nodes have fewer, and need no index. */
const FEW = 24;

const NO_EDGES: readonly GraphEdge[] = [];

/** Makes an empty builder. Every end of a link must be a node by the time `finish` is called. */
export function createGraphBuilder(): GraphBuilder {
  const nodes = new Map<NodeId, GraphNode>();
  const edges: EdgeDraft[] = [];
  const outgoing = new Map<NodeId, OutgoingLinks>();
  const incoming = new Map<NodeId, EdgeDraft[]>();
  return {
    nodes,
    setNode(node) {
      nodes.set(node.id, node);
    },
    addLink(mention) {
      const { type, from, to } = mention;
      let links = outgoing.get(from);
      if (links === undefined) {
        links = { edges: [], index: undefined };
        outgoing.set(from, links);
      }
      const known = findLink(links, type, to);
      if (known === undefined) {
        const { confidence, flow, evidence } = mention;
        const edge = { type, from, to, confidence, flow, evidence };
        edges.push(edge);
        links.edges.push(edge);
        links.index?.set(`${type} ${to}`, edge);
        append(incoming, to, edge);
      } else {
        known.confidence = strongest(known.confidence, mention.confidence);
        known.flow = sumOfFlows(known.flow, mention.flow);
        for (const evidence of mention.evidence) {
          known.evidence.push(evidence);
        }
      }
    },
    linksFrom: (id) => outgoing.get(id)?.edges ?? NO_EDGES,
    finish: (parts = {}) => ({
      nodes,
      edges: createEdgeMap(edges),
      outgoing: (id) => outgoing.get(id)?.edges ?? NO_EDGES,
      incoming: (id) => incoming.get(id) ?? NO_EDGES,
      aliases: parts.aliases ?? new Map(),
      projectIds: parts.projectIds ?? new Map(),
      unclaimed: parts.unclaimed ?? [],
      problems: parts.problems ?? [],
    }),
  };
}

function findLink(links: OutgoingLinks, type: RelationId, to: NodeId): EdgeDraft | undefined {
  if (links.edges.length <= FEW) {
    for (const edge of links.edges) {
      if (edge.type === type && edge.to === to) {
        return edge;
      }
    }
    return undefined;
  }
  links.index ??= new Map(links.edges.map((edge) => [`${edge.type} ${edge.to}`, edge]));
  return links.index.get(`${type} ${to}`);
}

function append(index: Map<NodeId, EdgeDraft[]>, id: NodeId, edge: EdgeDraft): void {
  const known = index.get(id);
  if (known === undefined) {
    index.set(id, [edge]);
  } else {
    known.push(edge);
  }
}

const STRENGTH: Readonly<Record<Confidence, number>> = { exact: 2, derived: 1, heuristic: 0 };

function strongest(left: Confidence, right: Confidence): Confidence {
  return STRENGTH[right] > STRENGTH[left] ? right : left;
}

/** A link that is once read and once written carries data both ways; one without data adds nothing. */
function sumOfFlows(left: Flow, right: Flow): Flow {
  if (left === right || right === 'none') {
    return left;
  }
  return left === 'none' ? right : 'both';
}
