import { kindById, KINDS } from '../../kinds/index.ts';
import type { Confidence, Flow, RelationId } from '../../kinds/kind.ts';
import type { GraphContent } from '../access/access-layer.ts';
import { edgeId } from '../graph.ts';
import type { GraphEdge, GraphNode } from '../graph.ts';
import { compareText } from '../../compare.ts';

/** What edges must have in common to be drawn as one line. */
export interface EdgeClass {
  readonly type: RelationId;
  readonly confidence: Confidence;
  readonly flow: Flow;
}

/**
 * A graph with nodes and edges numbered, for passes over all of them: a view of 100,000 nodes is built while the user waits,
 * and number arrays make that several times faster than maps keyed by long names.
 */
export interface CompactGraph {
  /** In order of title and id: whatever is taken from here in ascending order is sorted already. */
  readonly nodes: readonly GraphNode[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly edges: readonly GraphEdge[];
  /** Node number of each edge's ends. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Index into `classes`, per edge. */
  readonly edgeClass: Int32Array;
  /** Pieces of evidence, per edge. */
  readonly evidence: Int32Array;
  readonly classes: readonly EdgeClass[];
  /** Edges at node n, in either direction: `incident[offsets[n]]` to `incident[offsets[n + 1] - 1]`; a loop counts once. */
  readonly offsets: Int32Array;
  readonly incident: Int32Array;
  /** 1 where the node is a job (column `job` of its kind). */
  readonly isJob: Uint8Array;
  /** Place of the node's kind among all kinds, most important first. */
  readonly kindRank: Int32Array;
}

/** Numbers the nodes by title and the edges in the graph's order. Linear in both but for sorting the nodes. */
export function compactGraph(graph: GraphContent): CompactGraph {
  const nodes = [...graph.nodes.values()].toSorted((a, b) => compareText(a.title, b.title) || compareText(a.id, b.id));
  const edges = [...graph.edges.values()];
  const indexOf = new Map<string, number>(nodes.map((node, index) => [node.id, index]));
  const rankOfKind = new Map<string, number>(KINDS.map((kind, rank) => [kind.id, rank]));

  const from = new Int32Array(edges.length);
  const to = new Int32Array(edges.length);
  const edgeClass = new Int32Array(edges.length);
  const evidence = Int32Array.from(edges, (edge) => edge.evidence.length);
  const classes: EdgeClass[] = [];
  const classIndex = new Map<string, number>();
  const offsets = new Int32Array(nodes.length + 1);
  edges.forEach((edge, index) => {
    const source = indexOf.get(edge.from) ?? -1;
    const target = indexOf.get(edge.to) ?? -1;
    if (source < 0 || target < 0) throw new Error(`the edge "${edgeId(edge)}" has an end that is no node`);
    from[index] = source;
    to[index] = target;
    edgeClass[index] = classOf(edge, classes, classIndex);
    offsets[source + 1] = at(offsets, source + 1) + 1;
    if (target !== source) offsets[target + 1] = at(offsets, target + 1) + 1;
  });
  for (let index = 1; index < offsets.length; index += 1) {
    offsets[index] = at(offsets, index) + at(offsets, index - 1);
  }

  const next = offsets.slice();
  const incident = new Int32Array(at(offsets, nodes.length));
  function put(node: number, edge: number): void {
    const place = at(next, node);
    incident[place] = edge;
    next[node] = place + 1;
  }
  for (let edge = 0; edge < edges.length; edge += 1) {
    put(at(from, edge), edge);
    if (at(to, edge) !== at(from, edge)) put(at(to, edge), edge);
  }

  const isJob = Uint8Array.from(nodes, (node) => (kindById(node.kind).column === 'job' ? 1 : 0));
  const kindRank = Int32Array.from(nodes, (node) => rankOfKind.get(node.kind) ?? KINDS.length);
  return { nodes, indexOf, edges, from, to, edgeClass, evidence, classes, offsets, incident, isJob, kindRank };
}

function classOf(edge: GraphEdge, classes: EdgeClass[], classIndex: Map<string, number>): number {
  const key = `${edge.type} ${edge.confidence} ${edge.flow}`;
  const known = classIndex.get(key);
  if (known !== undefined) return known;
  classes.push({ type: edge.type, confidence: edge.confidence, flow: edge.flow });
  classIndex.set(key, classes.length - 1);
  return classes.length - 1;
}

/** Element of a number array that is known to exist. */
export function at(numbers: Int32Array | Uint8Array | readonly number[], index: number): number {
  return numbers[index] ?? 0;
}

/** The node of a number that came from this compact graph. */
export function nodeAt(compact: CompactGraph, index: number): GraphNode {
  const node = compact.nodes[index];
  if (node === undefined) throw new Error(`no node has the number ${index}`);
  return node;
}

/** The class of an edge of this compact graph. */
export function classAt(compact: CompactGraph, edge: number): EdgeClass {
  const edgeClass = compact.classes[at(compact.edgeClass, edge)];
  if (edgeClass === undefined) throw new Error(`no edge has the number ${edge}`);
  return edgeClass;
}

/** The end of an edge that is not `node`; `node` itself for a loop. */
export function otherEnd(compact: CompactGraph, edge: number, node: number): number {
  const source = at(compact.from, edge);
  return source === node ? at(compact.to, edge) : source;
}

/** Number of edges at a node. */
export function degree(compact: CompactGraph, node: number): number {
  return at(compact.offsets, node + 1) - at(compact.offsets, node);
}
