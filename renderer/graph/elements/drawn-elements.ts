import type { Position, ViewEdge, ViewNode } from '../../../shared/graph/view.ts';
import { lifecycleTone } from '../../../shared/graph/view/lifecycle-tone.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import type { Appearance, RelationId } from '../../../shared/kinds/kind.ts';
import { RELATIONS } from '../../../shared/links/relations.ts';
import type { LaidOutView } from '../../inventory/worker/protocol.ts';
import type { ThemeTokens } from '../../ui/theme/tokens.ts';
import { TEXT_WIDTH } from '../style/card.ts';
import type { CardDetail } from '../style/card.ts';
import { displayText, shortTitle, truncateEnd, twoLineTitle } from '../style/label.ts';
import type { Measure } from '../style/label.ts';
import { memberPillSpace, nodeImage } from '../style/node-image.ts';
import type { NodePicture } from '../style/node-image.ts';
import { routeEdge } from './edge-route.ts';

const NO_NEWS: NonNullable<LaidOutView['news']> = {};

/** More edges than this are drawn fainter, so that the cards stand out from them. */
const DENSE = 180;

/**
 * More links than this, seen from afar, are drawn coarse: as straight lines without arrow heads, which are too small to be seen
 * there. Each frame draws all links, so that everything the user does waits for them.
 */
const COARSE = 1_000;

/** Images kept; each is about 2 kB. */
const MOST_IMAGES = 5_000;
const MOST_LINKS = 20_000;

/** Data of a node as the stylesheet reads it; plain strings, as Cytoscape's selectors and mappers want them. */
export interface DrawnNode {
  readonly group: 'nodes';
  readonly id: string;
  readonly classes: string;
  readonly position: Position;
  readonly data: { readonly kind: KindId; readonly label: string; readonly image: string };
}

/** Data of an edge as the stylesheet reads it. */
export interface DrawnEdge {
  readonly group: 'edges';
  readonly id: string;
  readonly classes: string;
  readonly source: string;
  readonly target: string;
  readonly data: {
    readonly label: string;
    /** Distance of the label's middle from the target, in the label's two sizes. */
    readonly labelOffset: string;
    readonly farLabelOffset: string;
    readonly sourceEnd: string;
    readonly targetEnd: string;
    readonly distances: string;
    readonly weights: string;
  };
}

export type DrawnElement = DrawnNode | DrawnEdge;

/** What drawing depends on besides the view. */
export interface DrawingContext {
  readonly tokens: ThemeTokens;
  readonly fontFamily: string;
  readonly detail: CardDetail;
  readonly measureTitle: Measure;
  readonly measureCompactTitle: Measure;
  readonly measureSubtitle: Measure;
  readonly appearance: (kind: KindId) => Appearance;
  readonly relationLabel: (relation: RelationId) => string;
  /** Images made so far for these tokens and fonts, by picture: most nodes of a changed view are as before. */
  readonly images: Map<string, string>;
  /** Links drawn last, by id: routing thousands again for each change would take longer than the change itself. */
  readonly links: Map<string, RoutedLink>;
}

/** A link as it was drawn, with what it was drawn from besides its ids. */
export interface RoutedLink {
  readonly source: Position;
  readonly target: Position;
  readonly lane: number;
  readonly drawn: DrawnEdge;
}

/**
 * The view as elements to draw, by id. Nodes come before edges. An edge of which an end is not in the view, and a node without
 * a position, cannot be drawn: the first is left out, the second stands at the origin.
 */
export function drawnElements(
  { view, positions, news = NO_NEWS }: LaidOutView,
  context: DrawingContext,
): ReadonlyMap<string, DrawnElement> {
  const elements = new Map<string, DrawnElement>();
  for (const node of view.nodes) {
    elements.set(node.id, drawnNode(node, positions[node.id] ?? { x: 0, y: 0 }, news[node.id], context));
  }
  const nodes = new Set(elements.keys());
  const lanes = parallelLanes(view.edges);
  const first = firstOfEach(view.edges, positions);
  const isCoarse = context.detail === 'compact' && view.edges.length > COARSE;
  const density = `${view.edges.length > DENSE ? ' dense' : ''}${isCoarse ? ' coarse' : ''}`;
  for (const edge of view.edges) {
    if (!nodes.has(edge.source) || !nodes.has(edge.target)) continue;
    elements.set(
      edge.id,
      drawnEdge(
        edge,
        positions[edge.source] ?? { x: 0, y: 0 },
        positions[edge.target] ?? { x: 0, y: 0 },
        lanes.get(edge.id) ?? 0,
        `${density}${first.has(edge.id) ? ' first' : ''}`,
        context,
      ),
    );
  }
  return elements;
}

