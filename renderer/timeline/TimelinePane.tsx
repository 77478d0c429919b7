import { useCallback, useState } from 'react';
import type { TimeAspect } from '../../shared/timeline/time-range.ts';
import { filterByTime } from '../state/listing/timeline-operations.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import type { Span } from './span.ts';
import { TimelineBar } from './TimelineBar.tsx';
import { TimelineChart } from './TimelineChart.tsx';
import { TimelineFoot } from './TimelineFoot.tsx';
import './timeline.css';

/** Most bars: more are too thin to be told apart. */
const PARTS = 96;

/** When jobs were created or ran, and a range of time by which they are filtered. `revision` tells inventories apart. */
export function TimelinePane({ revision }: { readonly revision: object }): React.JSX.Element {
  const workbench = useWorkbench();
  const { inventory } = workbench;
  const spec = useShared('view', (state) => state.history.present.state.spec);
  const [preferred, setPreferred] = useState<TimeAspect>('running');
  const [zoom, setZoom] = useState<Span>();
  const { time } = spec;
  const by = time?.by ?? preferred;
  const ask = useCallback(
    () => askFor(revision, () => inventory.timeline(spec, { by, parts: PARTS, ...rangeOf(zoom, spec.time) })),
    [inventory, revision, spec, by, zoom],
  );
  const answer = useAnswer(ask, 'timeline');
  const choose = useCallback(
    (range: Span): void =>
      workbench.run(() => {
        const { time: before } = workbench.view.getState().history.present.state.spec;
        const undated = before?.undated === 'kept' ? ({ undated: 'kept' } as const) : {};
        return filterByTime(workbench, { by, from: range.from, to: range.to, ...undated });
      }),
    [workbench, by],
  );

  if (answer.status === 'loading') return <p className="timeline__note">Looking at the times of the jobs…</p>;
  if (answer.status === 'failed') {
    return (
      <p className="timeline__note" role="alert">
        {answer.message}
      </p>
    );
  }
  const timeline = answer.value;
  const { scale, extent, bars } = timeline;
  return (
    <div className="timeline">
      <TimelineBar
        timeline={timeline}
        by={by}
        time={time}
        zoom={zoom}
        onBy={(next) => {
          setPreferred(next);
          if (time !== undefined) workbench.run(() => filterByTime(workbench, { ...time, by: next }));
        }}
        onRange={choose}
        onZoom={setZoom}
      />
      {scale === undefined || extent === undefined ? (
        <p className="timeline__note">
          {timeline.jobs === 0
            ? 'The other filters let no job through.'
            : `No job tells when it was ${by === 'running' ? 'running' : 'created'}.`}
        </p>
      ) : (
        <TimelineChart scale={scale} bars={bars} range={time} onChange={choose} />
      )}
      <TimelineFoot timeline={timeline} time={time} />
    </div>
  );
}

/** A collection that grows is looked at anew for each of its revisions. */
function askFor<Value>(_revision: object, ask: () => Promise<Value>): Promise<Value> {
  return ask();
}

function rangeOf(zoom: Span | undefined, time: Span | undefined): { readonly zoom?: Span; readonly range?: Span } {
  return { ...(zoom === undefined ? {} : { zoom }), ...(time === undefined ? {} : { range: time }) };
}
