import { coverageKey } from '../../shared/inventory/collection/coverage-key.ts';
import { RETRIABLE } from '../../shared/inventory/collection/retriable.ts';
import type { CoverageRow, CoverageStatus } from '../../shared/inventory/inventory.ts';
import { kindById } from '../../shared/kinds/index.ts';
import type { ChipTone } from '../ui/Chip.tsx';

/** What each status is called, and how much it matters. */
export const COVERAGE_WORDS: Readonly<Record<CoverageStatus, { readonly words: string; readonly tone: ChipTone }>> = {
  read: { words: 'read', tone: 'ok' },
  denied: { words: 'no permission', tone: 'error' },
  disabled: { words: 'API is off', tone: 'error' },
  'not-found': { words: 'not found', tone: 'warning' },
  limited: { words: 'quota: only a part', tone: 'warning' },
  cancelled: { words: 'cancelled', tone: 'warning' },
  skipped: { words: 'not asked for', tone: 'neutral' },
  'not-offered': { words: 'not offered there', tone: 'neutral' },
  timeout: { words: 'no answer in time', tone: 'warning' },
  failed: { words: 'failed', tone: 'error' },
  external: { words: 'not yours to read', tone: 'neutral' },
};

/** One reading, as it is listed. */
export interface CoverageLine {
  readonly key: string;
  readonly row: CoverageRow;
  readonly kind: string;
  readonly location: string;
  /** How much was read; never `0` for what could not be read. */
  readonly count: string;
  readonly isRetriable: boolean;
  /** All of it in lower case, to be searched. */
  readonly text: string;
}

/** What the list is narrowed to; an empty text stands for everything. */
export interface CoverageFilter {
  readonly project: string;
  readonly location: string;
  readonly kind: string;
  readonly status: string;
  readonly text: string;
}

export const NO_COVERAGE_FILTER: CoverageFilter = { project: '', location: '', kind: '', status: '', text: '' };

/** A value of a filter with how many readings have it. */
export interface CoverageOption {
  readonly value: string;
  readonly title: string;
  readonly count: number;
}

const TONE_RANK: Readonly<Record<ChipTone, number>> = { error: 0, warning: 1, info: 2, outline: 3, neutral: 4, ok: 5 };

/** Returns the readings as they are listed: what failed first, then by project, kind and location. */
export function coverageLines(coverage: readonly CoverageRow[]): readonly CoverageLine[] {
  return coverage
    .map(lineOf)
    .toSorted(
      (left, right) =>
        TONE_RANK[COVERAGE_WORDS[left.row.status].tone] - TONE_RANK[COVERAGE_WORDS[right.row.status].tone] ||
        compare(left.row.project, right.row.project) ||
        compare(left.kind, right.kind) ||
        compare(left.location, right.location) ||
        compare(left.row.resource ?? '', right.row.resource ?? ''),
    );
}

/** Project of a reading: folders and organisations lie in none, that of a bucket is only in its document. */
export function projectWords({ project, kind }: CoverageRow): string {
  if (project !== '-') return project;
  return kindById(kind).names.some((name) => name.includes('{project}')) ? 'not known' : 'none';
}

/** Returns the lines that a filter leaves. */
export function filterCoverage(lines: readonly CoverageLine[], filter: CoverageFilter): readonly CoverageLine[] {
  const words = filter.text.toLowerCase().split(/\s+/u).filter(Boolean);
  return lines.filter(
    ({ row, location, text }) =>
      fits(filter.project, row.project) &&
      fits(filter.location, location) &&
      fits(filter.kind, row.kind) &&
      fits(filter.status, row.status) &&
      words.every((word) => text.includes(word)),
  );
}

/** Returns what each filter can be set to. */
export function coverageOptions(
  lines: readonly CoverageLine[],
): Readonly<Record<Exclude<keyof CoverageFilter, 'text'>, readonly CoverageOption[]>> {
  return {
    project: options(lines, ({ row }) => [row.project, row.project === '-' ? 'no project' : row.project]),
    location: options(lines, ({ location }) => [location, location]),
    kind: options(lines, ({ row }) => [row.kind, kindById(row.kind).plural]),
    status: options(lines, ({ row }) => [row.status, COVERAGE_WORDS[row.status].words]),
  };
}

function options(
  lines: readonly CoverageLine[],
  valueOf: (line: CoverageLine) => readonly [value: string, title: string],
): readonly CoverageOption[] {
  const found = new Map<string, { title: string; count: number }>();
  for (const line of lines) {
    const [value, title] = valueOf(line);
    found.set(value, { title, count: (found.get(value)?.count ?? 0) + 1 });
  }
  return [...found]
    .map(([value, { title, count }]) => ({ value, title, count }))
    .toSorted((left, right) => compare(left.title, right.title));
}

function lineOf(row: CoverageRow): CoverageLine {
  const kind = kindTitle(row);
  const location = row.location === '-' ? 'all locations' : row.location === '' ? 'global' : row.location;
  const { project, status, error, resource, permission, role } = row;
  return {
    key: coverageKey(row),
    row,
    kind,
    location,
    count: countOf(row),
    isRetriable: RETRIABLE.has(status),
    text: [project, location, kind, row.kind, COVERAGE_WORDS[status].words, error, resource, permission, role]
      .filter(Boolean)
      .join(' ')
      .toLowerCase(),
  };
}

function kindTitle({ kind, aspect, extent, resource }: CoverageRow): string {
  const { title, plural } = kindById(kind);
  const name = resource === undefined ? plural : title;
  if (aspect === 'iam-policy') return `${name}: IAM policy`;
  if (aspect === 'parts') return `${name}: what belongs to it`;
  return extent === 'named' ? `${name} that others name` : name;
}

function countOf({ status, count }: CoverageRow): string {
  if (status === 'read') return count.toLocaleString('en');
  if (count > 0) return `at least ${count.toLocaleString('en')}`;
  return status === 'not-offered' ? 'none there' : 'unknown';
}

function fits(wanted: string, value: string): boolean {
  return wanted === '' || wanted === value;
}

function compare(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}
