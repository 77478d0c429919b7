import type { ReactElement, ReactNode } from 'react';
import type { NodeState } from '../../shared/graph/graph.ts';
import type { AttentionMark, Condition } from '../../shared/graph/view.ts';
import type { Confidence, RelationId } from '../../shared/kinds/kind.ts';
import { RELATIONS } from '../../shared/links/relations.ts';
import type { LifecycleTone } from '../../shared/graph/view/lifecycle-tone.ts';
import { BADGE_SIGNS, NEWS_SIGNS, PIN_SIGN } from './style/node-image.ts';
import { REMARK_SIGNS } from './style/remark-badges.ts';
import './legend.css';

/** A sign of the graph in small, for lists. Hidden from screen readers: what it means stands beside it. */
export function Sign({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <svg className="legend-sign" width="36" height="20" viewBox="0 0 36 20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const STATES: Readonly<Record<NodeState, ReactElement>> = {
  present: <Card />,
  referenced: <Card dash="4 3" faint />,
  unresolved: <Card dash="1 2.5" colour="var(--warning)" />,
};

const CONDITIONS: Readonly<Record<Condition, ReactElement>> = {
  failed: <Badge sign="failed" colour="var(--danger)" />,
  running: <Badge sign="running" colour="var(--info)" />,
  waiting: <Badge sign="waiting" colour="var(--warning)" />,
  succeeded: <Badge sign="succeeded" colour="var(--ok)" />,
  stopped: <Badge sign="stopped" colour="var(--text-muted)" />,
  unsubmitted: <Badge sign="unsubmitted" colour="var(--text-muted)" />,
  none: <Card />,
};

const MARKS: Readonly<Record<AttentionMark, ReactElement>> = { attention: <Attention />, quiet: <Card /> };

const CONFIDENCES: Readonly<Record<Confidence, ReactElement>> = {
  exact: <Line />,
  derived: <Line dash="9 3" />,
  heuristic: <Line dash="3 3" />,
};

const FLOWS: Readonly<Record<'data' | 'none', ReactElement>> = {
  data: <Line end="arrow" />,
  none: <Line end="circle" />,
};

function signIn(signs: Readonly<Record<string, ReactElement>>): (value: string) => ReactNode {
  return (value) => (Object.hasOwn(signs, value) ? <Sign>{signs[value]}</Sign> : null);
}

/** The signs of the values of a facet. */
export const stateSign = signIn(STATES);
export const conditionSign = signIn(CONDITIONS);
export const markSign = signIn(MARKS);
export const confidenceSign = signIn(CONFIDENCES);
export const flowSign = signIn(FLOWS);

/** The line of a relation: of those that tell who may do what another one. */
export function relationSign(value: string): ReactNode {
  const isAccess = Object.hasOwn(RELATIONS, value) && RELATIONS[value as RelationId].layer === 'access';
  return <Sign>{isAccess ? <Line end="vee" colour="var(--hue-pink)" /> : <Line />}</Sign>;
}

interface LineProps {
  readonly dash?: string;
  readonly width?: number;
  readonly end?: 'arrow' | 'circle' | 'vee';
  readonly colour?: string;
}

/** A link. */
export function Line({ dash, width = 1.5, end, colour = 'var(--border-strong)' }: LineProps): ReactElement {
  const stroke = { stroke: colour };
  return (
    <>
      <path d={end === undefined ? 'M2 10H34' : 'M2 10H28'} style={stroke} strokeWidth={width} strokeDasharray={dash} />
      {end === 'arrow' && <path d="M34 10l-7-4v8z" style={{ fill: 'var(--border-strong)' }} />}
      {end === 'vee' && <path d="M34 10l-8-4.5 2.5 4.5-2.5 4.5z" style={{ fill: colour }} />}
      {end === 'circle' && <circle cx="31" cy="10" r="3" style={{ fill: 'var(--border-strong)' }} />}
    </>
  );
}

interface CardProps {
  readonly dash?: string;
  readonly faint?: boolean;
  readonly stacked?: boolean;
  readonly colour?: string;
}

/** A card. */
export function Card({ dash, faint = false, stacked = false, colour = 'var(--hue-blue)' }: CardProps): ReactElement {
  const stroke = { stroke: colour };
  return (
    <>
      {stacked && <path d="M7 17h25a2 2 0 0 0 2-2V7" fill="none" style={stroke} opacity="0.6" />}
      <rect
        x="2"
        y="3"
        width="29"
        height="12"
        rx="3"
        style={{ ...stroke, fill: faint ? 'none' : 'var(--surface-1)' }}
        strokeWidth="1.4"
        strokeDasharray={dash}
      />
      <rect x="5" y="6" width="6" height="6" rx="1.5" style={faint ? { ...stroke, fill: 'none' } : { fill: colour }} />
    </>
  );
}

function Badge({ sign, colour }: { readonly sign: BadgeSign; readonly colour: string }): ReactElement {
  return (
    <g transform="translate(18 10)" strokeLinecap="round" strokeLinejoin="round">
      <circle r="7.5" style={{ fill: colour }} />
      <path d={BADGE_SIGNS[sign]} fill="none" style={{ stroke: 'var(--surface-1)' }} strokeWidth="1.7" />
    </g>
  );
}

type BadgeSign = Exclude<LifecycleTone, 'none'> | 'unsubmitted';

/** The count of links that are not shown. */
export function Pill({ text }: { readonly text: string }): ReactElement {
  return (
    <>
      <rect
        x="6"
        y="3"
        width="24"
        height="14"
        rx="7"
        style={{ fill: 'var(--surface-1)', stroke: 'var(--border-strong)' }}
      />
      <text className="legend-pill" x="18" y="13.5" textAnchor="middle">
        {text}
      </text>
    </>
  );
}

/** What came or changed. */
export function News({ news }: { readonly news: keyof typeof NEWS_SIGNS }): ReactElement {
  return (
    <g transform="translate(18 10)" strokeLinecap="round">
      <rect x="-7" y="-7" width="14" height="14" rx="4" style={{ fill: 'var(--accent)' }} />
      <path d={NEWS_SIGNS[news]} fill="none" style={{ stroke: 'var(--surface-1)' }} strokeWidth="2" />
    </g>
  );
}

/** What a reviewer said. */
export function Remark({ sign }: { readonly sign: keyof typeof REMARK_SIGNS }): ReactElement {
  return (
    <g transform="translate(18 10)" strokeLinecap="round" strokeLinejoin="round">
      <circle r="7" fill="none" style={{ stroke: 'var(--accent)' }} strokeWidth="1.5" />
      <path d={REMARK_SIGNS[sign]} fill="none" style={{ stroke: 'var(--accent)' }} strokeWidth="1.6" />
    </g>
  );
}

function Attention(): ReactElement {
  return (
    <g transform="translate(18 10)" strokeLinecap="round" strokeLinejoin="round">
      <path d="M0-6.5L7 5.5H-7z" style={{ fill: 'var(--warning)', stroke: 'var(--warning)' }} strokeWidth="2" />
      <path d="M0-3v4M0 3.8v.1" fill="none" style={{ stroke: 'var(--surface-1)' }} strokeWidth="1.7" />
    </g>
  );
}

/** What stays in its place. */
export function Pin(): ReactElement {
  return (
    <g transform="translate(18 10)" strokeLinecap="round" strokeLinejoin="round">
      <circle r="7.5" style={{ fill: 'var(--surface-1)', stroke: 'var(--text)' }} strokeWidth="1.2" />
      <path d={PIN_SIGN} fill="none" style={{ stroke: 'var(--text)' }} strokeWidth="1.3" />
    </g>
  );
}
