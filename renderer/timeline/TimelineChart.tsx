import { useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { endOf, tickParts, tickText, type TimeScale } from '../../shared/timeline/scale.ts';
import { writeTimeText } from '../../shared/timeline/time-text.ts';
import type { TimelineBars } from '../../shared/timeline/timeline.ts';
import { formatCount } from '../state/format.ts';
import { barPaths, fullestPart, highestBar } from './bar-paths.ts';
import { RangeSlider } from './RangeSlider.tsx';
import type { Span } from './span.ts';

export interface TimelineChartProps {
  readonly scale: TimeScale;
  readonly bars: readonly TimelineBars[];
  /** What is chosen; absent: everything. */
  readonly range: Span | undefined;
  readonly onChange: (range: Span) => void;
}

/** Labels below the bars. */
const TICKS = 8;
/** A label that begins later than at this share of the whole would be cut off. */
const LAST_ROOM = 0.88;

/** The bars, in which a stretch is drawn with the mouse, and below them the two thumbs for the keyboard. */
export function TimelineChart({ scale, bars, range, onChange }: TimelineChartProps): React.JSX.Element {
  const svg = useRef<SVGSVGElement>(null);
  const grabbed = useRef<number>(undefined);
  const [drawn, setDrawn] = useState<Span>();
  const { start, step, count } = scale;
  const shown = drawn ?? range;
  const fullest = fullestPart(bars);
  const labelled = tickParts(scale, TICKS).filter((part) => part / count <= LAST_ROOM);

  function partUnder({ clientX }: PointerEvent): number {
    const frame = svg.current?.getBoundingClientRect();
    if (frame === undefined || frame.width === 0) return 0;
    return Math.max(0, Math.min(count - 1, Math.floor(((clientX - frame.left) / frame.width) * count)));
  }

  function spanTo(part: number): Span {
    const [first = part, last = part] = [grabbed.current ?? part, part].toSorted((a, b) => a - b);
    return { from: start + first * step, to: start + (last + 1) * step };
  }

  function grab(event: PointerEvent<SVGSVGElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grabbed.current = partUnder(event);
    setDrawn(spanTo(grabbed.current));
  }

  function drag(event: PointerEvent): void {
    if (grabbed.current !== undefined) setDrawn(spanTo(partUnder(event)));
  }

  function letGo(event: PointerEvent): void {
    if (grabbed.current === undefined) return;
    onChange(spanTo(partUnder(event)));
    grabbed.current = undefined;
    setDrawn(undefined);
  }

  return (
    <div className="timeline__chart">
      <div className="timeline__scale" aria-hidden>
        <span>{highestBar(bars).toLocaleString('en')}</span>
        <span>0</span>
      </div>
      <div className="timeline__plot">
        <svg
          ref={svg}
          className="timeline__bars"
          role="img"
          aria-label={`${writeTimeText(start)} to ${writeTimeText(endOf(scale))} UTC; most, ${formatCount(fullest.jobs, 'job')}, from ${writeTimeText(start + fullest.part * step)}`}
          viewBox={`0 0 ${String(count)} 1`}
          preserveAspectRatio="none"
          onPointerDown={grab}
          onPointerMove={drag}
          onPointerUp={letGo}
          onPointerCancel={() => {
            grabbed.current = undefined;
            setDrawn(undefined);
          }}
        >
          {barPaths(bars).map((path, index) => (
            <path
              key={bars[index]?.tone}
              className={`timeline__bar timeline__bar--${bars[index]?.tone ?? 'none'}`}
              d={path}
            />
          ))}
        </svg>
        {shown !== undefined && <Shade scale={scale} span={shown} />}
        <RangeSlider scale={scale} range={range} onChange={onChange} />
        <div className="timeline__ticks" aria-hidden>
          {labelled.map((part) => (
            <span key={part} style={{ left: `${String((part / count) * 100)}%` }}>
              {tickText(scale, start + part * step)}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** What is not chosen lies in the shade. */
function Shade({ scale, span }: { readonly scale: TimeScale; readonly span: Span }): React.JSX.Element {
  const whole = endOf(scale) - scale.start;
  const share = (at: number): number => Math.max(0, Math.min(100, ((at - scale.start) / whole) * 100));
  return (
    <>
      <div className="timeline__shade" style={{ left: 0, width: `${String(share(span.from))}%` }} />
      <div className="timeline__shade" style={{ right: 0, width: `${String(100 - share(span.to))}%` }} />
    </>
  );
}
