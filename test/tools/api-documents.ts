import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '../../shared/json.ts';
import { KINDS } from '../../shared/kinds/index.ts';
import type { KindId } from '../../shared/kinds/index.ts';

/** An answer of a Google API, as `test/fixtures/api/KIND/FILE.json` has it. */
export interface ApiDocument {
  readonly kind: KindId;
  /** `gcp-storage-bucket/every-link.json`, for messages. */
  readonly file: string;
  readonly data: JsonObject;
}

const folder = new URL('../fixtures/api/', import.meta.url);

/** Names of the fixtures' folders. */
export function apiDocumentFolders(): readonly string[] {
  return readdirSync(folder);
}

/** Reads every API answer among the fixtures. */
export function readApiDocuments(): readonly ApiDocument[] {
  return KINDS.filter(({ nameFields }) => nameFields.length > 0).flatMap(({ id }) =>
    readdirSync(fileURLToPath(new URL(`${id}/`, folder))).map((file) => ({
      kind: id,
      file: `${id}/${file}`,
      data: JSON.parse(readFileSync(new URL(`${id}/${file}`, folder), 'utf8')) as JsonObject,
    })),
  );
}
