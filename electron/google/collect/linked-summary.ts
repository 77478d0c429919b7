import type { CoverageRow, CoverageStatus } from '../../../shared/inventory/inventory.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import type { FailureFacts } from './failure-row.ts';

/** Refusals in one project after which resources of the same kind there are not asked for any more. */
const REFUSALS = 5;

interface Counts {
  readonly kind: KindId;
  readonly project: string;
  read: number;
  refused: number;
  notAsked: number;
  beyond: number;
  cancelled: number;
  /** Why the rest is not asked for. */
  closed: FailureFacts | undefined;
}

/** Counts resources that are read one by one, per kind and project, and stops asking where every answer would be the same. */
export class LinkedSummary {
  readonly #counts = new Map<string, Counts>();

  /** Whether resources of this kind in this project are not asked for any more; counts the one that would have been. */
  skips(kind: KindId, project: string): boolean {
    const counts = this.#of(kind, project);
    if (counts.closed === undefined) {
      return false;
    }
    counts.notAsked += 1;
    return true;
  }

  /** Resources of these kinds were asked for, whether there are any or not; `failed` could not be read. */
  asked(kinds: readonly KindId[], failed: readonly KindId[], project: string): void {
    for (const kind of kinds.filter((each) => !failed.includes(each))) {
      this.#of(kind, project);
    }
  }

  read(kind: KindId, project: string): void {
    this.#of(kind, project).read += 1;
  }

  beyond(kind: KindId, project: string): void {
    this.#of(kind, project).beyond += 1;
  }

  cancelled(kind: KindId, project: string): void {
    this.#of(kind, project).cancelled += 1;
  }

  /** Returns whether the failure concerns one resource only, so that it has to have a row of its own. */
  failed(kind: KindId, project: string, facts: FailureFacts): boolean {
    const counts = this.#of(kind, project);
    if (facts.status === 'disabled') {
      for (const other of this.#sameService(kind, project)) {
        other.closed ??= facts;
      }
      counts.closed = facts;
      return false;
    }
    if (facts.status === 'denied') {
      counts.refused += 1;
      // Whether one bucket may be read says nothing about the next; that of others follows from the project's policy.
      if (counts.refused >= REFUSALS && counts.read === 0 && project !== '-') {
        counts.closed = facts;
      }
    }
    return true;
  }

  /** One row for each kind and project. */
  rows(): readonly CoverageRow[] {
    return [...this.#counts.values()].map((counts) => ({
      project: counts.project,
      location: '-',
      kind: counts.kind,
      count: counts.read,
      extent: 'named',
      ...describe(counts),
    }));
  }

  *#sameService(kind: KindId, project: string): Generator<Counts, void> {
    const { service } = kindById(kind);
    for (const counts of this.#counts.values()) {
      if (counts.project === project && kindById(counts.kind).service === service) {
        yield counts;
      }
    }
  }

  #of(kind: KindId, project: string): Counts {
    const key = `${kind} ${project}`;
    const known = this.#counts.get(key);
    if (known !== undefined) {
      return known;
    }
    const { service } = kindById(kind);
    const disabled = [...this.#counts.values()].find(
      (other) =>
        other.project === project && other.closed?.status === 'disabled' && kindById(other.kind).service === service,
    );
    const counts = {
      kind,
      project,
      read: 0,
      refused: 0,
      notAsked: 0,
      beyond: 0,
      cancelled: 0,
      closed: disabled?.closed,
    };
    this.#counts.set(key, counts);
    return counts;
  }
}

function describe({ closed, cancelled, beyond, refused, notAsked }: Counts): FailureFacts {
  if (closed !== undefined) {
    const after = closed.status === 'denied' ? ` After ${refused} refusals ${notAsked} more were not asked for.` : '';
    return { ...closed, error: `${closed.error ?? ''}${after}` };
  }
  const status: CoverageStatus = cancelled > 0 ? 'cancelled' : beyond > 0 ? 'skipped' : 'read';
  const error =
    cancelled > 0
      ? `${cancelled} named elsewhere were not read before collecting was cancelled.`
      : `${beyond} named elsewhere lie beyond the depth that was asked for.`;
  return status === 'read' ? { status } : { status, error };
}
