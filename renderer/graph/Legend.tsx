import type { ReactElement } from 'react';
import { Card, Line, News, Pill, Pin, Remark, Sign } from './legend-signs.tsx';
import './legend.css';

const OTHERS: readonly { readonly text: string; readonly sign: ReactElement }[] = [
  { text: 'Several resources folded into one card', sign: <Card stacked /> },
  { text: 'Links to resources that are not shown', sign: <Pill text="+3" /> },
  { text: 'Several links drawn as one', sign: <Line width={3} /> },
  { text: 'Pinned: stays in its place', sign: <Pin /> },
  { text: 'Findings: the worst severity and how many', sign: <Pill text="H 3" /> },
  { text: 'Marked by a reviewer: to check', sign: <Remark sign="to-check" /> },
  { text: 'Marked by a reviewer: accepted', sign: <Remark sign="accepted" /> },
  { text: 'Marked by a reviewer: owned', sign: <Remark sign="owned" /> },
  { text: 'Has notes of a reviewer', sign: <Remark sign="note" /> },
  { text: 'New since it was read before', sign: <News news="added" /> },
  { text: 'Changed since it was read before', sign: <News news="changed" /> },
];

/** What signs of the graph mean that are not switched on and off. All others are explained where they are filtered. */
export function Legend(): ReactElement {
  return (
    <ul className="legend-list">
      {OTHERS.map(({ text, sign }) => (
        <li key={text} className="legend-entry">
          <Sign>{sign}</Sign>
          {text}
        </li>
      ))}
    </ul>
  );
}
