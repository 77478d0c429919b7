import { compareText } from '../compare.ts';
import { labelsOf } from '../graph/node-labels.ts';
import type { Graph, GraphNode, NodeId } from '../graph/graph.ts';
import { lifecycleLabel } from '../graph/view/lifecycle-label.ts';
import { kindById, KINDS } from '../kinds/index.ts';
import { remember } from '../remember.ts';
import { isWordStart, lowerCase, words } from './text.ts';

/** What a field is worth when several match equally well; the higher the better. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['title', 3],
  ['name', 2],
  ['label', 1],
]);

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
  /** Positions in `text` at which words start, ascending: words of one or two letters are looked for there only. */
  readonly wordStarts: Int32Array;
  /** Place of each node's kind among all kinds. */
  readonly kindOf: Uint8Array;
  /** Words of all texts for the correction of typos, most frequent first; gathered when they are first asked for. */
  readonly vocabulary: () => string[];
}

const KIND_RANK = new Map<string, number>(KINDS.map((kind, index) => [kind.id, index]));

/** Numbers and hashes have several digits: a wrong one makes another number, not a typo. */
const DIGITS = /\d.*\d/;

/** Words kept for typos; beyond that they are random ids, which nobody misspells by one letter. */
const MAX_VOCABULARY = 20_000;

interface Draft {
  readonly texts: string[];
  readonly fieldOf: number[];
  readonly weightOf: number[];
  readonly fields: string[];
  /** Pairs of a text and a node that has it; a list for each text would be 200,000 small arrays. */
  readonly ownedTexts: number[];
  readonly owners: number[];
  /** Owner added last, per text. */
  readonly lastOwner: number[];
  /** Numbers of texts that many nodes have, by field. */
  readonly known: Map<string, Map<string, number>>;
  /** Titles of link targets as texts: hubs are the target of very many links. Undefined where the end of a link is no node. */
  readonly targets: Map<NodeId, number | undefined>;
}

/** Builds the index of a graph. Linear in nodes and edges but for one sort. */
export function buildSearchIndex(graph: Graph): SearchIndex {
  const nodes = [...graph.nodes.values()].toSorted(
    (a, b) =>
      a.title.length - b.title.length ||
      (KIND_RANK.get(a.kind) ?? 0) - (KIND_RANK.get(b.kind) ?? 0) ||
      compareText(a.title, b.title) ||
      compareText(a.id, b.id),
  );
  const draft: Draft = {
    texts: [],
    fieldOf: [],
    weightOf: [],
    fields: [],
    ownedTexts: [],
    owners: [],
    lastOwner: [],
    known: new Map(),
    targets: new Map(),
  };
  nodes.forEach((node, index) => addNode(draft, graph, node, index));
  return finish(draft, nodes);
}

function addNode(draft: Draft, graph: Graph, node: GraphNode, index: number): void {
  // Titles and names are hardly ever equal: looking for their equals would cost more than it saves.
  if (node.title !== '') addOwner(draft, addText(draft, 'title', node.title), index);
  addOwner(draft, addText(draft, 'name', ownName(node.id)), index);
  if (node.project !== undefined) addShared(draft, 'project', node.project, index);
  if (node.location !== undefined) addShared(draft, 'location', node.location, index);
  if (node.lifecycle !== undefined) {
    addShared(draft, 'state', labelOfState(node.lifecycle), index);
    addShared(draft, 'state', node.lifecycle, index);
  }
  if (node.state !== 'present') addShared(draft, 'state', node.state, index);
  addShared(draft, 'kind', kindById(node.kind).title, index);
  for (const [key, value] of labelsOf(node)) addShared(draft, 'label', `${key}=${value}`, index);
  for (const { to } of graph.outgoing(node.id)) {
    const text = targetText(draft, graph, to);
    if (text !== undefined) addOwner(draft, text, index);
  }
}

/** There are a few dozen states, and every job has one. */
const labelOfState = remember(lifecycleLabel, 500);

/** A link makes its target's title a text of the source, in a field named after the target's kind. */
function targetText(draft: Draft, graph: Graph, to: NodeId): number | undefined {
  const known = draft.targets.get(to);
  if (known !== undefined) return known;
  const target = graph.nodes.get(to);
  const text =
    target === undefined ? undefined : textNumber(draft, kindById(target.kind).title.toLowerCase(), target.title);
  draft.targets.set(to, text);
  return text;
}

