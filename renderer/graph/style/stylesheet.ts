import type { StylesheetJson, StylesheetJsonBlock } from 'cytoscape';
import type { KindDefinition } from '../../../shared/kinds/kind.ts';
import { mix } from '../../ui/theme/colour.ts';
import type { ThemeTokens } from '../../ui/theme/tokens.ts';
import { CARD, IMAGE_MARGIN } from './card.ts';

/** Zoom below which the titles of compact cards are not drawn: they would be smaller than anyone can read. */
const COMPACT_TITLE_ZOOM = 0.16;

const EDGE_LABEL_SIZE = 10;
/** Size of relations that are asked for while cards are compact. */
const FAR_LABEL_SIZE = 17;

/** What the stylesheet reads of a kind. */
export type DrawnKind = Pick<KindDefinition, 'id' | 'appearance'>;

/**
 * Style of the whole canvas. Later rules win, so they go from the general to the particular: cards, their states, their
 * interaction, then the same for edges. Everything that differs per element comes from its data and classes
 * (`drawn-elements.ts`).
 */
export function graphStylesheet(kinds: readonly DrawnKind[], tokens: ThemeTokens, fontFamily: string): StylesheetJson {
  return [
    ...cards(tokens, fontFamily),
    ...kinds.map((kind) => kindRule(kind, tokens)),
    ...cardStates(tokens),
    ...cardInteraction(tokens),
    ...edges(tokens, fontFamily),
    ...edgeInteraction(tokens),
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
        'outside-texture-bg-opacity': 1,
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

function edges(tokens: ThemeTokens, fontFamily: string): StylesheetJson {
  const quiet = mix(tokens.borderStrong, tokens.canvas, 0.85);
  return [
    {
      selector: 'edge',
      style: {
        'curve-style': 'unbundled-bezier',
        'edge-distances': 'endpoints',
        'source-endpoint': 'data(sourceEnd)',
        'target-endpoint': 'data(targetEnd)',
        'control-point-distances': 'data(distances)',
        'control-point-weights': 'data(weights)',
        width: 1.25,
        ...lineColour(quiet),
        'line-cap': 'butt',
        'arrow-scale': 0.75,
        'font-family': fontFamily,
        'font-size': EDGE_LABEL_SIZE,
        color: tokens.textMuted,
        'text-background-color': tokens.canvas,
        'text-background-opacity': 1,
        'text-background-padding': '2',
        'text-background-shape': 'roundrectangle',
        'overlay-opacity': 0,
        'overlay-padding': 4,
      },
    },
    // Mixed colours, not opacity: translucent lines cost Cytoscape three times the frame.
    { selector: 'edge.dense', style: lineColour(mix(quiet, tokens.canvas, 0.55)) },
    { selector: 'edge.merged', style: { width: 1.9 } },
    { selector: 'edge.derived', style: { 'line-style': 'dashed', 'line-dash-pattern': [12, 4] } },
    { selector: 'edge.heuristic', style: { 'line-style': 'dashed', 'line-dash-pattern': [4, 4] } },
    { selector: 'edge.flow-in, edge.flow-both', style: { 'source-arrow-shape': 'triangle' } },
    { selector: 'edge.flow-out, edge.flow-both', style: { 'target-arrow-shape': 'triangle' } },
    // Filled: a hollow head is first punched out of what lies below, which costs half the frame in a large graph.
    { selector: 'edge.flow-none', style: { 'target-arrow-shape': 'circle' } },
    {
      selector: 'edge.access',
      style: { 'target-arrow-shape': 'vee', ...lineColour(mix(tokens.hues.pink, tokens.canvas, 0.7)) },
    },
    ...coarseEdges(),
  ] as StylesheetJson;
}

/** Very many links seen from afar; those the user points at or has selected keep their heads. */
function coarseEdges(): readonly object[] {
  const source = { 'source-arrow-shape': 'triangle' };
  const target = { 'target-arrow-shape': 'triangle' };
  return [
    {
      selector: 'edge.coarse',
      style: { 'curve-style': 'straight', 'source-arrow-shape': 'none', 'target-arrow-shape': 'none' },
    },
    { selector: 'edge.coarse.derived', style: { 'line-style': 'solid' } },
    { selector: emphasised('flow-in'), style: source },
    { selector: emphasised('flow-out'), style: target },
    { selector: emphasised('flow-both'), style: { ...source, ...target } },
  ];
}

function emphasised(flow: string): string {
  return ['lit', 'chosen', 'traced', 'hovered', 'picked'].map((mark) => `edge.coarse.${mark}.${flow}`).join(', ');
}

function lineColour(colour: string) {
  return { 'line-color': colour, 'source-arrow-color': colour, 'target-arrow-color': colour } as const;
}

function edgeInteraction(tokens: ThemeTokens): StylesheetJson {
  const lit = lineColour(tokens.accent);
  const name = { 'target-label': 'data(label)', 'target-text-offset': 'data(labelOffset)' } as const;
  return [
    { selector: 'edge.dimmed, edge.faded', style: lineColour(mix(tokens.borderStrong, tokens.canvas, 0.14)) },
    { selector: 'edge.lit, edge.chosen, edge.highlighted', style: { ...lit, width: 2, 'z-index': 5 } },
    { selector: 'edge.traced', style: { ...lit, width: 2.5, 'z-index': 5 } },
    { selector: 'edge.hovered', style: { ...lit, width: 3, 'z-index': 6 } },
    {
      selector: 'edge.picked',
      style: { ...lineColour(tokens.selection), width: 3, 'z-index': 7, ...halo(tokens.selection, 5, 0.22) },
    },
    { selector: 'edge.focused', style: { 'z-index': 8, ...halo(tokens.focus, 4, 0.75) } },
    { selector: 'edge.readable.first', style: name },
    {
      selector: 'edge.named, edge.named-chosen, edge.hovered, edge.picked, edge.focused',
      style: { ...name, color: tokens.text },
    },
    {
      selector: 'edge.far, edge.far-chosen',
      style: { 'font-size': FAR_LABEL_SIZE, 'target-text-offset': 'data(farLabelOffset)' },
    },
    // The declared types do not know that offsets may come from data.
  ] as StylesheetJson;
}
