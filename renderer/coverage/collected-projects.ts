import type { CoverageRow } from '../../shared/inventory/inventory.ts';

/** Projects whose resources were asked for by lists, not those that others only name; sorted. */
export function collectedProjects(coverage: readonly CoverageRow[]): readonly string[] {
  const listed = coverage.filter(
    ({ project, resource, extent }) => project !== '-' && resource === undefined && extent !== 'named',
  );
  return [...new Set(listed.map(({ project }) => project))].toSorted((left, right) => (left < right ? -1 : 1));
}
