import { compareText } from '../compare.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { ResourceDocument } from '../resource/document.ts';
import { maskReview, REVIEW_DOCUMENT } from '../review/mask-review.ts';
import { entriesOfReview, reviewRow } from '../review/review-entries.ts';
import { EMPTY_REVIEW } from '../review/review-record.ts';
import type { ReviewRecord } from '../review/review-record.ts';
import { canonicalJson } from './canonical-json.ts';
import { contentKey } from './content-key.ts';
import type { Inventory, Redaction } from './inventory.ts';
import { createMasker } from './masking.ts';
import { documentRow, fileName, originRow } from './snapshot-document.ts';
import { INTEGRITY_ALGORITHM, SNAPSHOT_FORMAT, SNAPSHOT_VERSION, SnapshotDigest } from './snapshot-format.ts';

export interface SnapshotOptions {
  /** RFC 3339. */
  readonly createdTime: string;
  readonly toolVersion: string;
  /** Secrets are written as they are. */
  readonly includeSecrets?: boolean;
  /** What reviewers made of it by now; the inventory's own where it is absent. */
  readonly review?: ReviewRecord;
}

/**
 * The bytes of a snapshot: JSON with one row of a list per line, so that two snapshots can be compared line by line. Equal
 * content gives equal bytes: documents are sorted, keys too, and masks are keyed by the content.
 */
export function writeSnapshot(inventory: Inventory, options: SnapshotOptions): Uint8Array<ArrayBuffer> {
  const given = { ...inventory, review: options.review ?? inventory.review ?? EMPTY_REVIEW };
  const { documents, unattachedPolicies, redactions, review } =
    options.includeSecrets === true ? { ...given, redactions: [] } : maskInventory(given);
  const digest = new SnapshotDigest();
  const members: string[] = [];

  function addMember(key: string, value: JsonValue): void {
    const text = canonicalJson(value);
    digest.addText(key, text);
    members.push(`${JSON.stringify(key)}:${text}`);
  }
  function addList(key: string, rows: readonly string[]): void {
    for (const row of rows) {
      digest.addText(key, row);
    }
    members.push(`${JSON.stringify(key)}:[${rows.length === 0 ? '' : `\n${rows.join(',\n')}\n`}]`);
  }

  addMember('format', SNAPSHOT_FORMAT);
  addMember('version', SNAPSHOT_VERSION);
  addMember('createdTime', options.createdTime);
  addMember('toolVersion', options.toolVersion);
  addMember('scope', { files: filesOf(inventory) });
  addList('coverage', sortedRows(inventory.coverage.map((row) => ({ ...row }))));
  addList('projects', sortedRows(inventory.projects.map((row) => ({ ...row, source: fileName(row.source) }))));
  addList('documents', sortedDocuments(documents));
  addList(
    'unattachedPolicies',
    sortedRows(unattachedPolicies.map(({ policy, origin }) => ({ policy, origin: originRow(origin) }))),
  );
  addList('skipped', sortedRows(inventory.skipped.map((row) => ({ ...row, file: fileName(row.file) }))));
  addList('problems', sortedRows(inventory.problems.map((row) => ({ ...row, file: fileName(row.file) }))));
  addList('redactions', sortedRows([...inventory.redactions, ...redactions].map((row) => ({ ...row }))));
  addList('review', sortedRows(entriesOfReview(review).map(reviewRow)));
  const integrity = canonicalJson({ algorithm: INTEGRITY_ALGORITHM, value: digest.finish() });
  members.push(`"integrity":${integrity}`);
  return new TextEncoder().encode(`{\n${members.join(',\n')}\n}\n`);
}

/** The parts of an inventory in which secrets may stand. */
type Masked = Pick<Inventory, 'documents' | 'unattachedPolicies' | 'redactions'> & { readonly review: ReviewRecord };

function maskInventory({ documents, unattachedPolicies, review: given }: Masked): Masked {
  const { key, withSecrets } = contentKey(documents, given);
  const masker = createMasker(key);
  const redactions: Redaction[] = [];
  const masked = documents.map((document) => {
    if (!withSecrets.has(document)) {
      return document;
    }
    const { data, iamPolicy, masked: places } = masker.maskDocument(document);
    redactions.push(...places.map(({ path, reason }) => ({ document: document.name, path, reason })));
    return { ...document, data, ...(iamPolicy === undefined ? {} : { iamPolicy }) };
  });
  const policies = unattachedPolicies.map(({ policy, origin }) => ({ policy: masker.maskPolicy(policy), origin }));
  const { record: review, masked: texts } = maskReview(given, masker.redactText);
  redactions.push(...texts.map(({ path, reason }) => ({ document: REVIEW_DOCUMENT, path, reason })));
  return { documents: masked, unattachedPolicies: policies, redactions, review };
}

/** By name, then by the whole row: a resource may be there more than once. */
function sortedDocuments(documents: readonly ResourceDocument[]): readonly string[] {
  const rows = documents.map((document) => ({ name: document.name, text: canonicalJson(documentRow(document)) }));
  rows.sort((left, right) => compareText(left.name, right.name) || compareText(left.text, right.text));
  return rows.map(({ text }) => text);
}

function sortedRows(rows: readonly JsonObject[]): readonly string[] {
  return rows.map((row) => canonicalJson(row)).toSorted(compareText);
}

function filesOf(inventory: Inventory): readonly string[] {
  const files = new Set(inventory.documents.map(({ origin }) => fileName(origin.file)));
  return [...files].toSorted(compareText);
}
