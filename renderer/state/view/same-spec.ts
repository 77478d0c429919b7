import type { ViewSpec } from '../../../shared/graph/view.ts';

/** Whether two specifications ask for the same. Fields but filters count as the same only if they are the very same value. */
export function sameSpec(one: ViewSpec, other: ViewSpec): boolean {
  return sameButExclude(one, other) && filtersOf(one) === filtersOf(other);
}

/** Whether two specifications differ in their filters only, if at all. */
export function sameButExclude(one: ViewSpec, other: ViewSpec): boolean {
  if (one === other) return true;
  const others = new Map<string, unknown>(Object.entries(other));
  const entries = Object.entries(one);
  return (
    entries.length === others.size &&
    entries.every(([field, value]) => field === 'exclude' || (others.has(field) && others.get(field) === value))
  );
}

/** A facet of which nothing is switched off is as good as none. */
function filtersOf({ exclude }: ViewSpec): string {
  const facets = Object.entries(exclude).filter(([, values]) => values.length > 0);
  return JSON.stringify(facets.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
