import type { Graph, GraphNode } from '../graph/graph.ts';
import { lifecycleLabel } from '../graph/view/lifecycle-label.ts';
import { isJsonObject, type JsonValue } from '../json.ts';
import { kindById, KINDS } from '../kinds/index.ts';
import { lowerCase, words } from './text.ts';

/** What a field is worth when several match equally well; the higher the better. */
const FIELD_WEIGHTS = { title: 3, name: 2, label: 1 } as const;

/**
 * All texts by which resources are found, in one long string: one `indexOf` over it is faster than any structure of words at
 * 100,000 resources, finds inner substrings, and costs no memory to speak of. Equal texts of one field are held once.
 */
export interface SearchIndex {
  /** By number, in the order in which equally good hits are shown: short titles first, then by kind, title and id. */
  readonly nodes: readonly GraphNode[];
  /** All texts, each ended by a line feed; `lower` is the same in lower case. */
  readonly text: string;
  readonly lower: string;
  /** Start of each text, ascending, and the end of the last. */
  readonly starts: Int32Array;
  /** Per text, its field (index into `fields`) and weight. */
  readonly fieldOf: Uint16Array;
  readonly weightOf: Uint8Array;
  readonly fields: readonly string[];
  /** Numbers of the nodes that have text t: `owners[ownerOffsets[t]]` to `owners[ownerOffsets[t + 1] - 1]`. */
  readonly ownerOffsets: Int32Array;
  readonly owners: Int32Array;
  /** Words of all texts for the correction of typos, most frequent first. */
  readonly vocabulary: string[];
}

/** Words kept for typos; beyond that they are random ids, which nobody misspells by one letter. */
const MAX_VOCABULARY = 20_000;

interface Draft {
  readonly texts: string[];
  readonly fieldOf: number[];
  readonly weightOf: number[];
  readonly fields: string[];
  readonly owners: number[][];
  readonly known: Map<string, number>;
}

/** Builds the index of a graph. Linear in nodes and edges but for one sort. */
export function buildSearchIndex(graph: Graph): SearchIndex {
  const rank = new Map<string, number>(KINDS.map((kind, index) => [kind.id, index]));
  const nodes = [...graph.nodes.values()].toSorted(
    (a, b) =>
      a.title.length - b.title.length ||
      (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) ||
      compare(a.title, b.title) ||
      compare(a.id, b.id),
  );
  const draft: Draft = { texts: [], fieldOf: [], weightOf: [], fields: [], owners: [], known: new Map() };
  nodes.forEach((node, index) => addNode(draft, graph, node, index));
  return finish(draft, nodes);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function addNode(draft: Draft, graph: Graph, node: GraphNode, index: number): void {
  addText(draft, 'title', node.title, index);
  addText(draft, 'name', ownName(node), index);
  if (node.project !== undefined) addText(draft, 'project', node.project, index);
  if (node.location !== undefined) addText(draft, 'location', node.location, index);
  if (node.lifecycle !== undefined) {
    addText(draft, 'state', lifecycleLabel(node.lifecycle), index);
    addText(draft, 'state', node.lifecycle, index);
  }
  if (node.state !== 'present') addText(draft, 'state', node.state, index);
  addText(draft, 'kind', kindById(node.kind).title, index);
  for (const [key, value] of labelsOf(node)) addText(draft, 'label', `${key}=${value}`, index);
  for (const edge of graph.outgoing(node.id)) {
    const target = graph.nodes.get(edge.to);
    if (target !== undefined) addText(draft, kindById(target.kind).title.toLowerCase(), target.title, index);
  }
}

/** The part of the full name that is the resource's own: what follows project and location, which are fields themselves. */
function ownName(node: GraphNode): string {
  return node.id.replace(/^\/\/[^/]+\/(?:projects\/[^/]+\/)?(?:(?:locations|regions|zones)\/[^/]+\/|global\/)?/, '');
}

/** Labels of a node's document as pairs; values that are no text are left out. */
export function labelsOf(node: GraphNode): [key: string, value: string][] {
  const { labelsField } = kindById(node.kind);
  const labels: JsonValue | undefined = labelsField === undefined ? undefined : node.document?.data[labelsField];
  if (!isJsonObject(labels)) return [];
  return Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

function addText(draft: Draft, field: string, text: string, node: number): void {
  if (text === '') return;
  // Line feeds end texts; a name that has one is found all the same, by a space.
  const line = text.replaceAll('\n', ' ');
  const key = `${field}\n${line}`;
  const known = draft.known.get(key);
  if (known !== undefined) {
    const owners = draft.owners[known];
    if (owners?.at(-1) !== node) owners?.push(node);
    return;
  }
  draft.known.set(key, draft.texts.length);
  let fieldIndex = draft.fields.indexOf(field);
  if (fieldIndex < 0) fieldIndex = draft.fields.push(field) - 1;
  draft.texts.push(line);
  draft.fieldOf.push(fieldIndex);
  draft.weightOf.push(Object.hasOwn(FIELD_WEIGHTS, field) ? FIELD_WEIGHTS[field as keyof typeof FIELD_WEIGHTS] : 0);
  draft.owners.push([node]);
}

function finish(draft: Draft, nodes: readonly GraphNode[]): SearchIndex {
  const text = draft.texts.map((line) => `${line}\n`).join('');
  const starts = new Int32Array(draft.texts.length + 1);
  const ownerOffsets = new Int32Array(draft.texts.length + 1);
  draft.texts.forEach((line, index) => {
    starts[index + 1] = (starts[index] ?? 0) + line.length + 1;
    ownerOffsets[index + 1] = (ownerOffsets[index] ?? 0) + (draft.owners[index]?.length ?? 0);
  });
  return {
    nodes,
    text,
    lower: lowerCase(text),
    starts,
    fieldOf: Uint16Array.from(draft.fieldOf),
    weightOf: Uint8Array.from(draft.weightOf),
    fields: draft.fields,
    ownerOffsets,
    owners: Int32Array.from(draft.owners.flat()),
    vocabulary: vocabularyOf(draft.texts),
  };
}

function vocabularyOf(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of words(text)) {
      // Numbers and hashes: a wrong digit is another number, not a typo.
      if (word.length < 3 || word.length > 32 || /\d.*\d/.test(word)) continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted(([a, countA], [b, countB]) => countB - countA || compare(a, b))
    .slice(0, MAX_VOCABULARY)
    .map(([word]) => word);
}
