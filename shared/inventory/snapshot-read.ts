import type { z } from 'zod';
import type { JsonObject, JsonValue } from '../json.ts';
import type { Problem } from '../errors/problem.ts';
import { isProblemCode } from '../errors/problem.ts';
import type { Origin } from '../resource/document.ts';
import { readReviewEntry } from '../review/review-entries.ts';
import { listOf } from './json-parts.ts';
import type { InventoryBuilder } from './records/inventory-builder.ts';
import { joinPath } from './records/inventory-builder.ts';
import { readSnapshotDocument } from './snapshot-document.ts';
import { headSchemas, rowSchemas, SNAPSHOT_FORMAT, SNAPSHOT_VERSION, SnapshotDigest } from './snapshot-format.ts';
import { migrateMember, migrationPath, SNAPSHOT_MIGRATIONS } from './snapshot-migrations.ts';
import type { SnapshotMigration } from './snapshot-migrations.ts';
import { checkStructure } from './structure.ts';

/** Rows taken between two pauses. */
const ROWS_PER_STEP = 200;

/** Takes a snapshot that was parsed as a whole; pauses now and then. */
export function* readSnapshot(
  builder: InventoryBuilder,
  snapshot: JsonObject,
  origin: Origin,
  migrations: readonly SnapshotMigration[] = SNAPSHOT_MIGRATIONS,
): Generator<void, void> {
  const reading = new SnapshotReading(builder, origin, snapshot['version'] ?? null, migrations);
  let rows = 0;
  for (const [key, value] of Object.entries(snapshot)) {
    if (Array.isArray(value)) {
      for (const [index, row] of listOf(value).entries()) {
        reading.row(key, index, row);
        rows += 1;
        if (rows % ROWS_PER_STEP === 0) {
          yield;
        }
      }
    } else {
      reading.member(key, value);
    }
  }
  reading.end();
}

/** Takes a snapshot piece by piece, in whatever order the pieces come. */
export class SnapshotReading {
  readonly #builder: InventoryBuilder;
  readonly #origin: Origin;
  /** Absent when the version cannot be read: everything is passed over then. */
  readonly #steps: readonly SnapshotMigration[] | undefined;
  readonly #digest = new SnapshotDigest();
  #expected: string | undefined;

  constructor(
    builder: InventoryBuilder,
    origin: Origin,
    version: JsonValue,
    migrations: readonly SnapshotMigration[] = SNAPSHOT_MIGRATIONS,
  ) {
    this.#builder = builder;
    this.#origin = origin;
    this.#steps = this.#findSteps(version, migrations);
    builder.countRecord();
  }

