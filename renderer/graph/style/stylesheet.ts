import type { StylesheetJson, StylesheetJsonBlock } from 'cytoscape';
import type { KindDefinition } from '../../../shared/kinds/kind.ts';
import { mix } from '../../ui/theme/colour.ts';
import type { ThemeTokens } from '../../ui/theme/tokens.ts';
import { CARD, IMAGE_MARGIN } from './card.ts';

/** Zoom below which the titles of compact cards are not drawn: they would be smaller than anyone can read. */
const COMPACT_TITLE_ZOOM = 0.16;

/** What the stylesheet reads of a kind. */
export type DrawnKind = Pick<KindDefinition, 'id' | 'appearance'>;

/**
 * Style of the whole canvas. Later rules win, so they go from the general to the particular: cards, their states, their
 * interaction. Links are drawn beside Cytoscape (`links/`). Everything that differs per element comes from its data and classes
 * (`drawn-elements.ts`).
 */
export function graphStylesheet(kinds: readonly DrawnKind[], tokens: ThemeTokens, fontFamily: string): StylesheetJson {
  return [
    ...cards(tokens, fontFamily),
    ...kinds.map((kind) => kindRule(kind, tokens)),
    ...cardStates(tokens),
    ...cardInteraction(tokens),
    {
      selector: 'core',
      style: {
        'selection-box-color': tokens.selection,
        'selection-box-opacity': 0.12,
        'selection-box-border-color': tokens.selection,
        'selection-box-border-width': 1,
        'active-bg-opacity': 0,
        'active-bg-color': tokens.canvas,
        'active-bg-size': 0,
        'outside-texture-bg-color': tokens.canvas,
        'outside-texture-bg-opacity': 0,
      },
    },
  ];
}

function cards(tokens: ThemeTokens, fontFamily: string): StylesheetJson {
  return [
    {
      selector: 'node',
      style: {
        shape: 'round-rectangle',
        'corner-radius': '8',
        width: CARD.width,
        height: CARD.height,
        'background-color': tokens.surface1,
        'border-width': 1.25,
        'border-color': tokens.borderStrong,
        'background-image': 'data(image)',
        'background-width': CARD.width + 2 * IMAGE_MARGIN,
        'background-height': CARD.height + 2 * IMAGE_MARGIN,
        'background-clip': 'none',
        'background-image-containment': 'over',
        'bounds-expansion': IMAGE_MARGIN,
        label: 'data(label)',
        'font-family': fontFamily,
        'font-size': CARD.titleSize,
        'font-weight': CARD.titleWeight,
        color: tokens.text,
        'text-halign': 'right',
        'text-valign': 'center',
        'text-margin-x': CARD.textLeft - CARD.width,
        'text-margin-y': -7,
        'overlay-opacity': 0,
        'overlay-padding': 0,
      },
    },
    { selector: 'node.one-line', style: { 'text-margin-y': 0 } },
    {
      selector: 'node.compact',
      style: {
        'font-size': CARD.compactTitleSize,
        'min-zoomed-font-size': CARD.compactTitleSize * COMPACT_TITLE_ZOOM,
        'text-wrap': 'wrap',
        'text-justification': 'left',
        'line-height': 1,
      },
    },
  ];
}

function kindRule(kind: DrawnKind, tokens: ThemeTokens): StylesheetJsonBlock {
  const hue = tokens.hues[kind.appearance.hue];
  return {
    selector: `node[kind = "${kind.id}"]`,
    style: { 'background-color': mix(hue, tokens.surface1, 0.07), 'border-color': mix(hue, tokens.surface1, 0.55) },
  };
}

function cardStates(tokens: ThemeTokens): StylesheetJson {
  return [
    {
      selector: 'node.fold',
      style: { ghost: 'yes', 'ghost-offset-x': 4, 'ghost-offset-y': 4, 'ghost-opacity': 0.55 },
    },
    { selector: 'node.area', style: { 'background-color': tokens.surface2, 'border-color': tokens.borderStrong } },
    { selector: 'node.tone-running', style: { 'border-color': tokens.info, 'border-width': 2 } },
    { selector: 'node.tone-failed', style: { 'border-color': tokens.danger, 'border-width': 2 } },
    { selector: 'node.news-added, node.news-changed', style: { 'border-color': tokens.accent, 'border-width': 3 } },
    { selector: 'node.unsubmitted', style: { 'border-style': 'double', 'border-width': 4 } },
    {
      selector: 'node.referenced',
      style: { 'background-color': tokens.canvas, 'border-style': 'dashed', color: tokens.textMuted },
    },
    {
      selector: 'node.unresolved',
      style: {
        'background-color': mix(tokens.warning, tokens.canvas, 0.08),
        'border-style': 'dotted',
        'border-width': 2,
        'border-color': tokens.warning,
      },
    },
  ];
}

function cardInteraction(tokens: ThemeTokens): StylesheetJson {
  return [
    { selector: 'node.dimmed, node.faded', style: { opacity: 0.28 } },
    { selector: 'node.highlighted', style: halo(tokens.mark, 5, 0.9) },
    { selector: 'node.hovered', style: halo(tokens.textMuted, 4, 0.18) },
    {
      selector: 'node:selected',
      style: { 'border-color': tokens.selection, 'border-width': 2.5, ...halo(tokens.selection, 5, 0.22) },
    },
    {
      selector: 'node.focused',
      style: {
        'outline-width': 3,
        'outline-color': tokens.focus,
        'outline-offset': 4,
        'outline-opacity': 1,
        'outline-style': 'solid',
      },
    },
  ];
}

function halo(colour: string, padding: number, opacity: number) {
  return {
    'underlay-color': colour,
    'underlay-padding': padding,
    'underlay-opacity': opacity,
    'underlay-shape': 'round-rectangle',
  } as const;
}
