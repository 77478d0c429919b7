import { edgeId } from '../../graph/graph.ts';
import type { GraphEdge, GraphNode, NodeId } from '../../graph/graph.ts';
import { kindById } from '../../kinds/index.ts';
import { RELATIONS } from '../../links/relations.ts';
import type { Finding } from '../finding.ts';
import { escapeMarkup } from './escape.ts';
import type { Report } from './report.ts';

const CARD = { width: 190, height: 44 } as const;
const GAP = { column: 130, row: 14 } as const;
const MARGIN = 8;
/** More resources than this make a picture that nobody can read. */
const MOST_NODES = 9;
const LETTERS = 26;

interface Placed {
  readonly node: GraphNode;
  readonly x: number;
  readonly y: number;
}

/**
 * Draws the resources of a finding and the links among them as SVG: the resource itself on the left, the others by their distance
 * from it. Empty where the finding is about one resource alone.
 */
export function drawFinding(finding: Finding, { graph, masker }: Report): string {
  const nodes = finding.nodes.slice(0, MOST_NODES).flatMap((id) => graph.nodes.get(id) ?? []);
  const left = finding.nodes.length - nodes.length;
  const own = new Set(finding.edges);
  const edges = edgesAmong(nodes, own, (id) => graph.outgoing(id));
  if (nodes.length < 2) {
    return '';
  }
  const placed = place(columnsOf(nodes, edges));
  // Beside its subject a finding needs no links among the others, but for those that are part of it.
  const shown = edges.filter((edge) => own.has(edgeId(edge)) || placed.get(edge.from)?.x !== placed.get(edge.to)?.x);
  const room = shown.some(({ from, to }) => placed.get(from)?.x === placed.get(to)?.x) ? GAP.column / 2 : 0;
  const width = Math.max(...[...placed.values()].map(({ x }) => x)) + CARD.width + MARGIN + room;
  const height = Math.max(...[...placed.values()].map(({ y }) => y)) + CARD.height + MARGIN + (left > 0 ? 16 : 0);
  const cards = [...placed.values()].map((each) => drawCard(each, each.node.id === finding.resource, masker.maskText));
  const more = left > 0 ? `<text x="${MARGIN}" y="${height - 6}" class="label">and ${left} more</text>` : '';
  const words = nodes.map(({ title }) => masker.maskText(title)).join(', ');
  return `<svg role="img" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg"><title>${escapeMarkup(`Resources that take part: ${words}`)}</title>${shown.map((edge) => drawEdge(edge, placed)).join('')}${cards.join('')}${more}</svg>`;
}

function edgesAmong(
  nodes: readonly GraphNode[],
  own: ReadonlySet<string>,
  outgoing: (id: NodeId) => readonly GraphEdge[],
): readonly GraphEdge[] {
  const drawn = new Set(nodes.map(({ id }) => id));
  const all = nodes.flatMap(({ id }) => outgoing(id).filter(({ to }) => drawn.has(to) && to !== id));
  const marked = all.filter((edge) => own.has(edgeId(edge)));
  // Between two resources one line: that of the finding where there is one.
  const pairs = new Map<string, GraphEdge>();
  for (const edge of [...marked, ...all]) {
    const pair = [edge.from, edge.to].toSorted().join('\n');
    if (!pairs.has(pair)) {
      pairs.set(pair, edge);
    }
  }
  return [...pairs.values()];
}

/** Resources by their distance from the first; what no link leads to comes last. */
function columnsOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): readonly (readonly GraphNode[])[] {
  const distance = new Map<NodeId, number>();
  const [first] = nodes;
  if (first !== undefined) {
    distance.set(first.id, 0);
  }
  for (const [id, steps] of distance) {
    for (const { from, to } of edges) {
      const other = from === id ? to : to === id ? from : undefined;
      if (other !== undefined && !distance.has(other)) {
        distance.set(other, steps + 1);
      }
    }
  }
  const columns: GraphNode[][] = [];
  for (const node of nodes) {
    const column = Math.min(distance.get(node.id) ?? 1, 3);
    columns[column] = [...(columns[column] ?? []), node];
  }
  return columns.filter((column) => column.length > 0);
}

function place(columns: readonly (readonly GraphNode[])[]): ReadonlyMap<NodeId, Placed> {
  const tallest = columns.reduce((most, { length }) => Math.max(most, length), 0);
  const placed = new Map<NodeId, Placed>();
  for (const [index, column] of columns.entries()) {
    const offset = ((tallest - column.length) * (CARD.height + GAP.row)) / 2;
    for (const [row, node] of column.entries()) {
      const x = MARGIN + index * (CARD.width + GAP.column);
      placed.set(node.id, { node, x, y: MARGIN + offset + row * (CARD.height + GAP.row) });
    }
  }
  return placed;
}

function drawCard({ node, x, y }: Placed, isSubject: boolean, mask: (text: string) => string): string {
  const { title: kind, layer } = kindById(node.kind);
  const state = node.state === 'present' || layer === 'access' ? '' : ' absent';
  return [
    `<g class="card${isSubject ? ' subject' : ''}${state}"><rect x="${x}" y="${y}" width="${CARD.width}" height="${CARD.height}" rx="6"/>`,
    `<text x="${x + 10}" y="${y + 18}">${escapeMarkup(shorten(mask(node.title)))}</text>`,
    `<text x="${x + 10}" y="${y + 34}" class="label">${escapeMarkup(state === '' ? kind : `${kind}, not collected`)}</text></g>`,
  ].join('');
}

function drawEdge({ type, from, to }: GraphEdge, placed: ReadonlyMap<NodeId, Placed>): string {
  const source = placed.get(from);
  const target = placed.get(to);
  if (source === undefined || target === undefined) {
    return '';
  }
  const [start, end] = source.x <= target.x ? [source, target] : [target, source];
  const sameColumn = start.x === end.x;
  const x1 = start.x + CARD.width;
  const y1 = start.y + CARD.height / 2;
  const x2 = sameColumn ? end.x + CARD.width : end.x;
  const y2 = end.y + CARD.height / 2;
  const bend = sameColumn ? x1 + 40 : (x1 + x2) / 2;
  // The arrow stands at the target, whichever side that is on.
  const isForward = start === source;
  const tip = isForward ? { x: x2, y: y2, d: sameColumn ? 1 : -1 } : { x: x1, y: y1, d: 1 };
  const label = escapeMarkup(RELATIONS[type].label);
  return [
    `<path class="link" d="M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}"/>`,
    `<path class="tip" d="M${tip.x} ${tip.y}l${8 * tip.d} -4v8z"/>`,
    `<text class="label" text-anchor="middle" x="${bend}" y="${(y1 + y2) / 2 - 4}">${label}</text>`,
  ].join('');
}

function shorten(text: string): string {
  const letters = Array.from(text);
  const head = Math.ceil((LETTERS - 1) / 2);
  return letters.length <= LETTERS
    ? text
    : `${letters.slice(0, head).join('')}…${letters.slice(-(LETTERS - 1 - head)).join('')}`;
}
