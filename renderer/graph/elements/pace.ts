/** Decides how many things to do at once, so that each step takes about the same time on any machine. */
export interface Pace {
  /** How many to do next. */
  readonly size: number;
  /** Tells how long the last step took, in milliseconds. */
  took(milliseconds: number): void;
}

/** After a step within its time the next one does so many times more; growing faster would overshoot where costs are uneven. */
const GROWTH = 1.5;
/** Steps may take so many times their time before they are made smaller: some things cost more than others. */
const TOLERANCE = 1.6;

/**
 * A pace that begins with `first` things and aims at steps of `target` milliseconds, never with less things than `least` says at
 * the time. Part of a step's time is the same however little is done in it, so the size is not computed from one step's time: it
 * grows until steps take longer than they should.
 */
export function createPace(first: number, target: number, least: () => number): Pace {
  let size = first;
  return {
    get size() {
      return size;
    },
    took(milliseconds) {
      if (milliseconds <= target) size = Math.ceil(size * GROWTH);
      else if (milliseconds > target * TOLERANCE) size = Math.floor((size * target) / milliseconds);
      size = Math.max(least(), size);
    },
  };
}
