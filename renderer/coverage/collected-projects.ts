import type { CoverageRow } from '../../shared/inventory/inventory.ts';

/**
 * Projects whose resources were asked for by lists, not those that others only name; sorted. The folder or organisation that was
 * asked for as a whole, where none of its projects was asked for itself.
 */
export function collectedProjects(coverage: readonly CoverageRow[]): readonly string[] {
  const listed = coverage.filter(
    ({ project, resource, extent }) => project !== '-' && resource === undefined && extent !== 'named',
  );
  const all = [...new Set(listed.map(({ project }) => project))].toSorted((left, right) => (left < right ? -1 : 1));
  const projects = all.filter((project) => !/^(?:folders|organizations)\//.test(project));
  return projects.length === 0 ? all : projects;
}
