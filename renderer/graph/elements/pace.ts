/** Decides how many things to do at once, so that each step takes about the same time on any machine. */
export interface Pace {
  /** How many to do next. */
  readonly size: number;
  /** Tells how long the last step took, in milliseconds. */
  took(milliseconds: number): void;
}

/** A step that took this many times less than it may doubles; growing faster would overshoot where costs are uneven. */
const MOST_GROWTH = 2;

/**
 * A pace that begins with `first` things and aims at steps of `target` milliseconds. Part of a step's time is the same however little is
 * done in it: less than `least` at once would make no step shorter, only more of them.
 */
export function createPace(first: number, target: number, least: number): Pace {
  let size = first;
  return {
    get size() {
      return size;
    },
    took(milliseconds) {
      const fitting = (size * target) / Math.max(milliseconds, 1);
      size = Math.max(least, Math.floor(Math.min(fitting, size * MOST_GROWTH)));
    },
  };
}
