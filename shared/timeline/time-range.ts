import type { GraphNode } from '../graph/graph.ts';
import { type RunTimes, runTimesOf } from './run-times.ts';

/** What of a job has to lie in a range of time: its creation, or any moment in which it ran. */
export type TimeAspect = 'created' | 'running';

/** A range of time that jobs are chosen by. Plain data, part of a view's specification. */
export interface TimeRange {
  readonly by: TimeAspect;
  /** Milliseconds since 1970. */
  readonly from: number;
  /** Not part of the range. */
  readonly to: number;
  /** Jobs that tell no time are kept; otherwise they are left out. */
  readonly undated?: 'kept';
}

/**
 * Why nothing can be said of when a job was created or ran: it was not submitted, its document was not collected, it was never
 * started, or its document tells no time.
 */
export type UndatedReason = 'unsubmitted' | 'not-collected' | 'never-started' | 'no-time';

/** Stretch of time that counts for an aspect: one moment, or from the start to the end; a run without an end goes on. */
export interface Stretch {
  readonly from: number;
  /** `Infinity` while it runs. */
  readonly to: number;
}

/** Returns what stretch of time counts for a job, or why there is none. */
export function stretchOf(
  node: Pick<GraphNode, 'document' | 'unsubmitted' | 'kind'>,
  times: RunTimes,
  by: TimeAspect,
): Stretch | UndatedReason {
  const { created, started, ended } = times;
  if (by === 'created' && created !== undefined) return { from: created, to: created };
  if (by === 'running' && started !== undefined) return { from: started, to: Math.max(started, ended ?? Infinity) };
  if (node.unsubmitted === true) return 'unsubmitted';
  if (node.document === undefined || node.document.form === 'policy') return 'not-collected';
  if (by === 'created') return 'no-time';
  // A full document without a start says that there was none; a summary says nothing.
  return node.document.form === 'full' ? 'never-started' : 'no-time';
}

/** Whether a stretch of time has a moment in a range. */
export function meets(stretch: Stretch, range: Pick<TimeRange, 'from' | 'to'>): boolean {
  return stretch.from < range.to && stretch.to >= range.from;
}

/** Whether a range of time lets a resource through. What does not run is not judged by time. */
export function passesTime(node: GraphNode, range: TimeRange): boolean {
  const times = runTimesOf(node);
  if (times === undefined) return true;
  const stretch = stretchOf(node, times, range.by);
  return typeof stretch === 'string' ? range.undated === 'kept' : meets(stretch, range);
}
