import { compareText } from '../compare.ts';
import type { Graph } from '../graph/graph.ts';
import type { CoverageRow } from '../inventory/inventory.ts';
import { kindById } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';

/** What is known of one kind in one place. */
export interface CoverageEntry {
  readonly kind: KindId;
  /** Project id, or number while the id is not known; empty where it is not known at all. */
  readonly project: string;
  /** Only where the inventory says what was read place by place. */
  readonly location?: string;
  /** `read`, or why not; `partly`: no word on what was read, and some resources that are named are not there. */
  readonly status: CoverageRow['status'] | 'partly';
  /** Documents in the inventory. */
  readonly collected: number;
  /** Resources that are named and not in the inventory. */
  readonly missing: number;
  /** Of the collected, those whose IAM policy is known; absent for kinds that have none. */
  readonly policies?: number;
  readonly error?: string;
}

interface Counts {
  collected: number;
  missing: number;
  policies: number;
}

/** What was collected and what was not: the coverage table of the inventory, and what its graph shows to be missing. */
export function coverageOf(graph: Graph, rows: readonly CoverageRow[]): readonly CoverageEntry[] {
  const counts = new Map<string, Counts & { kind: KindId; project: string }>();
  for (const { kind, project = '', state, document } of graph.nodes.values()) {
    const key = `${kind} ${project}`;
    const known = counts.get(key) ?? { kind, project, collected: 0, missing: 0, policies: 0 };
    counts.set(key, known);
    if (state === 'present') {
      known.collected += 1;
      known.policies += document?.iamPolicy === undefined ? 0 : 1;
    } else {
      known.missing += 1;
    }
  }
  const derived = [...counts.values()]
    .filter(({ kind }) => kindById(kind).layer !== 'access')
    .map(({ kind, project, collected, missing, policies }): CoverageEntry => {
      const isComplete = missing === 0;
      const entry = { kind, project, status: isComplete ? ('read' as const) : ('partly' as const), collected, missing };
      return kindById(kind).permissions.policy === undefined ? entry : { ...entry, policies };
    });
  const failed = rows
    .filter(({ status }) => status !== 'read')
    .map(({ kind, project, location, status, count, error }): CoverageEntry => {
      const entry = {
        kind,
        project: graph.projectIds.get(project) ?? project,
        location,
        status,
        collected: count,
        missing: 0,
      };
      return error === undefined ? entry : { ...entry, error };
    });
  return [...derived, ...failed].toSorted(
    (left, right) =>
      compareText(left.kind, right.kind) ||
      compareText(left.project, right.project) ||
      compareText(left.location ?? '', right.location ?? ''),
  );
}
