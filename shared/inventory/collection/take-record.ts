import type { z } from 'zod';
import type { JsonObject } from '../../json.ts';
import type { Origin } from '../../resource/document.ts';
import type { InventoryBuilder, ProblemAt } from '../records/inventory-builder.ts';
import { readSnapshotDocument } from '../snapshot-document.ts';
import { COLLECTION_VERSION, isCollectionStart, recordSchemas } from './collection-record.ts';
import { readMasked } from './read-record.ts';

/** Takes one record of a collection: what it gives replaces what an earlier record of the same file gave. */
export function takeCollectionRecord(builder: InventoryBuilder, record: JsonObject, origin: Origin): void {
  if (isCollectionStart(record)) {
    takeStart(builder, record, origin);
    return;
  }
  if (builder.collection === 'passed-over') {
    return;
  }
  switch (record['type']) {
    case 'document':
      takeDocument(builder, record, origin);
      break;
    case 'coverage':
      each(builder, recordSchemas.coverage, record, origin, ({ row }) => {
        builder.putCoverage(row);
      });
      break;
    case 'project':
      each(builder, recordSchemas.project, record, origin, ({ tie }) => {
        builder.countRecord();
        builder.addTie(tie);
      });
      break;
    case 'problem':
      each(builder, recordSchemas.problem, record, origin, ({ problem }) => {
        builder.putProblem(problem);
      });
      break;
    case 'removed':
      each(builder, recordSchemas.removed, record, origin, ({ name }) => {
        builder.removeDocument(name);
      });
      break;
    case 'end':
      each(builder, recordSchemas.end, record, origin, () => {
        builder.countRecord();
        builder.setCollection('ended');
      });
      break;
    default:
      report(builder, origin, 'Collections have no such record; it was passed over.', 'type');
  }
}

/** The file ends: says so where the collection did not. */
export function reportOpenCollection(builder: InventoryBuilder, file: string): void {
  if (builder.collection === 'open') {
    builder.addProblem({
      code: 'cancelled',
      severity: 'note',
      file,
      reason: 'The collection ended before everything was read; the coverage table says what is missing.',
    });
  }
}

function takeStart(builder: InventoryBuilder, record: JsonObject, origin: Origin): void {
  builder.countRecord();
  const start = recordSchemas.collection.safeParse(record);
  if (start.success && start.data.formatVersion <= COLLECTION_VERSION) {
    builder.setCollection('open');
    builder.setCreatedTime(start.data.createdTime);
    return;
  }
  builder.setCollection('passed-over');
  const isNewer = start.success;
  builder.addProblemAt(origin, {
    code: isNewer ? 'snapshot-newer' : 'snapshot-invalid',
    severity: 'error',
    reason: isNewer
      ? `The collection has version ${start.data.formatVersion} of the format; this program reads up to version ${COLLECTION_VERSION}. Open it with a newer version of the program.`
      : 'The first line is not what a collection begins with; the file was not read.',
  });
}

function takeDocument(builder: InventoryBuilder, record: JsonObject, origin: Origin): void {
  const reading = readSnapshotDocument(record['document'] ?? null);
  const rest = readMasked(record);
  if (rest === undefined) {
    report(builder, origin, 'What was masked in this document cannot be read; it was passed over.', 'masked');
  } else if ('document' in reading) {
    builder.putDocument(reading.document, rest.masked);
  } else if ('unknownKind' in reading) {
    builder.countType(reading.unknownKind);
  } else {
    report(builder, origin, `This document cannot be read: ${reading.problem}.`, 'document');
  }
}

function each<Output>(
  builder: InventoryBuilder,
  schema: z.ZodType<Output>,
  record: JsonObject,
  origin: Origin,
  take: (output: Output) => void,
): void {
  const result = schema.safeParse(record);
  if (result.success) {
    take(result.data);
  } else {
    const path = result.error.issues[0]?.path.map(String).join('.');
    report(builder, origin, 'This is not what a collection has here; it was passed over.', path);
  }
}

function report(builder: InventoryBuilder, origin: Origin, reason: string, path: string | undefined): void {
  const problem: ProblemAt = { code: 'snapshot-invalid', severity: 'warning', reason };
  builder.addProblemAt(origin, path === undefined ? problem : { ...problem, path });
}
