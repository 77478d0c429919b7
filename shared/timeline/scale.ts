/** A range of time that is looked at, divided into equal parts. */
export interface TimeScale {
  /** Milliseconds since 1970; a multiple of `step`. */
  readonly start: number;
  /** Milliseconds of a part. */
  readonly step: number;
  /** Parts. */
  readonly count: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Lengths of a part, all of which end at whole hours or days in UTC. */
const STEPS: readonly number[] = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  28 * DAY,
  91 * DAY,
  364 * DAY,
  3640 * DAY,
];

/** 1970-01-05 was a Monday: weeks begin with one. */
const MONDAY = 4 * DAY;

/** Returns a scale of at most `parts` parts, one at least, that has all of a range in it. */
export function scaleFor(from: number, to: number, parts: number): TimeScale {
  for (const step of STEPS) {
    const start = floorTo(from, step);
    const count = Math.max(1, Math.ceil((to - start) / step));
    if (count <= parts) return { start, step, count };
  }
  const step = Math.ceil((to - from) / parts);
  return { start: from, step, count: parts };
}

/** End of a scale, in milliseconds since 1970. */
export function endOf({ start, step, count }: TimeScale): number {
  return start + step * count;
}

/** The part of a scale a moment lies in; the first or the last for a moment before or after it. */
export function partOf({ start, step, count }: TimeScale, at: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor((at - start) / step)));
}

function floorTo(time: number, step: number): number {
  const origin = step % (7 * DAY) === 0 ? MONDAY : 0;
  return Math.floor((time - origin) / step) * step + origin;
}

/** Parts at which a scale is labelled, about `most` of them, evenly spread. */
export function tickParts({ count }: TimeScale, most: number): readonly number[] {
  const every = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every);
}

/** How a moment is written on a scale: as fine as its parts are, in UTC. */
export function tickText({ step }: Pick<TimeScale, 'step'>, at: number): string {
  const text = new Date(at).toISOString();
  if (step >= 28 * DAY) return text.slice(0, 7);
  if (step >= DAY) return text.slice(0, 10);
  return `${text.slice(5, 10)} ${text.slice(11, 16)}`;
}