/** The part of the full name that is the resource's own: what follows project and location, which are fields themselves. */
function ownName(id: string): string {
  let start = id.startsWith('//') ? id.indexOf('/', 2) + 1 : 0;
  for (const parent of ['projects/', 'locations/', 'regions/', 'zones/']) {
    if (id.startsWith(parent, start)) start = id.indexOf('/', start + parent.length) + 1;
  }
  return id.slice(start);
}

function addShared(draft: Draft, field: string, text: string, node: number): void {
  if (text !== '') addOwner(draft, textNumber(draft, field, text), node);
}

function addOwner(draft: Draft, text: number, node: number): void {
  if (draft.lastOwner[text] === node) return;
  draft.lastOwner[text] = node;
  draft.ownedTexts.push(text);
  draft.owners.push(node);
}

/** Number of a field's text, which is added if it is new. */
function textNumber(draft: Draft, field: string, text: string): number {
  let ofField = draft.known.get(field);
  if (ofField === undefined) {
    ofField = new Map();
    draft.known.set(field, ofField);
  }
  const known = ofField.get(text);
  if (known !== undefined) return known;
  const added = addText(draft, field, text);
  ofField.set(text, added);
  return added;
}

function addText(draft: Draft, field: string, text: string): number {
  let fieldNumber = draft.fields.indexOf(field);
  if (fieldNumber < 0) fieldNumber = draft.fields.push(field) - 1;
  // Line feeds end texts; a name that has one is found all the same, by a space.
  draft.texts.push(text.includes('\n') ? text.replaceAll('\n', ' ') : text);
  draft.fieldOf.push(fieldNumber);
  draft.weightOf.push(WEIGHTS.get(field) ?? 0);
  draft.lastOwner.push(-1);
  return draft.texts.length - 1;
}

function finish(draft: Draft, nodes: readonly GraphNode[]): SearchIndex {
  const { texts } = draft;
  const text = `${texts.join('\n')}\n`;
  const starts = new Int32Array(texts.length + 1);
  texts.forEach((line, index) => {
    starts[index + 1] = (starts[index] ?? 0) + line.length + 1;
  });
  let vocabulary: string[] | undefined;
  return {
    nodes,
    text,
    lower: lowerCase(text),
    starts,
    fieldOf: Uint16Array.from(draft.fieldOf),
    weightOf: Uint8Array.from(draft.weightOf),
    fields: draft.fields,
    ...ownersByText(draft),
    wordStarts: wordStartsOf(text),
    kindOf: Uint8Array.from(nodes, (node) => KIND_RANK.get(node.kind) ?? 0),
    vocabulary: () => (vocabulary ??= vocabularyOf(texts)),
  };
}

/** Arranges the pairs by text, keeping the order of the nodes: a counting sort. */
function ownersByText(draft: Draft): Pick<SearchIndex, 'ownerOffsets' | 'owners'> {
  const ownerOffsets = new Int32Array(draft.texts.length + 1);
  for (const text of draft.ownedTexts) ownerOffsets[text + 1] = (ownerOffsets[text + 1] ?? 0) + 1;
  for (let text = 0; text < draft.texts.length; text += 1) {
    ownerOffsets[text + 1] = (ownerOffsets[text + 1] ?? 0) + (ownerOffsets[text] ?? 0);
  }
  const next = ownerOffsets.slice();
  const owners = new Int32Array(draft.owners.length);
  draft.ownedTexts.forEach((text, pair) => {
    const place = next[text] ?? 0;
    owners[place] = draft.owners[pair] ?? 0;
    next[text] = place + 1;
  });
  return { ownerOffsets, owners };
}

function wordStartsOf(text: string): Int32Array {
  const starts = new Int32Array(text.length);
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (!isWordStart(text, index)) continue;
    starts[count] = index;
    count += 1;
  }
  return starts.slice(0, count);
}

function vocabularyOf(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of words(text)) {
      if (word.length < 3 || word.length > 32 || DIGITS.test(word)) continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted(([a, countA], [b, countB]) => countB - countA || compareText(a, b))
    .slice(0, MAX_VOCABULARY)
    .map(([word]) => word);
}
