import { compareText } from '../compare.ts';
import type { Graph, GraphNode, NodeId } from '../graph/graph.ts';
import { titleStem } from '../graph/view/title-stem.ts';
import { runs, runTimesOf } from '../timeline/run-times.ts';

/** Jobs that are taken to be runs of one thing: the same kind, project, constant part of the name, and images but for their versions. */
export interface RunTemplate {
  readonly stem: string;
  /** Names of the images, without tag and digest. */
  readonly images: readonly string[];
  /** In order of time; those that tell none come last, by name. */
  readonly runs: readonly GraphNode[];
  /** How many of them tell no time. */
  readonly undated: number;
}

/** All templates of an inventory. */
export interface RunTemplates {
  /** The template of a job; undefined for what does not run, and for names without a constant part. */
  of(id: NodeId): RunTemplate | undefined;
  /** Those with two runs or more, most runs first. */
  readonly repeated: readonly RunTemplate[];
}

/** A separator that no part of a key has in it. */
const PARTED = '\u0000';

/** Puts jobs together that are runs of one template. Linear in jobs and their links but for sorting. */
export function findTemplates(graph: Graph): RunTemplates {
  const found = new Map<string, { readonly stem: string; readonly images: readonly string[]; runs: GraphNode[] }>();
  const keyOf = new Map<NodeId, string>();
  for (const node of graph.nodes.values()) {
    const stem = runs(node.kind) && node.document !== undefined ? titleStem(node.title) : '';
    if (stem === '') continue;
    const images = imagesOf(graph, node.id);
    const key = [node.kind, node.project ?? '', stem, ...images].join(PARTED);
    const known = found.get(key) ?? { stem, images, runs: [] };
    found.set(key, known);
    known.runs.push(node);
    keyOf.set(node.id, key);
  }
  const templates = new Map([...found].map(([key, { stem, images, runs: own }]) => [key, inOrder(stem, images, own)]));
  const repeated = [...templates.values()]
    .filter((template) => template.runs.length > 1)
    .toSorted((a, b) => b.runs.length - a.runs.length || compareText(a.stem, b.stem));
  return { of: (id) => templates.get(keyOf.get(id) ?? ''), repeated };
}

function inOrder(stem: string, images: readonly string[], own: readonly GraphNode[]): RunTemplate {
  const timed = own.map((node) => ({ node, time: timeOf(node) }));
  timed.sort((a, b) => compareTimes(a.time, b.time) || compareText(a.node.title, b.node.title));
  return {
    stem,
    images,
    runs: timed.map(({ node }) => node),
    undated: timed.filter(({ time }) => time === undefined).length,
  };
}

/** When a run was created, or started where only that is told; in milliseconds since 1970. */
export function timeOf(node: GraphNode): number | undefined {
  const times = runTimesOf(node);
  return times?.created ?? times?.started;
}

/** Images a job names itself, as it names them but without tag and digest, each once and in order. */
function imagesOf(graph: Graph, id: NodeId): readonly string[] {
  const names = graph
    .outgoing(id)
    .filter(({ type }) => type === 'PULLS_IMAGE')
    .flatMap(({ evidence }) => evidence.filter(({ document }) => document === id).map(({ value }) => imageName(value)));
  return [...new Set(names)].toSorted(compareText);
}

/** An image without its version: `europe-docker.pkg.dev/p/r/train:1@sha256:…` gives `europe-docker.pkg.dev/p/r/train`. */
export function imageName(reference: string): string {
  const [name = ''] = reference.split('@');
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  return colon < 0 ? name : name.slice(0, colon);
}

/** What tells no time comes last. */
function compareTimes(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a - b;
}
