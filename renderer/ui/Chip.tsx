import type { ReactNode } from 'react';
import './controls.css';

export type ChipTone = 'neutral' | 'ok' | 'warning' | 'error' | 'info' | 'outline';

/** A short fact that can be seen at a glance. */
export function Chip({ tone, children }: { readonly tone: ChipTone; readonly children: ReactNode }): React.JSX.Element {
  return <span className={`chip chip--${tone}`}>{children}</span>;
}
