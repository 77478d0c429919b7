import { documentRow } from '../snapshot-document.ts';
import type { CollectionRecord } from './collection-record.ts';

/** The line of a record: JSON and a newline. */
export function recordLine(record: CollectionRecord): string {
  return `${JSON.stringify(record.type === 'document' ? { ...record, document: documentRow(record.document) } : record)}\n`;
}
