import { readTime, withTime } from '../../../shared/search/query/time-conditions.ts';
import type { TimeAspect, TimeRange } from '../../../shared/timeline/time-range.ts';
import { writeTimeText } from '../../../shared/timeline/time-text.ts';
import { askQuery } from '../search/query-operations.ts';
import { chooseTime } from '../view/view-changes.ts';
import type { Workbench } from '../workbench.ts';

/** A range in words: `running 2026-03-02 05:00 to 2026-03-03 00:00`. */
export function timeText({ by, from, to }: Pick<TimeRange, 'by' | 'from' | 'to'>): string {
  return `${by === 'running' ? 'running' : 'created'} ${writeTimeText(from)} to ${writeTimeText(to)}`;
}

/** Lets only jobs of a range of time through, as a step of the history; undefined: jobs of any time. */
export async function filterByTime({ view }: Workbench, range: TimeRange | undefined): Promise<void> {
  const name = range === undefined ? 'Jobs of any time' : `Jobs ${timeText(range)}`;
  await view.getState().change(name, (spec) => chooseTime(spec, range));
}

/** Writes a range of time into the search box, in the place of the one that stands there. */
export function writeTimeQuery(workbench: Workbench, range: TimeRange): void {
  askQuery(workbench, withTime(workbench.search.getState().query, range));
}

/** The range of time that the search box asks for; ends it leaves open are those of `extent`. Undefined where it says none. */
export function timeOfQuery(
  query: string,
  extent: { readonly from: number; readonly to: number },
  now: number,
): { readonly by: TimeAspect; readonly from: number; readonly to: number } | undefined {
  const asked = readTime(query, now);
  if (asked === undefined) return undefined;
  const { by, from = extent.from, to = Math.max(extent.to, from) + 1 } = asked;
  return from < to ? { by, from, to } : undefined;
}
