import type { CoverageRow, CoverageStatus } from '../inventory/inventory.ts';
import type { KindId } from '../kinds/index.ts';
import { unaskedRule } from '../kinds/unasked.ts';
import type { ProjectAliases } from '../resource/project-aliases.ts';
import { parseResourceName, withProject } from '../resource/resource-name.ts';
import type { ParsedName } from '../resource/resource-name.ts';

/** Looks up why a resource that is named has no document. */
export interface CoverageReasons {
  /** One sentence, or undefined where the inventory does not say what was read. */
  reasonFor(named: CoverageQuestion): string | undefined;
}

/** A resource that has no document. */
export type CoverageQuestion = Pick<ParsedName, 'kind' | 'project' | 'location' | 'name' | 'variables'>;

/** In a coverage row: the reader asked for all locations at once. */
const ANY = '-';

/** Arranges the coverage table for lookup. Project numbers and ids of one project are the same. */
export function createCoverageReasons(rows: readonly CoverageRow[], projects: ProjectAliases): CoverageReasons {
  const reasons = new Map<string, string>();
  const ofResource = new Map<string, string>();
  for (const row of rows.filter(({ aspect }) => aspect === undefined)) {
    if (row.resource !== undefined) {
      ofResource.set(canonicalName(row.kind, row.resource, projects), describe(row));
    } else if (row.extent !== 'named' || row.status !== 'read') {
      reasons.set(key(row.kind, projects.canonical(row.project), row.location.toLowerCase()), describe(row));
    }
  }
  return {
    reasonFor({ kind, project, location, name, variables }) {
      const own = ofResource.get(canonicalName(kind, name, projects));
      if (own !== undefined || reasons.size === 0) {
        return own;
      }
      const unasked = unaskedRule(kind, variables);
      if (unasked !== undefined) {
        return describeOne(unasked.status, ` ${unasked.reason}`);
      }
      const owner = project === undefined ? ANY : projects.canonical(project);
      return (
        reasons.get(key(kind, owner, location ?? ANY)) ??
        reasons.get(key(kind, owner, ANY)) ??
        reasons.get(key(kind, owner, '')) ??
        (location === undefined ? reasons.get(key(kind, owner, 'global')) : undefined) ??
        reasons.get(key(kind, ANY, ANY))
      );
    },
  };
}

function key(kind: KindId, project: string, location: string): string {
  return `${kind} ${project} ${location}`;
}

/** Names in coverage rows may have the project's number where the graph has its id. */
function canonicalName(kind: KindId, name: string, projects: ProjectAliases): string {
  const parsed = parseResourceName(name, { kinds: [kind] });
  return parsed?.project === undefined ? name : withProject(parsed, projects.canonical(parsed.project)).name;
}

function describe({ status, count, project, location, error, resource }: CoverageRow): string {
  const where = project === ANY ? 'any project' : project;
  const place = location === '' || location === ANY ? where : `${where}, ${location}`;
  const said = error === undefined || error === '' ? '' : ` ${error}`;
  if (resource !== undefined) {
    return describeOne(status, said);
  }
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
    case 'not-offered':
      return `Not read: the API is not offered in ${place}.${said}`;
    case 'timeout':
      return `Perhaps not read: there was no answer in time in ${place}.${said}`;
    case 'failed':
      return `Perhaps not read: reading failed in ${place}.${said}`;
    case 'external':
      return `Not read: not part of your projects.${said}`;
  }
}

/** About one resource that was asked for by name. */
function describeOne(status: CoverageStatus, said: string): string {
  switch (status) {
    case 'read':
      return `Read.${said}`;
    case 'denied':
      return `Not read: access was denied.${said}`;
    case 'disabled':
      return `Not read: the API is not enabled.${said}`;
    case 'not-found':
      return `Asked for, and there is none: it was probably deleted.${said}`;
    case 'limited':
      return `Not read: a quota was used up.${said}`;
    case 'cancelled':
      return `Not read: collecting was cancelled before.${said}`;
    case 'skipped':
      return `Not read.${said}`;
    case 'not-offered':
      return `Not read: the API is not offered there.${said}`;
    case 'timeout':
      return `Not read: there was no answer in time.${said}`;
    case 'failed':
      return `Not read: the call failed.${said}`;
    case 'external':
      return `Not read: it is not part of your projects.${said}`;
  }
}
