import { isJsonObject } from '../../json.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import { parseResourceName } from '../../resource/resource-name.ts';
import type { MaskedPlace } from '../inventory.ts';
import { readSnapshotDocument } from '../snapshot-document.ts';
import type { CollectionRecord } from './collection-record.ts';
import { COLLECTION_FORMAT, COLLECTION_VERSION, isCollectionStart, recordSchemas } from './collection-record.ts';

/** What was masked in the document of a record, absent where nothing was; undefined where that cannot be read. */
export function readMasked(record: JsonObject): { readonly masked?: readonly MaskedPlace[] } | undefined {
  // Most have none, and a schema costs more than the look.
  return record['masked'] === undefined ? {} : recordSchemas.document.safeParse(record).data;
}

/** Reads one record of a collection that this version of the product wrote; undefined where it is none. */
export function readRecord(value: JsonValue): CollectionRecord | undefined {
  if (!isJsonObject(value)) {
    return undefined;
  }
  switch (value['type']) {
    case 'collection': {
      const start = recordSchemas.collection.safeParse(value);
      if (!isCollectionStart(value) || !start.success || start.data.formatVersion !== COLLECTION_VERSION) {
        return undefined;
      }
      const { createdTime, toolVersion, request, principal } = start.data;
      return {
        type: 'collection',
        format: COLLECTION_FORMAT,
        formatVersion: COLLECTION_VERSION,
        createdTime,
        toolVersion,
        request,
        ...(principal === undefined ? {} : { principal }),
      };
    }
    case 'document': {
      const reading = readSnapshotDocument(value['document'] ?? null);
      const rest = readMasked(value);
      return 'document' in reading && rest !== undefined
        ? { type: 'document', document: reading.document, ...rest }
        : undefined;
    }
    case 'coverage': {
      const row = recordSchemas.coverage.safeParse(value);
      return row.success ? { type: 'coverage', row: row.data.row } : undefined;
    }
    case 'project': {
      const tie = recordSchemas.project.safeParse(value);
      return tie.success ? { type: 'project', tie: tie.data.tie } : undefined;
    }
    case 'problem': {
      const problem = recordSchemas.problem.safeParse(value);
      return problem.success ? { type: 'problem', problem: problem.data.problem } : undefined;
    }
    case 'removed': {
      const removed = recordSchemas.removed.safeParse(value);
      const name = removed.success ? parseResourceName(removed.data.name) : undefined;
      return name === undefined ? undefined : { type: 'removed', name: name.name };
    }
    case 'end': {
      const end = recordSchemas.end.safeParse(value);
      return end.success ? { type: 'end', complete: end.data.complete } : undefined;
    }
    default:
      return undefined;
  }
}
