/** A browser-like trail of visited places: what "back" and "forward" walk over. Immutable. */
export interface Trail<Place> {
  /** Oldest first. */
  readonly behind: readonly Place[];
  readonly here: Place;
  /** Nearest first. */
  readonly ahead: readonly Place[];
}

/** Most places remembered. */
export const MAX_TRAIL = 200;

/** Returns a trail that starts at `here`. */
export function startTrail<Place>(here: Place): Trail<Place> {
  return { behind: [], here, ahead: [] };
}

/** Returns the trail after going to a new place; places ahead are forgotten, as a browser does. */
export function goTo<Place>(trail: Trail<Place>, place: Place): Trail<Place> {
  return { behind: [...trail.behind, trail.here].slice(-MAX_TRAIL), here: place, ahead: [] };
}

/** Returns the trail one place back, or the same one where there is none. */
export function goBack<Place>(trail: Trail<Place>): Trail<Place> {
  const previous = trail.behind.at(-1);
  if (previous === undefined) return trail;
  return { behind: trail.behind.slice(0, -1), here: previous, ahead: [trail.here, ...trail.ahead] };
}

/** Returns the trail one place forward, or the same one where there is none. */
export function goForward<Place>(trail: Trail<Place>): Trail<Place> {
  const [next, ...ahead] = trail.ahead;
  if (next === undefined) return trail;
  return { behind: [...trail.behind, trail.here], here: next, ahead };
}
