import type { Position, ViewNode } from '../../../shared/graph/view.ts';
import { lifecycleTone } from '../../../shared/graph/view/lifecycle-tone.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import type { Appearance } from '../../../shared/kinds/kind.ts';
import type { LaidOutView } from '../../inventory/worker/protocol/packed-view.ts';
import { isSameRemark, NO_REMARKS, type CanvasRemarks } from '../card-remarks.ts';
import type { ThemeTokens } from '../../ui/theme/tokens.ts';
import { TEXT_WIDTH } from '../style/card.ts';
import type { CardDetail } from '../style/card.ts';
import { sameFields } from './same-fields.ts';
import { displayText, shortTitle, truncateEnd, twoLineTitle } from '../style/label.ts';
import type { Measure } from '../style/label.ts';
import { memberPillSpace, nodeImage } from '../style/node-image.ts';
import type { NodePicture } from '../style/node-image.ts';

const NO_NEWS: NonNullable<LaidOutView['news']> = {};

/** A folded area has things of several kinds in it. */
const AREA_APPEARANCE: Appearance = { glyph: 'area', shape: 'round-rectangle', hue: 'grey' };

/** Images kept; each is about 2 kB. */
const MOST_IMAGES = 5_000;
const MOST_DRAWN = 10_000;
const ORIGIN: Position = { x: 0, y: 0 };

/** Data of a node as the stylesheet reads it; plain strings, as Cytoscape's selectors and mappers want them. */
export interface DrawnNode {
  readonly id: string;
  readonly classes: string;
  readonly position: Position;
  readonly data: { readonly kind: KindId; readonly label: string; readonly image: string };
}

/** What drawing depends on besides the view. */
export interface DrawingContext {
  readonly tokens: ThemeTokens;
  readonly fontFamily: string;
  readonly detail: CardDetail;
  readonly measureTitle: Measure;
  readonly measureCompactTitle: Measure;
  readonly measureSubtitle: Measure;
  readonly appearance: (kind: KindId) => Appearance;
  /** Images made so far for these tokens and fonts, by picture: most nodes of a changed view are as before. */
  readonly images: Map<string, string>;
  /** Nodes drawn last, by id: most nodes of a changed view are as before. */
  readonly drawn: Map<string, Redrawn>;
}

/** A node as it was drawn, with what it was drawn from. */
export interface Redrawn {
  readonly node: ViewNode;
  readonly said: Said;
  readonly drawn: DrawnNode;
}

/** The nodes of a view as elements to draw, by id. A node without a position stands at the origin. */
export function drawnElements(
  { view, positions, news = NO_NEWS }: LaidOutView,
  context: DrawingContext,
  remarks: CanvasRemarks = NO_REMARKS,
): ReadonlyMap<string, DrawnNode> {
  return new Map(
    view.nodes.map((node) => {
      const said = { news: news[node.id], remark: remarks.nodes[node.id] };
      return [node.id, redrawn(node, positions[node.id] ?? ORIGIN, said, context)];
    }),
  );
}

/** What is drawn of a node besides what it is. */
type Said = Pick<NodePicture, 'news' | 'remark'>;

/** What was drawn last if nothing about the node has changed. */
function redrawn(node: ViewNode, position: Position, said: Said, context: DrawingContext): DrawnNode {
  const known = context.drawn.get(node.id);
  const isSame =
    known !== undefined &&
    known.said.news === said.news &&
    isSameRemark(known.said.remark, said.remark) &&
    sameFields(node, known.node);
  if (isSame && known.drawn.position.x === position.x && known.drawn.position.y === position.y) return known.drawn;
  const drawn = isSame ? { ...known.drawn, position } : drawnNode(node, position, said, context);
  if (context.drawn.size >= MOST_DRAWN) context.drawn.clear();
  context.drawn.set(node.id, { node, said, drawn });
  return drawn;
}

function drawnNode(node: ViewNode, position: Position, { news, remark }: Said, context: DrawingContext): DrawnNode {
  const members = node.members?.length ?? 0;
  const tone = lifecycleTone(node.lifecycle);
  const width = TEXT_WIDTH - memberPillSpace(members, context.detail);
  const isArea = node.area === node.id;
  const compact = context.detail !== 'full';
  const subtitle = compact ? '' : truncateEnd(displayText(node.subtitle), width, context.measureSubtitle);
  const title = displayText(node.title);
  const image = imageOf(
    {
      appearance: isArea ? AREA_APPEARANCE : context.appearance(node.kind),
      state: node.state,
      // What is drawn is the same: so are the pictures.
      detail: compact ? 'compact' : 'full',
      tone,
      unsubmitted: node.unsubmitted === true,
      subtitle,
      members,
      hiddenLinks: context.detail === 'far' ? 0 : node.hiddenLinks,
      attention: node.attention,
      news,
      remark,
      pinned: node.pinned === true,
    },
    context,
  );
  const classes = [
    node.state,
    `tone-${tone}`,
    node.unsubmitted === true ? 'unsubmitted' : '',
    members > 0 ? 'fold' : '',
    isArea ? 'area' : '',
    news === undefined ? '' : `news-${news}`,
    compact ? 'compact' : '',
    subtitle === '' ? 'one-line' : '',
  ];
  return {
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
