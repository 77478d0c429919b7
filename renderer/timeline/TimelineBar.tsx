import { Maximize2, ScanSearch, Search, SearchCheck, X, ZoomOut } from 'lucide-react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { TimeAspect, TimeRange } from '../../shared/timeline/time-range.ts';
import type { Timeline } from '../../shared/timeline/timeline.ts';
import { filterByTime, timeOfQuery, writeTimeQuery } from '../state/listing/timeline-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { type Span, wholeOf, widened } from './span.ts';
import { TimeField } from './TimeField.tsx';

const ICON = 14;

const ASPECTS: readonly (readonly [TimeAspect, string])[] = [
  ['running', 'Running during'],
  ['created', 'Created in'],
];

export interface TimelineBarProps {
  readonly timeline: Timeline;
  readonly by: TimeAspect;
  readonly time: TimeRange | undefined;
  readonly zoom: Span | undefined;
  readonly onBy: (by: TimeAspect) => void;
  readonly onRange: (range: Span) => void;
  readonly onZoom: (zoom: Span | undefined) => void;
}

/** What counts, the exact times, how much of the time is looked at, and the search as another way to say it. */
export function TimelineBar(props: TimelineBarProps): React.JSX.Element {
  const { timeline, by, time, zoom, onBy, onRange, onZoom } = props;
  const workbench = useWorkbench();
  const query = useShared('search', (state) => state.query);
  const { scale, extent } = timeline;
  const whole = extent === undefined ? undefined : { from: extent.from, to: extent.to + 1 };
  const shown = scale === undefined ? undefined : wholeOf(scale);
  const isAsked = extent !== undefined && timeOfQuery(query, extent, 0) !== undefined;

  /** The other end stays, unless the new one is beyond it. */
  function setEnd(end: 'from' | 'to', at: number): void {
    const { from, to } = time ?? shown ?? { from: at, to: at + 1 };
    if (end === 'from') onRange({ from: at, to: Math.max(to, at + 1) });
    else onRange({ from: Math.min(from, at - 1), to: at });
  }

  function takeFromSearch(): void {
    const asked = extent && timeOfQuery(query, extent, Date.now());
    if (asked !== undefined) workbench.run(() => filterByTime(workbench, asked));
  }

  return (
    <div className="timeline__bar-row" role="toolbar" aria-label="Timeline">
      <ToggleButtonGroup
        className="button-group"
        aria-label="Jobs that are"
        disallowEmptySelection
        selectedKeys={[by]}
        onSelectionChange={([chosen]) => onBy(chosen === 'created' ? 'created' : 'running')}
      >
        {ASPECTS.map(([id, text]) => (
          <ToggleButton key={id} id={id} className="button button--small way">
            {text}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <TimeField label="From" end={false} value={time?.from} onChange={(at) => setEnd('from', at)} />
      <TimeField label="To" end value={time?.to} onChange={(at) => setEnd('to', at)} />
      <Button
        className="button button--small"
        isDisabled={time === undefined}
        onPress={() => workbench.run(() => filterByTime(workbench, undefined))}
      >
        <X size={ICON} aria-hidden /> Any time
      </Button>
      <div className="top-bar__group" role="group" aria-label="Scale">
        <IconButton
          small
          label="Zoom the scale to the range"
          icon={<ScanSearch size={ICON} aria-hidden />}
          isDisabled={time === undefined}
          onPress={() => time !== undefined && onZoom({ from: time.from, to: time.to })}
        />
        <IconButton
          small
          label="Zoom the scale out"
          icon={<ZoomOut size={ICON} aria-hidden />}
          isDisabled={zoom === undefined}
          onPress={() => zoom !== undefined && whole !== undefined && onZoom(widened(zoom, whole))}
        />
        <IconButton
          small
          label="Scale of the whole time"
          icon={<Maximize2 size={ICON} aria-hidden />}
          isDisabled={zoom === undefined}
          onPress={() => onZoom(undefined)}
        />
      </div>
      <Button
        className="button button--small"
        isDisabled={time === undefined}
        onPress={() => time !== undefined && writeTimeQuery(workbench, time)}
      >
        <Search size={ICON} aria-hidden /> Write into the search
      </Button>
      <Button className="button button--small" isDisabled={!isAsked} onPress={takeFromSearch}>
        <SearchCheck size={ICON} aria-hidden /> Take from the search
      </Button>
    </div>
  );
}
