import type { Problem } from '../../shared/errors/problem.ts';
import { canonicalJson } from '../../shared/inventory/canonical-json.ts';
import type { CollectionRecord, CollectionStart } from '../../shared/inventory/collection/collection-record.ts';
import { coverageKey } from '../../shared/inventory/collection/coverage-key.ts';
import type { CoverageRow, ProjectTie } from '../../shared/inventory/inventory.ts';
import type { KnownState } from './collect/collect-types.ts';

type DocumentRecord = Extract<CollectionRecord, { readonly type: 'document' }>;

/** What a collection has given so far, so that a later one can go on from it. */
export interface KnownRecords {
  note(record: CollectionRecord): void;
  state(): KnownState;
  /** All of it, as records: projects first, since they give the others their names. */
  records(): Iterable<CollectionRecord>;
}

/** Returns an empty memory of records; a later record replaces an earlier one about the same thing. */
export function createKnownRecords(): KnownRecords {
  const documents = new Map<string, DocumentRecord>();
  const coverage = new Map<string, CoverageRow>();
  const projects = new Map<string, ProjectTie>();
  const problems = new Map<string, Problem>();
  let start: CollectionStart | undefined;
  return {
    note(record) {
      switch (record.type) {
        case 'collection':
          start = record;
          break;
        case 'document':
          documents.set(record.document.name, record);
          break;
        case 'removed':
          documents.delete(record.name);
          break;
        case 'coverage':
          coverage.set(coverageKey(record.row), record.row);
          break;
        case 'project':
          projects.set(record.tie.projectNumber, record.tie);
          break;
        case 'problem':
          problems.set(canonicalJson({ ...record.problem }), record.problem);
          break;
        case 'end':
          break;
      }
    },
    state: () => ({
      documents: [...documents.values()].map(({ document }) => document),
      coverage: [...coverage.values()],
      projects: [...projects.values()],
    }),
    *records() {
      // Without it a reader would not know that what follows is a collection.
      if (start !== undefined) yield start;
      for (const tie of projects.values()) yield { type: 'project', tie };
      yield* documents.values();
      for (const problem of problems.values()) yield { type: 'problem', problem };
      for (const row of coverage.values()) yield { type: 'coverage', row };
    },
  };
}
