import type { ReactElement } from 'react';
import type { NodeState } from '../../shared/graph/graph.ts';
import { kindById } from '../../shared/kinds/index.ts';
import type { KindId } from '../../shared/kinds/index.ts';
import { glyph } from './style/glyphs.ts';
import { CHIP_SHAPES } from './style/shapes.ts';

interface KindGlyphProps {
  readonly kind: KindId;
  /** How the resource is known: only its outline is drawn while it is not `present`, as on the canvas. */
  readonly state?: NodeState;
  /** Side in CSS pixels. */
  readonly size?: number;
}

/** The chip of a kind as on its cards, for lists and headings. Hidden from screen readers: the kind is said in words beside it. */
export function KindGlyph({ kind, state = 'present', size = 20 }: KindGlyphProps): ReactElement {
  const { appearance } = kindById(kind);
  const { lines, faces } = glyph(appearance.glyph);
  const hue = state === 'unresolved' ? 'var(--warning)' : `var(--hue-${appearance.hue})`;
  const solid = state === 'present';
  const ink = solid ? 'var(--on-hue)' : hue;
  return (
    <svg className="kind-glyph" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g strokeLinejoin="round" strokeLinecap="round">
        <path
          d={CHIP_SHAPES[appearance.shape]}
          style={{ fill: solid ? hue : 'none', stroke: hue }}
          strokeWidth="2"
          strokeDasharray={solid ? undefined : DASHES[state]}
        />
        <g transform="translate(6.5 6.5) scale(.79)">
          {faces !== undefined && <path d={faces} style={{ fill: ink }} />}
          {lines !== undefined && <path d={lines} fill="none" style={{ stroke: ink }} strokeWidth="2.2" />}
        </g>
      </g>
    </svg>
  );
}

const DASHES: Readonly<Record<Exclude<NodeState, 'present'>, string>> = { referenced: '5 3.5', unresolved: '1 4' };
