import { compareText } from '../compare.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { ResourceDocument } from '../resource/document.ts';
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
  /** What the user did to the view; the inventory's own where it is absent. */
  readonly view?: JsonObject;
}

/**
 * The bytes of a snapshot: JSON with one row of a list per line, so that two snapshots can be compared line by line. Equal
 * content gives equal bytes: documents are sorted, keys too, and masks are keyed by the content.
 */
export function writeSnapshot(inventory: Inventory, options: SnapshotOptions): Uint8Array<ArrayBuffer> {
  const { documents, unattachedPolicies, redactions } =
    options.includeSecrets === true ? { ...inventory, redactions: [] } : maskInventory(inventory);
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
  const view = options.view ?? inventory.view;
  if (view !== undefined) {
    addMember('view', view);
  }
  const integrity = canonicalJson({ algorithm: INTEGRITY_ALGORITHM, value: digest.finish() });
  members.push(`"integrity":${integrity}`);
  return new TextEncoder().encode(`{\n${members.join(',\n')}\n}\n`);
}

function maskInventory({
  documents,
  unattachedPolicies,
}: Inventory): Pick<Inventory, 'documents' | 'unattachedPolicies' | 'redactions'> {
  const { key, withSecrets } = contentKey(documents);
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
  return { documents: masked, unattachedPolicies: policies, redactions };
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
