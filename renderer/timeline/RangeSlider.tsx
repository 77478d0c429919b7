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
      <Thumb label="From" scale={scale} at={first} onChange={(at) => setMoved([Math.min(at, second - 1), second])} />
      <Thumb label="To" scale={scale} at={second} onChange={(at) => setMoved([first, Math.max(at, first + 1)])} />
    </div>
  );
}

interface ThumbProps {
  readonly label: string;
  readonly scale: TimeScale;
  /** The part of the scale before which it stands. */
  readonly at: number;
  readonly onChange: (at: number) => void;
}

function Thumb({ label, scale: { start, step, count }, at, onChange }: ThumbProps): React.JSX.Element {
  return (
    <input
      className="timeline__thumb"
      type="range"
      min={0}
      max={count}
      step={1}
      aria-label={label}
      aria-valuetext={`${writeTimeText(start + at * step)} UTC`}
      value={at}
      onChange={({ target }) => onChange(Number(target.value))}
    />
  );
}
