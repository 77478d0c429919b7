import type { NodeState } from '../../../shared/graph/graph.ts';
import type { LifecycleTone } from '../../../shared/graph/view/lifecycle-tone.ts';
import type { Appearance } from '../../../shared/kinds/kind.ts';
import { mix, visibleOn } from '../../ui/theme/colour.ts';
import type { ThemeTokens } from '../../ui/theme/tokens.ts';
import { CARD, IMAGE_MARGIN } from './card.ts';
import type { CardDetail } from './card.ts';
import { glyph } from './glyphs.ts';
import type { CardRemark } from '../card-remarks.ts';
import { findingBadge, findingBadgeText, remarkBadge } from './remark-badges.ts';
import { CHIP_SHAPES } from './shapes.ts';

/** Everything on a card but its ground, border and title. Equal pictures have equal images, so that few are decoded. */
export interface NodePicture {
  readonly appearance: Appearance;
  readonly state: NodeState;
  readonly detail: CardDetail;
  readonly tone: LifecycleTone;
  readonly unsubmitted: boolean;
  /** Already cut to the card's width and fit for XML but for `& < > "`. */
  readonly subtitle: string;
  /** Members of a fold; 0 for a single node. */
  readonly members: number;
  readonly hiddenLinks: number;
  readonly attention: number;
  /** Since the inventory was read before. */
  readonly news?: 'added' | 'changed' | undefined;
  /** What rules and reviewers say of it. */
  readonly remark?: CardRemark | undefined;
  /** It stays in its place. */
  readonly pinned?: boolean;
}

const { width: W, height: H } = CARD;

/** Compact cards are seen from afar: what is small on them grows. */
const BADGE_SCALE: Readonly<Record<CardDetail, number>> = { full: 1, compact: 1.35, far: 1.35 };

/** The picture as a `data:` address of an SVG image, `CARD` plus `IMAGE_MARGIN` on every side. */
export function nodeImage(picture: NodePicture, tokens: ThemeTokens, fontFamily: string): string {
  const body =
    chip(picture.appearance, picture.state, tokens) +
    statusBadge(picture, tokens) +
    subtitle(picture.subtitle, tokens, fontFamily) +
    memberPill(picture, tokens, fontFamily) +
    hiddenPill(picture.hiddenLinks, tokens, fontFamily) +
    attentionBadge(picture.attention, tokens) +
    newsBadge(picture, tokens) +
    pinBadge(picture, tokens) +
    remarks(picture, tokens, fontFamily);
  const box = `${-IMAGE_MARGIN} ${-IMAGE_MARGIN} ${W + 2 * IMAGE_MARGIN} ${H + 2 * IMAGE_MARGIN}`;
  return svgImage(box, W + 2 * IMAGE_MARGIN, H + 2 * IMAGE_MARGIN, body);
}

/** SVG markup of a kind's chip, 28 by 28 at the card's left end: solid, or only its outline while the resource is not at hand. */
function chip(appearance: Appearance, state: NodeState, tokens: ThemeTokens): string {
  const hue = state === 'unresolved' ? tokens.warning : tokens.hues[appearance.hue];
  const solid = state === 'present';
  const face = solid ? hue : mix(hue, tokens.canvas, 0.1);
  const ink = solid ? visibleOn(hue, tokens.onHue) : hue;
  const { lines, faces } = glyph(appearance.glyph);
  const dash = solid ? '' : ` stroke-dasharray="${state === 'unresolved' ? '1 4' : '5 3.5'}"`;
  return (
    `<g transform="translate(6 6) scale(.875)" stroke-linejoin="round" stroke-linecap="round">` +
    `<path d="${CHIP_SHAPES[appearance.shape]}" fill="${face}" stroke="${hue}" stroke-width="2"${dash}/>` +
    `<g transform="translate(6.5 6.5) scale(.79)">${glyphMarkup(lines, faces, ink)}</g></g>`
  );
}

function glyphMarkup(lines: string | undefined, faces: string | undefined, ink: string): string {
  return (
    (faces === undefined ? '' : `<path d="${faces}" fill="${ink}"/>`) +
    (lines === undefined ? '' : `<path d="${lines}" fill="none" stroke="${ink}" stroke-width="2.2"/>`)
  );
}