  /** Takes a member that is no list. */
  member(key: string, given: JsonValue): void {
    const value = this.#check(key, given);
    if (this.#steps === undefined || value === undefined) {
      return;
    }
    if (key !== 'integrity') {
      this.#digest.add(key, value);
    }
    const migrated = migrateMember(this.#steps, { key, value });
    if (migrated !== undefined) {
      this.#takeMember(migrated.key, migrated.value);
    }
  }

  /** Takes a row of a list. */
  row(key: string, index: number, given: JsonValue): void {
    const value = this.#check(`${key}[${index}]`, given);
    if (this.#steps === undefined || value === undefined) {
      return;
    }
    this.#digest.add(key, value);
    const migrated = migrateMember(this.#steps, { key, value });
    if (migrated !== undefined) {
      this.#takeRow(migrated.key, `${key}[${index}]`, migrated.value);
    }
  }

  /** All pieces were given: the contents are compared with the integrity value. */
  end(): void {
    if (this.#steps === undefined) {
      return;
    }
    if (this.#expected === undefined) {
      this.#report('snapshot-integrity', 'The snapshot has no integrity value; whether it was changed cannot be told.');
    } else if (this.#digest.finish() !== this.#expected) {
      this.#report(
        'snapshot-integrity',
        'The snapshot was changed after it was written: its contents do not match its integrity value. It is shown all the same.',
      );
    }
  }

  /** The value without unsafe keys; undefined when it is nested so deeply that nothing may walk through it. */
  #check(path: string, value: JsonValue): JsonValue | undefined {
    const checked = checkStructure(value, this.#builder.limits.depth);
    if (checked.tooDeep) {
      this.#report('too-deep', 'This is nested more deeply than any resource; it was not read.', path);
      return undefined;
    }
    for (const removed of checked.removed) {
      this.#report('unsafe-key', 'A key named __proto__ was left out.', joinPath(path, removed));
    }
    return checked.value;
  }

  #findSteps(version: JsonValue, migrations: readonly SnapshotMigration[]): readonly SnapshotMigration[] | undefined {
    if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
      this.#report(
        'snapshot-invalid',
        `The file says it is a ${SNAPSHOT_FORMAT}, but has no version; it was not read.`,
        'version',
      );
      return undefined;
    }
    if (version > SNAPSHOT_VERSION) {
      this.#report(
        'snapshot-newer',
        `The snapshot has version ${version} of the format; this program reads up to version ${SNAPSHOT_VERSION}. Open it with a newer version of the program.`,
        'version',
      );
      return undefined;
    }
    const steps = migrationPath(migrations, version, SNAPSHOT_VERSION);
    if (steps === undefined) {
      this.#report(
        'snapshot-invalid',
        `Version ${version} of the snapshot format was never released; it was not read.`,
        'version',
      );
    }
    return steps;
  }

  #takeMember(key: string, value: JsonValue): void {
    switch (key) {
      case 'format':
      case 'version':
        break;
      case 'createdTime': {
        const time = this.#parse(headSchemas.createdTime, key, value);
        if (time !== undefined) {
          this.#builder.setCreatedTime(time);
        }
        break;
      }
      case 'toolVersion':
        this.#parse(headSchemas.toolVersion, key, value);
        break;
      case 'scope':
        this.#parse(headSchemas.scope, key, value);
        break;
      case 'integrity':
        this.#expected = this.#parse(headSchemas.integrity, key, value)?.value;
        break;
      default:
        this.#report('snapshot-invalid', 'Snapshots have no such member; it was passed over.', key);
    }
  }

  #takeRow(key: string, path: string, value: JsonValue): void {
    switch (key) {
      case 'documents':
        this.#takeDocument(path, value);
        break;
      case 'coverage':
        this.#each(this.#parse(rowSchemas.coverage, path, value), (row) => this.#builder.addCoverage([row]));
        break;
      case 'projects':
        this.#each(this.#parse(rowSchemas.projects, path, value), (row) => this.#builder.addTie(row));
        break;
      case 'skipped':
        this.#each(this.#parse(rowSchemas.skipped, path, value), (row) => this.#builder.addSkipped(row));
        break;
      case 'redactions':
        this.#each(this.#parse(rowSchemas.redactions, path, value), (row) => this.#builder.addRedactions([row]));
        break;
      case 'unattachedPolicies':
        this.#each(this.#parse(rowSchemas.unattachedPolicies, path, value), (row) =>
          this.#builder.addUnattachedPolicy(row.policy, row.origin),
        );
        break;
      case 'problems':
        this.#each(this.#parse(rowSchemas.problems, path, value), (row) => {
          const { code } = row;
          if (isProblemCode(code)) {
            this.#builder.addProblem({ ...row, code });
          }
        });
        break;
      case 'review':
        this.#takeReviewEntry(path, value);
        break;
      default:
        this.#report('snapshot-invalid', 'Snapshots have no such list; it was passed over.', path);
    }
  }

  #takeDocument(path: string, value: JsonValue): void {
    const reading = readSnapshotDocument(value);
    if ('document' in reading) {
      this.#builder.addDocument(reading.document);
    } else if ('unknownKind' in reading) {
      this.#builder.countType(reading.unknownKind);
    } else {
      this.#report('snapshot-invalid', `This document cannot be read: ${reading.problem}.`, path);
    }
  }

  #takeReviewEntry(path: string, value: JsonValue): void {
    const reading = readReviewEntry(value);
    if (reading.ok) {
      this.#builder.addReviewEntry(reading.entry);
    } else {
      this.#report('snapshot-invalid', reading.reason, path);
    }
  }

  #parse<Output>(schema: z.ZodType<Output>, path: string, value: JsonValue): Output | undefined {
    const result = schema.safeParse(value);
    if (result.success) {
      return result.data;
    }
    const fields = result.error.issues.map((issue) => issue.path.map(String).join('.')).filter((field) => field !== '');
    const where = fields.length === 0 ? '' : ` (${[...new Set(fields)].join(', ')})`;
    this.#report('snapshot-invalid', `This is not what a snapshot has here${where}; it was passed over.`, path);
    return undefined;
  }

  #each<Row>(row: Row | undefined, take: (row: Row) => void): void {
    if (row !== undefined) {
      take(row);
    }
  }

  #report(code: Problem['code'], reason: string, path?: string): void {
    const isFatal = code === 'snapshot-newer' || (code === 'snapshot-invalid' && path === 'version');
    this.#builder.addProblemAt(this.#origin, {
      code,
      severity: isFatal ? 'error' : 'warning',
      ...(path === undefined ? {} : { path }),
      reason,
    });
  }
}
