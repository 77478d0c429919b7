import type { CoverageRow } from '../inventory.ts';

/** What of a coverage row tells which reading it is about. */
export type CoverageSubject = Pick<CoverageRow, 'kind' | 'project' | 'location' | 'resource' | 'aspect' | 'extent'>;

/** Equal for two rows about the same reading: of two with one key, the later one holds. */
export function coverageKey({ kind, project, location, resource, aspect, extent }: CoverageSubject): string {
  return [kind, project, location, extent ?? '', aspect ?? '', resource ?? ''].join('|');
}
