import type { LifecycleTone } from '../../shared/graph/view/lifecycle-tone.ts';
import type { TimeRange, UndatedReason } from '../../shared/timeline/time-range.ts';
import type { Timeline } from '../../shared/timeline/timeline.ts';
import { formatCount } from '../state/format.ts';
import { filterByTime } from '../state/listing/timeline-operations.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import { CheckBox } from '../ui/CheckBox.tsx';

const TONES: Readonly<Record<LifecycleTone, string>> = {
  failed: 'failed',
  stopped: 'cancelled or paused',
  succeeded: 'succeeded',
  running: 'running',
  waiting: 'waiting',
  none: 'no state',
};

const REASONS: Readonly<Record<UndatedReason, string>> = {
  unsubmitted: 'not submitted',
  'not-collected': 'not collected',
  'never-started': 'never started',
  'no-time': 'without a time in their document',
};

export interface TimelineFootProps {
  readonly timeline: Timeline;
  readonly time: TimeRange | undefined;
}

/** What the bars mean, how many jobs are in the range, and which have no time and why. */
export function TimelineFoot({ timeline, time }: TimelineFootProps): React.JSX.Element {
  const workbench = useWorkbench();
  const { jobs, inRange, undated, open, bars } = timeline;
  const without = undated.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="timeline__foot">
      <ul className="timeline__legend" aria-label="States">
        {bars.map(({ tone, jobs: own }) => (
          <li key={tone}>
            <span className={`timeline__key timeline__key--${tone}`} aria-hidden /> {TONES[tone]}{' '}
            <span className="muted">{own.toLocaleString('en')}</span>
          </li>
        ))}
      </ul>
      <p role="status">
        {time === undefined
          ? `${formatCount(inRange, 'job')} of ${jobs.toLocaleString('en')} with a time`
          : `${formatCount(inRange, 'job')} of ${jobs.toLocaleString('en')} in the range`}
        {open > 0 && `, ${open.toLocaleString('en')} of all still without an end`}
      </p>
      {without > 0 && (
        <p className="muted">
          {formatCount(without, 'job')}{' '}
          {time?.undated === 'kept' || time === undefined ? 'not in the bars' : 'left out'}:{' '}
          {undated.map(({ reason, count }) => `${count.toLocaleString('en')} ${REASONS[reason]}`).join(', ')}
        </p>
      )}
      {without > 0 && time !== undefined && (
        <CheckBox
          isSelected={time.undated === 'kept'}
          onChange={(kept) => {
            const { undated: _undated, ...range } = time;
            workbench.run(() => filterByTime(workbench, kept ? { ...range, undated: 'kept' } : range));
          }}
        >
          Keep jobs without a time
        </CheckBox>
      )}
    </div>
  );
}
