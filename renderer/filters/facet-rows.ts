import type { FacetValue } from '../inventory/worker/protocol/facets-protocol.ts';

/** One value of a facet in the filter pane. */
export interface FacetRow {
  readonly value: string;
  readonly title: string;
  readonly total: number;
  readonly shown: boolean;
  /** How many of them the graph draws, alone or in folds; absent while that is not known for the same moment as the total. */
  readonly count?: number;
}

/** Returns the values of a facet, with how many of each are drawn, that match the filter text, and which of them are shown. */
export function facetRows(
  values: readonly FacetValue[],
  excluded: readonly string[],
  filter: string,
  counts: Readonly<Record<string, number>> | undefined,
): readonly FacetRow[] {
  const off = new Set(excluded);
  const wanted = filter.trim().toLowerCase();
  return values
    .filter(({ title, value }) => title.toLowerCase().includes(wanted) || value.toLowerCase().includes(wanted))
    .map(({ value, title, total }) => ({
      value,
      title,
      total,
      shown: !off.has(value),
      ...countOf(counts, value, total),
    }));
}

/** While an inventory grows, what is drawn may be newer than the totals. */
function countOf(
  counts: Readonly<Record<string, number>> | undefined,
  value: string,
  total: number,
): Pick<FacetRow, 'count'> {
  if (counts === undefined) return {};
  const count = (Object.hasOwn(counts, value) ? counts[value] : undefined) ?? 0;
  return count > total ? {} : { count };
}

/** Returns the excluded values after one of them was switched on or off. */
export function toggleValue(excluded: readonly string[], value: string): readonly string[] {
  return excluded.includes(value) ? excluded.filter((other) => other !== value) : [...excluded, value];
}

/** Returns the excluded values when only `value` is to be shown. */
export function onlyValue(values: readonly FacetValue[], value: string): readonly string[] {
  return values.map((other) => other.value).filter((other) => other !== value);
}