function drawnNode(node: ViewNode, position: Position, news: NodePicture['news'], context: DrawingContext): DrawnNode {
  const members = node.members?.length ?? 0;
  const tone = lifecycleTone(node.lifecycle);
  const width = TEXT_WIDTH - memberPillSpace(members, context.detail);
  const compact = context.detail === 'compact';
  const subtitle = compact ? '' : truncateEnd(displayText(node.subtitle), width, context.measureSubtitle);
  const title = displayText(node.title);
  const image = imageOf(
    {
      appearance: context.appearance(node.kind),
      state: node.state,
      detail: context.detail,
      tone,
      unsubmitted: node.unsubmitted === true,
      subtitle,
      members,
      hiddenLinks: node.hiddenLinks,
      attention: node.attention,
      news,
    },
    context,
  );
  const classes = [
    node.state,
    `tone-${tone}`,
    node.unsubmitted === true ? 'unsubmitted' : '',
    members > 0 ? 'fold' : '',
    news === undefined ? '' : `news-${news}`,
    compact ? 'compact' : '',
    subtitle === '' ? 'one-line' : '',
  ];
  return {
    group: 'nodes',
    id: node.id,
    classes: classes.filter(Boolean).join(' '),
    position,
    data: {
      kind: node.kind,
      label: compact
        ? twoLineTitle(title, width, context.measureCompactTitle)
        : shortTitle(title, width, context.measureTitle),
      image,
    },
  };
}

function imageOf(picture: NodePicture, context: DrawingContext): string {
  const key = JSON.stringify(picture);
  const known = context.images.get(key);
  if (known !== undefined) return known;
  if (context.images.size >= MOST_IMAGES) context.images.clear();
  const image = nodeImage(picture, context.tokens, context.fontFamily);
  context.images.set(key, image);
  return image;
}

function drawnEdge(
  edge: ViewEdge,
  source: Position,
  target: Position,
  lane: number,
  moreClasses: string,
  context: DrawingContext,
): DrawnEdge {
  const relation = context.relationLabel(edge.type);
  const classes = edgeClasses(edge, moreClasses);
  const known = context.links.get(edge.id);
  const label = edge.count > 1 ? `${relation} ×${edge.count}` : relation;
  if (
    known?.drawn.classes === classes &&
    known.drawn.data.label === label &&
    known.drawn.source === edge.source &&
    known.drawn.target === edge.target &&
    known.lane === lane &&
    samePlace(known.source, source) &&
    samePlace(known.target, target)
  ) {
    return known.drawn;
  }
  const drawn: DrawnEdge = {
    group: 'edges',
    id: edge.id,
    classes,
    source: edge.source,
    target: edge.target,
    data: { label, ...labelOffsets(label), ...routeEdge(source, target, lane) },
  };
  if (context.links.size >= MOST_LINKS) context.links.clear();
  context.links.set(edge.id, { source, target, lane, drawn });
  return drawn;
}

function edgeClasses({ confidence, flow, count, type }: ViewEdge, more: string): string {
  const layer = RELATIONS[type].layer === undefined ? '' : ' access';
  return `${confidence} flow-${flow}${count > 1 ? ' merged' : ''}${layer}${more}`;
}

function samePlace(one: Position, other: Position): boolean {
  return one.x === other.x && one.y === other.y;
}

/**
 * The edge of each relation into each target that stands for all of them when relations are written on edges unasked: the most
 * level one.
 */
function firstOfEach(edges: readonly ViewEdge[], positions: Readonly<Record<string, Position>>): ReadonlySet<string> {
  const best = new Map<string, { readonly id: string; readonly drop: number }>();
  for (const { id, type, source, target } of edges) {
    const drop = Math.abs((positions[source]?.y ?? 0) - (positions[target]?.y ?? 0));
    const group = `${type} ${target}`;
    if (drop < (best.get(group)?.drop ?? Number.POSITIVE_INFINITY)) best.set(group, { id, drop });
  }
  return new Set([...best.values()].map(({ id }) => id));
}

/**
 * A label stands before the target, just outside of the arrow head: there the links of a hub come together, and their labels,
 * mostly the same, cover each other. Widths are estimated; a few pixels more or less between label and arrow do not matter.
 */
function labelOffsets(label: string): { labelOffset: string; farLabelOffset: string } {
  const characters = label.length;
  return { labelOffset: String(16 + characters * 2.75), farLabelOffset: String(18 + characters * 4.7) };
}

/** Lane of each edge among those that join the same two nodes: 0 if alone, else symmetric about 0 in steps of 1. */
export function parallelLanes(edges: readonly ViewEdge[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, string[]>();
  for (const { id, source, target } of edges) {
    const pair = source < target ? `${source}\n${target}` : `${target}\n${source}`;
    const ids = pairs.get(pair);
    if (ids === undefined) pairs.set(pair, [id]);
    else ids.push(id);
  }
  const lanes = new Map<string, number>();
  for (const ids of pairs.values()) {
    ids.forEach((id, index) => lanes.set(id, index - (ids.length - 1) / 2));
  }
  return lanes;
}