/** Signs of the badges, around the origin of a circle of radius 7, to be stroked (width 1.6). */
export const BADGE_SIGNS: Readonly<Record<Exclude<LifecycleTone, 'none'> | 'unresolved' | 'unsubmitted', string>> = {
  failed: 'M-2.4-2.4l4.8 4.8M2.4-2.4l-4.8 4.8',
  running: 'M-1.6-2.7L2.8 0L-1.6 2.7z',
  waiting: 'M0-3v3l2 1.6',
  succeeded: 'M-2.8.2l2 2l3.8-4.2',
  stopped: 'M-2.6 0h5.2',
  unresolved: 'M0-3.2v3.6M0 3v.1',
  unsubmitted: 'M-2.8 2.8l.6-2.2L1.6-3.2l1.6 1.6L-.6 2.2z',
};

/** Sign at the chip's lower right: what is wrong with the name, that it was never submitted, or the life-cycle state. */
function statusBadge(picture: NodePicture, tokens: ThemeTokens): string {
  if (picture.state === 'unresolved') return badge(tokens.warning, BADGE_SIGNS.unresolved, picture.detail, tokens);
  if (picture.unsubmitted) return badge(tokens.textMuted, BADGE_SIGNS.unsubmitted, picture.detail, tokens);
  if (picture.tone === 'none') return '';
  return badge(toneColour(picture.tone, tokens), BADGE_SIGNS[picture.tone], picture.detail, tokens);
}

/** Colour of a life-cycle state, readable as text on the panes as well. */
export function toneColour(tone: LifecycleTone, tokens: ThemeTokens): string {
  switch (tone) {
    case 'failed':
      return tokens.danger;
    case 'running':
      return tokens.info;
    case 'waiting':
      return tokens.warning;
    case 'succeeded':
      return tokens.ok;
    case 'stopped':
    case 'none':
      return tokens.textMuted;
  }
}

function badge(colour: string, sign: string, detail: CardDetail, tokens: ThemeTokens): string {
  const ink = visibleOn(colour, tokens.onHue);
  return (
    `<g transform="translate(32.5 32) scale(${BADGE_SCALE[detail]})"><circle r="7" fill="${colour}" stroke="${tokens.surface1}" stroke-width="1.5"/>` +
    `<path d="${sign}" fill="none" stroke="${ink}" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"/></g>`
  );
}

function subtitle(text: string, tokens: ThemeTokens, fontFamily: string): string {
  if (text === '') return '';
  return textMarkup(text, CARD.textLeft, 30.5, CARD.subtitleSize, 400, tokens.textMuted, 'start', fontFamily);
}

function memberPill(picture: NodePicture, tokens: ThemeTokens, fontFamily: string): string {
  if (picture.members === 0) return '';
  const label = compactCount(picture.members);
  const width = pillWidth(label);
  const hue = tokens.hues[picture.appearance.hue];
  const ink = visibleOn(hue, tokens.onHue);
  return (
    `<g transform="translate(${W - 8} ${H / 2}) scale(${BADGE_SCALE[picture.detail]})">` +
    `<rect x="${-width}" y="-9" width="${width}" height="18" rx="9" fill="${hue}"/>` +
    `${textMarkup(label, -width / 2, 4, 11, 650, ink, 'middle', fontFamily)}</g>`
  );
}

/** Width kept free for the pill of a fold's count, 0 for a single node. */
export function memberPillSpace(members: number, detail: CardDetail): number {
  return members === 0 ? 0 : pillWidth(compactCount(members)) * BADGE_SCALE[detail] + 6;
}

function hiddenPill(count: number, tokens: ThemeTokens, fontFamily: string): string {
  if (count === 0) return '';
  const label = `+${compactCount(count)}`;
  const width = pillWidth(label) - 2;
  return (
    `<rect x="${W - 10 - width}" y="${H - 8}" width="${width}" height="15" rx="7.5" fill="${tokens.surface1}" ` +
    `stroke="${tokens.borderStrong}"/>` +
    textMarkup(label, W - 10 - width / 2, H + 3.3, 10, 600, tokens.textMuted, 'middle', fontFamily)
  );
}

