import { grantCommands, memberOf, missingRoles } from '../../shared/inventory/collection/missing-roles.ts';
import type { CoverageRow } from '../../shared/inventory/inventory.ts';
import { kindById } from '../../shared/kinds/index.ts';
import { formatTable } from './table.ts';

/** Statuses of which the user need not hear: nothing is missing. */
const QUIET: ReadonlySet<CoverageRow['status']> = new Set(['read', 'not-offered', 'external', 'skipped']);

/** Rows of resources shown one by one; more are in the snapshot. */
const MOST_ROWS = 200;

/** Kinds, locations and permissions named in one row. */
const MOST_KINDS = 3;

/** A table of what could not be read and, where roles were lacking, commands that grant them; empty where nothing is missing. */
export function describeGaps(coverage: readonly CoverageRow[], principal: string | undefined): string {
  const gaps = coverage.filter(
    ({ status, resource }) => !QUIET.has(status) && (status !== 'not-found' || resource === undefined),
  );
  if (gaps.length === 0) {
    return '';
  }
  const groups = groupRows(gaps);
  const rows = groups.slice(0, MOST_ROWS).map((group) => group.cells);
  const table = formatTable(['STATUS', 'PROJECT', 'LOCATION', 'READ', 'WHAT', 'WHY'], rows);
  const more = groups.length > MOST_ROWS ? `and ${groups.length - MOST_ROWS} more, which the snapshot lists\n` : '';
  const commands = grantCommands(missingRoles(gaps), memberOf(principal));
  const grants =
    commands.length === 0
      ? ''
      : `Roles that were lacking, to be granted by an administrator:\n${commands.map((line) => `  $ ${line}\n`).join('')}`;
  return `Not everything could be read:\n${table}${more}${grants}`;
}

/** Readings that ended alike in one place. */
interface GapGroup {
  readonly cells: string[];
}

/** Readings of one project that failed for one reason share a row. */
function groupRows(gaps: readonly CoverageRow[]): readonly GapGroup[] {
  const groups = new Map<string, CoverageRow[]>();
  for (const row of gaps) {
    const { status, project, role = '', activationUrl = '', resource = '', aspect = '' } = row;
    const reason = role === '' && activationUrl === '' ? (row.error ?? '') : `${role} ${activationUrl}`;
    const key = [status, project, resource, aspect, reason].join('|');
    const known = groups.get(key);
    if (known === undefined) {
      groups.set(key, [row]);
    } else {
      known.push(row);
    }
  }
  return [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    return first === undefined ? [] : [{ cells: cellsOf(first, rows) }];
  });
}

function cellsOf(first: CoverageRow, rows: readonly CoverageRow[]): string[] {
  const kinds = [...new Set(rows.map(({ kind }) => kindById(kind).plural))];
  const locations = [...new Set(rows.map(({ location }) => location))];
  const where = locations.length > MOST_KINDS ? `${locations.length} locations` : locations.join(', ');
  const named =
    kinds.length > MOST_KINDS
      ? `${kinds.slice(0, MOST_KINDS).join(', ')} and ${kinds.length - MOST_KINDS} more kinds`
      : kinds.join(', ');
  const what = `${first.resource ?? named}${first.aspect === 'iam-policy' ? ' (policy)' : ''}`;
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  const permissions = [...new Set(rows.flatMap(({ permission }) => permission ?? []))];
  const why =
    first.role === undefined
      ? (first.error ?? '')
      : `${first.role} is lacking (${permissions.length > MOST_KINDS ? `${permissions[0] ?? ''} and ${permissions.length - 1} more permissions` : permissions.join(', ')})`;
  return [first.status, first.project, where, String(count), what, why];
}
