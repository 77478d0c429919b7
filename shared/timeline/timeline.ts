import type { GraphNode } from '../graph/graph.ts';
import { type LifecycleTone, lifecycleTone } from '../graph/view/lifecycle-tone.ts';
import { runTimesOf } from './run-times.ts';
import { endOf, partOf, scaleFor, type TimeScale } from './scale.ts';
import { meets, type Stretch, stretchOf, type TimeAspect, type TimeRange, type UndatedReason } from './time-range.ts';

/** Groups of states of the bars, from the axis up: what went wrong stands on the axis, where bars are easiest to compare. */
export const TIMELINE_TONES: readonly LifecycleTone[] = [
  'failed',
  'stopped',
  'succeeded',
  'running',
  'waiting',
  'none',
];

/** Jobs of one group of states, by part of the scale. */
export interface TimelineBars {
  readonly tone: LifecycleTone;
  /** Jobs with a time, in all parts together, each counted once. */
  readonly jobs: number;
  readonly counts: readonly number[];
}

/** When jobs were created, or ran. */
export interface Timeline {
  /** Jobs looked at, dated or not. */
  readonly jobs: number;
  /** Of them those in the range that is set; all that are dated where none is. */
  readonly inRange: number;
  /** Jobs without the time in question, by the reason, most frequent first. */
  readonly undated: readonly { readonly reason: UndatedReason; readonly count: number }[];
  /** Jobs that started and tell no end: counted up to the end of the scale. */
  readonly open: number;
  /** First and last moment of all dated jobs, in milliseconds since 1970; absent where none is dated. */
  readonly extent?: { readonly from: number; readonly to: number };
  /** Scale of the bars; absent where no job is dated. */
  readonly scale?: TimeScale;
  /** Without the groups that have no job. */
  readonly bars: readonly TimelineBars[];
}

export interface TimelineQuestion {
  readonly by: TimeAspect;
  /** The stretch of time to be looked at; absent: all. */
  readonly zoom?: { readonly from: number; readonly to: number };
  readonly range?: Pick<TimeRange, 'from' | 'to'>;
  /** Most parts of the scale. */
  readonly parts: number;
}

interface Dated {
  readonly tone: LifecycleTone;
  readonly stretch: Stretch;
}

/** Counts jobs by time. Nodes that do not run are passed over. Linear in the nodes and the parts of the scale. */
export function timelineOf(nodes: Iterable<GraphNode>, question: TimelineQuestion): Timeline {
  const dated: Dated[] = [];
  const undated = new Map<UndatedReason, number>();
  let from = Infinity;
  let to = -Infinity;
  let open = 0;
  let inRange = 0;
  let jobs = 0;
  for (const node of nodes) {
    const times = runTimesOf(node);
    if (times === undefined) continue;
    jobs += 1;
    const stretch = stretchOf(node, times, question.by);
    if (typeof stretch === 'string') {
      undated.set(stretch, (undated.get(stretch) ?? 0) + 1);
      continue;
    }
    dated.push({ tone: lifecycleTone(node.lifecycle), stretch });
    from = Math.min(from, stretch.from);
    to = Math.max(to, Number.isFinite(stretch.to) ? stretch.to : stretch.from);
    if (stretch.to === Infinity) open += 1;
    if (question.range === undefined || meets(stretch, question.range)) inRange += 1;
  }
  const reasons = [...undated].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count);
  const told = { jobs, inRange, undated: reasons, open };
  if (dated.length === 0) return { ...told, bars: [] };
  // The last moment is part of what is looked at, and the end of a scale is not.
  const looked = question.zoom ?? { from, to: to + 1 };
  const scale = scaleFor(looked.from, looked.to, question.parts);
  return { ...told, extent: { from, to }, scale, bars: barsOf(dated, scale) };
}

/** Each job counts in every part it meets: the differences between neighbouring parts are noted, then summed up. */
function barsOf(dated: readonly Dated[], scale: TimeScale): readonly TimelineBars[] {
  const changes = new Map<LifecycleTone, { jobs: number; readonly steps: number[] }>();
  const shown = { from: scale.start, to: endOf(scale) };
  for (const { tone, stretch } of dated) {
    const own = changes.get(tone) ?? { jobs: 0, steps: Array<number>(scale.count + 1).fill(0) };
    changes.set(tone, own);
    own.jobs += 1;
    if (!meets(stretch, shown)) continue;
    const first = partOf(scale, stretch.from);
    const last = partOf(scale, stretch.to);
    own.steps[first] = (own.steps[first] ?? 0) + 1;
    own.steps[last + 1] = (own.steps[last + 1] ?? 0) - 1;
  }
  return TIMELINE_TONES.flatMap((tone) => {
    const own = changes.get(tone);
    if (own === undefined) return [];
    let sum = 0;
    const counts = own.steps.slice(0, scale.count).map((step) => (sum += step));
    return [{ tone, jobs: own.jobs, counts }];
  });
}