function attentionBadge(count: number, tokens: ThemeTokens): string {
  if (count === 0) return '';
  const ink = visibleOn(tokens.warning, tokens.onHue);
  return (
    `<g transform="translate(${W - 12} 0)" stroke-linejoin="round" stroke-linecap="round">` +
    `<path d="M0-6.5L7 5.5H-7z" fill="${tokens.warning}" stroke="${tokens.warning}" stroke-width="2"/>` +
    `<path d="M0-3v4M0 3.8v.1" fill="none" stroke="${ink}" stroke-width="1.7"/></g>`
  );
}

/** Signs of what came or changed, around the origin of a rounded square of side 14, to be stroked (width 2). */
export const NEWS_SIGNS: Readonly<Record<'added' | 'changed', string>> = {
  added: 'M-3.6 0h7.2M0-3.6v7.2',
  changed: 'M-3.6 1.9q1.8-3.8 3.6-1.9t3.6-1.9',
};

/** Told by its sign and its place, not by its colour. */
function newsBadge({ news, detail }: NodePicture, tokens: ThemeTokens): string {
  if (news === undefined) return '';
  const ink = visibleOn(tokens.accent, tokens.onHue);
  return (
    `<g transform="translate(2 1) scale(${BADGE_SCALE[detail]})"><rect x="-7" y="-7" width="14" height="14" rx="4" ` +
    `fill="${tokens.accent}" stroke="${tokens.surface1}" stroke-width="1.5"/>` +
    `<path d="${NEWS_SIGNS[news]}" fill="none" stroke="${ink}" stroke-width="2" stroke-linecap="round"/></g>`
  );
}

/** Beside the sign of what is to be looked at, and at the lower side: where no other badge is. */
function remarks(picture: NodePicture, tokens: ThemeTokens, fontFamily: string): string {
  const { remark, attention, detail } = picture;
  if (remark === undefined) return '';
  const scale = BADGE_SCALE[detail];
  const { finding } = remark;
  const text = finding === undefined ? '' : findingBadgeText(finding.severity, compactCount(finding.failed));
  const ofRules =
    finding === undefined
      ? ''
      : `<g transform="translate(${attention > 0 ? W - 24 : W - 6} 0) scale(${scale})">${findingBadge(finding.severity, text, tokens, fontFamily)}</g>`;
  const own = remarkBadge(remark, tokens);
  return `${ofRules}${own === '' ? '' : `<g transform="translate(58 ${H - 1}) scale(${scale})">${own}</g>`}`;
}

/** Head and needle of a pin, around the origin of a circle of radius 7. */
export const PIN_SIGN = 'M-2.4-3.6h4.8M-1.5-3.6v3.2l-1.6 1.5h6.2l-1.6-1.5v-3.2M0 1.1v3';

function pinBadge({ pinned = false, detail }: NodePicture, tokens: ThemeTokens): string {
  if (!pinned) return '';
  return (
    `<g transform="translate(24 1) scale(${BADGE_SCALE[detail]})"><circle r="7" fill="${tokens.surface1}" ` +
    `stroke="${tokens.text}" stroke-width="1.2"/><path d="${PIN_SIGN}" fill="none" stroke="${tokens.text}" ` +
    `stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round"/></g>`
  );
}

/** The count in at most four characters: `24`, `1.2k`, `13k`. */
export function compactCount(count: number): string {
  if (count < 1_000) return String(count);
  if (count < 9_950) return `${(count / 1_000).toFixed(1).replace('.0', '')}k`;
  return count < 999_500 ? `${Math.round(count / 1_000)}k` : `${Math.round(count / 1_000_000)}M`;
}

function pillWidth(label: string): number {
  return 12 + label.length * 7;
}

function textMarkup(
  text: string,
  x: number,
  y: number,
  size: number,
  weight: number,
  colour: string,
  anchor: 'start' | 'middle',
  fontFamily: string,
): string {
  return (
    `<text x="${x}" y="${y}" font-family="${escapeXml(fontFamily)}" font-size="${size}" font-weight="${weight}" ` +
    `fill="${colour}" text-anchor="${anchor}">${escapeXml(text)}</text>`
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function svgImage(box: string, width: number, height: number, body: string): string {
  const markup = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${box}">${body}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(markup)}`;
}
