import type { CoverageRow } from '../inventory/inventory.ts';
import type { KindId } from '../kinds/index.ts';
import type { ProjectAliases } from '../resource/project-aliases.ts';

/** Looks up why a resource that is named has no document. */
export interface CoverageReasons {
  /** One sentence, or undefined where the inventory does not say what was read. */
  reasonFor(kind: KindId, project: string | undefined, location: string | undefined): string | undefined;
}

/** In a coverage row: the reader asked for all locations at once. */
const ANY = '-';

/** Arranges the coverage table for lookup. Project numbers and ids of one project are the same. */
export function createCoverageReasons(rows: readonly CoverageRow[], projects: ProjectAliases): CoverageReasons {
  const reasons = new Map<string, string>();
  for (const row of rows) {
    reasons.set(key(row.kind, projects.canonical(row.project), row.location.toLowerCase()), describe(row));
  }
  return {
    reasonFor(kind, project, location) {
      if (reasons.size === 0) {
        return undefined;
      }
      const owner = project === undefined ? ANY : projects.canonical(project);
      return (
        reasons.get(key(kind, owner, location ?? ANY)) ??
        reasons.get(key(kind, owner, ANY)) ??
        reasons.get(key(kind, owner, '')) ??
        (location === undefined ? reasons.get(key(kind, owner, 'global')) : undefined)
      );
    },
  };
}

function key(kind: KindId, project: string, location: string): string {
  return `${kind} ${project} ${location}`;
}

function describe({ status, count, project, location, error }: CoverageRow): string {
  const place = location === '' || location === ANY ? project : `${project}, ${location}`;
  const said = error === undefined || error === '' ? '' : ` ${error}`;
  switch (status) {
    case 'read':
      return `Not among the ${count} read in ${place}: it may have been deleted.`;
    case 'denied':
      return `Not read: access was denied in ${place}.${said}`;
    case 'disabled':
      return `Not read: the API is not enabled in ${place}.${said}`;
    case 'not-found':
      return `Not found in ${place}.${said}`;
    case 'limited':
      return `Perhaps not read: only the first ${count} were read in ${place}.${said}`;
    case 'cancelled':
      return `Perhaps not read: reading was cancelled in ${place}.${said}`;
    case 'skipped':
      return `Not read: left out in ${place}.${said}`;
  }
}
