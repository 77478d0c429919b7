/** Times of creation from `from` (inclusive) to `to` (exclusive), in milliseconds since 1970; open where an end is absent. */
export interface TimeWindow {
  readonly from?: number;
  readonly to?: number;
}

/** Pages that are read one after another without splitting the rest. */
const FEW_PAGES = 3;

/** Most windows one split makes. */
const MOST_WINDOWS = 16;

/** How far back windows grow: no job is older than the service. */
const LONGEST = 20 * 365 * 24 * 3600 * 1000;

/** How much longer each window into the past is than the one after it. */
const GROWTH = 4;

/**
 * Splits a window whose first page held resources created at `times` and was not all, into windows that together are the whole
 * of it, so that they can be read in parallel. Undefined where the rest is so little that reading on is faster. The page only
 * serves to guess how dense the window is: nothing depends on the order in which the API lists.
 */
export function splitWindow(window: TimeWindow, times: readonly number[]): readonly TimeWindow[] | undefined {
  const newest = Math.max(...times);
  const oldest = Math.min(...times);
  if (times.length === 0 || !Number.isFinite(newest) || !Number.isFinite(oldest)) {
    return undefined;
  }
  return window.from === undefined
    ? growIntoPast(window, oldest, Math.max(newest - oldest, 1000))
    : splitEvenly(window.from, window.to ?? newest + 1, newest - oldest, window.to);
}

/** Equal parts of a window, at most `parts`; one for a window too short to be split. */
export function divideWindow(window: Required<TimeWindow>, parts: number): readonly TimeWindow[] {
  const length = window.to - window.from;
  const count = Math.max(1, Math.min(parts, Math.floor(length)));
  const edges = Array.from({ length: count + 1 }, (_item, index) => window.from + Math.floor((length * index) / count));
  return edges.slice(1).map((to, index) => ({ from: edges[index] ?? window.from, to }));
}

/** The filter that stands for a window; `field` is the name of the time in the list's filter. */
export function windowFilter(field: string, { from, to }: TimeWindow): string {
  return [
    ...(from === undefined ? [] : [`${field}>="${new Date(from).toISOString()}"`]),
    ...(to === undefined ? [] : [`${field}<"${new Date(to).toISOString()}"`]),
  ].join(' AND ');
}

function growIntoPast({ to }: TimeWindow, oldest: number, span: number): readonly TimeWindow[] {
  const windows: TimeWindow[] = [to === undefined ? { from: oldest } : { from: oldest, to }];
  let edge = oldest;
  for (let length = span * (GROWTH - 1); length < LONGEST && windows.length < MOST_WINDOWS; length *= GROWTH) {
    windows.push({ from: edge - length, to: edge });
    edge -= length;
  }
  windows.push({ to: edge });
  return windows;
}

function splitEvenly(
  from: number,
  to: number,
  span: number,
  end: number | undefined,
): readonly TimeWindow[] | undefined {
  const pages = (to - from) / Math.max(span, 1);
  if (pages <= FEW_PAGES + 1 || to - from < 2) {
    return undefined;
  }
  const parts = divideWindow({ from, to }, Math.min(MOST_WINDOWS, Math.ceil(pages / FEW_PAGES)));
  const last = parts.at(-1);
  // The newest window stays open, for what is created while the list is read.
  return end !== undefined || last?.from === undefined ? parts : [...parts.slice(0, -1), { from: last.from }];
}
