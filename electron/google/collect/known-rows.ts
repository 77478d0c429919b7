import { coverageKey } from '../../../shared/inventory/collection/coverage-key.ts';
import { RETRIABLE } from '../../../shared/inventory/collection/retriable.ts';
import type { CoverageRow } from '../../../shared/inventory/inventory.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import { parseResourceName } from '../../../shared/resource/resource-name.ts';
import type { ParsedName } from '../../../shared/resource/resource-name.ts';
import type { CollectionMode } from './collect-types.ts';
import type { Place } from './list-page.ts';
import type { Session } from './session.ts';

/** What is said of readings that a journal has kept. */
export const KEPT = 'Kept from before it was cut off, secrets masked; a refresh reads it anew.';

/** What earlier coverage rows say about what is to be read now. */
export class KnownRows {
  readonly #mode: CollectionMode;
  readonly #rows = new Map<string, CoverageRow>();
  readonly #again = new Set<string>();
  /** Kinds of what belongs to a resource that could not be read, by the name of that resource. */
  readonly #failedParts = new Map<string, KindId[]>();

  /** `settle` is told of resources of which is known what became of them. */
  constructor(session: Session, settle: (name: ParsedName) => void) {
    const { mode } = session.options;
    this.#mode = mode;
    if (mode.type === 'fresh') {
      return;
    }
    if (mode.type === 'refresh') {
      // All is read again; what was said of single resources, and of whole projects, is replaced as they are.
      for (const row of mode.known.coverage) {
        session.knewGap(row);
      }
      return;
    }
    for (const row of mode.known.coverage) {
      this.#rows.set(coverageKey(row), row);
      if (row.resource !== undefined && row.aspect === 'parts' && row.status !== 'read') {
        this.#failedParts.set(row.resource, [...this.failedParts(row.resource), row.kind]);
      }
      const name = row.resource === undefined ? undefined : parseResourceName(row.resource);
      if (!this.#isDoneAgain(row)) {
        session.knows(row);
        if (name !== undefined && row.aspect === undefined) {
          settle(name);
        }
      } else if (row.resource !== undefined) {
        session.knewGap(row);
        this.#again.add(row.resource);
      }
    }
  }

  /** Whether a place is to be read: always, but for those that are kept from an earlier time. */
  isToRead(place: Place): boolean {
    const row = this.#rows.get(coverageKey(place));
    return row === undefined || this.#isDoneAgain(row);
  }

  /** Rows of what is not read again, where that is there with its secrets masked. */
  kept(): readonly CoverageRow[] {
    if (this.#mode.type !== 'resume') {
      return [];
    }
    const whole = [...this.#rows.values()].filter(
      ({ status, count, resource }) => status === 'read' && count > 0 && resource === undefined,
    );
    return whole
      .filter(({ error = '' }) => !error.includes(KEPT))
      .map((row) => ({ ...row, error: row.error === undefined ? KEPT : `${row.error} ${KEPT}` }));
  }

  /** Whether something of a resource is to be read again. */
  isAgain(name: ParsedName): boolean {
    return this.#again.has(name.name);
  }

  /** Kinds of what belongs to a resource, given by its name, that could not be read. */
  failedParts(resource: string): readonly KindId[] {
    return this.#failedParts.get(resource) ?? [];
  }

  #isDoneAgain(row: CoverageRow): boolean {
    return this.#mode.type === 'retry' ? this.#mode.keys.has(coverageKey(row)) : RETRIABLE.has(row.status);
  }
}
