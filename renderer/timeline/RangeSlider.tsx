import { useEffect, useState } from 'react';
import type { TimeScale } from '../../shared/timeline/scale.ts';
import { writeTimeText } from '../../shared/timeline/time-text.ts';
import { type Span, spanOf, thumbsOf } from './span.ts';

export interface RangeSliderProps {
  readonly scale: TimeScale;
  readonly range: Span | undefined;
  readonly onChange: (range: Span) => void;
}

/** Milliseconds without a further key or move after which a thumb is taken to have arrived: one step of the history, not twenty. */
const ARRIVED = 300;

/** Two thumbs, each a slider of its own for the keyboard and the screen reader. */
export function RangeSlider({ scale, range, onChange }: RangeSliderProps): React.JSX.Element {
  const [moved, setMoved] = useState<readonly [number, number]>();
  const [first, second] = moved ?? thumbsOf(scale, range);

  useEffect(() => {
    if (moved === undefined) return undefined;
    const timer = setTimeout(() => {
      setMoved(undefined);
      onChange(spanOf(scale, ...moved));
    }, ARRIVED);
    return () => clearTimeout(timer);
  }, [moved, scale, onChange]);

  return (
    <div className="timeline__slider" role="group" aria-label="Range of time">
      <input
        className="timeline__thumb"
        type="range"
        min={0}
        max={scale.count}
        step={1}
        aria-label="From"
        aria-valuetext={textOf(scale, first)}
        value={first}
        onChange={({ target }) => setMoved([Math.min(Number(target.value), second - 1), second])}
      />
      <input
        className="timeline__thumb"
        type="range"
        min={0}
        max={scale.count}
        step={1}
        aria-label="To"
        aria-valuetext={textOf(scale, second)}
        value={second}
        onChange={({ target }) => setMoved([first, Math.max(Number(target.value), first + 1)])}
      />
    </div>
  );
}

function textOf({ start, step }: TimeScale, part: number): string {
  return `${writeTimeText(start + part * step)} UTC`;
}
