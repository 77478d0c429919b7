import type { ReactElement } from 'react';
import type { LifecycleTone } from '../../shared/graph/view/lifecycle-tone.ts';
import { BADGE_SIGNS, NEWS_SIGNS } from './style/node-image.ts';
import './legend.css';

interface Entry {
  readonly text: string;
  readonly sign: ReactElement;
}

const LINKS: readonly Entry[] = [
  { text: 'Exact: a field names the resource', sign: <Line /> },
  { text: 'Derived from several exact facts', sign: <Line dash="9 3" /> },
  { text: 'Heuristic: found in arguments or variables', sign: <Line dash="3 3" /> },
  { text: 'Several links drawn as one', sign: <Line width={3} /> },
  { text: 'Data flows towards the arrow', sign: <Line end="arrow" /> },
  { text: 'No data: identity, key, host, launcher', sign: <Line end="circle" /> },
  { text: 'Access: who may do what', sign: <Line end="vee" colour="var(--hue-pink)" /> },
];

const CARDS: readonly Entry[] = [
  { text: 'Collected', sign: <Card /> },
  { text: 'Named by others, not collected', sign: <Card dash="4 3" faint /> },
  { text: 'Name that could not be read', sign: <Card dash="1 2.5" colour="var(--warning)" /> },
  { text: 'Several resources folded into one card', sign: <Card stacked /> },
  { text: 'Links to resources that are not shown', sign: <Pill text="+3" /> },
  { text: 'Something to look at', sign: <Attention /> },
  { text: 'New since it was read before', sign: <News news="added" /> },
  { text: 'Changed since it was read before', sign: <News news="changed" /> },
];

const BADGES: readonly Entry[] = [
  { text: 'Failed', sign: <Badge sign="failed" colour="var(--danger)" /> },
  { text: 'Running', sign: <Badge sign="running" colour="var(--info)" /> },
  { text: 'Waiting', sign: <Badge sign="waiting" colour="var(--warning)" /> },
  { text: 'Succeeded', sign: <Badge sign="succeeded" colour="var(--ok)" /> },
  { text: 'Stopped or disabled', sign: <Badge sign="stopped" colour="var(--text-muted)" /> },
  { text: 'Never submitted', sign: <Badge sign="unsubmitted" colour="var(--text-muted)" /> },
];

/** What lines, arrows, borders and badges of the graph mean. Kinds are explained where they are filtered. */
export function Legend(): ReactElement {
  return (
    <div className="legend">
      <Group title="Links" entries={LINKS} />
      <Group title="Cards" entries={CARDS} />
      <Group title="States" entries={BADGES} />
    </div>
  );
}

function Group({ title, entries }: { readonly title: string; readonly entries: readonly Entry[] }): ReactElement {
  return (
    <section>
      <h4 className="legend-title">{title}</h4>
      <ul className="legend-list">
        {entries.map(({ text, sign }) => (
          <li key={text} className="legend-entry">
            <svg
              className="legend-sign"
              width="36"
              height="20"
              viewBox="0 0 36 20"
              aria-hidden="true"
              focusable="false"
            >
              {sign}
            </svg>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  readonly dash?: string;
  readonly width?: number;
  readonly end?: 'arrow' | 'circle' | 'vee';
  readonly colour?: string;
}

function Line({ dash, width = 1.5, end, colour = 'var(--border-strong)' }: LineProps): ReactElement {
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

function Card({ dash, faint = false, stacked = false, colour = 'var(--hue-blue)' }: CardProps): ReactElement {
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

function Pill({ text }: { readonly text: string }): ReactElement {
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

function News({ news }: { readonly news: keyof typeof NEWS_SIGNS }): ReactElement {
  return (
    <g transform="translate(18 10)" strokeLinecap="round">
      <rect x="-7" y="-7" width="14" height="14" rx="4" style={{ fill: 'var(--accent)' }} />
      <path d={NEWS_SIGNS[news]} fill="none" style={{ stroke: 'var(--surface-1)' }} strokeWidth="2" />
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
