import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { isKindId } from '../kinds/index.ts';
import { rememberName } from '../resource/document-name.ts';
import type { Origin, ResourceDocument } from '../resource/document.ts';
import { parseResourceName } from '../resource/resource-name.ts';
import { stringsOf } from './json-parts.ts';

/** A row of a snapshot's `documents`, or why it is none. */
export type DocumentReading =
  | { readonly document: ResourceDocument }
  /** A kind that only a newer version of the product knows. */
  | { readonly unknownKind: string }
  | { readonly problem: string };

const FORMS: readonly ResourceDocument['form'][] = ['full', 'summary', 'unsubmitted', 'policy'];

/** Reads a row of a snapshot's `documents`. Fields that documents do not have are left out. */
export function readSnapshotDocument(row: JsonValue): DocumentReading {
  if (!isJsonObject(row)) {
    return { problem: 'it is not an object' };
  }
  const { kind, name, data, updateTime } = row;
  if (typeof kind !== 'string' || typeof name !== 'string') {
    return { problem: 'it has no kind or no name' };
  }
  if (!isKindId(kind)) {
    return { unknownKind: kind };
  }
  const parsed = parseResourceName(name, { kinds: [kind] });
  const form = FORMS.find((each) => each === row['form']);
  const origin = readOrigin(row['origin']);
  if (parsed === undefined) {
    return { problem: 'its name does not fit its kind' };
  }
  if (!isJsonObject(data) || form === undefined || origin === undefined) {
    return { problem: 'its data, form or origin is missing' };
  }
  const { iamPolicy, aliasTime } = row;
  const ancestors = stringsOf(row['ancestors']);
  const aliases = stringsOf(row['aliases'])?.flatMap((alias) => {
    const other = parseResourceName(alias, { kinds: [kind] });
    return other === undefined ? [] : [other.name];
  });
  const document: ResourceDocument = {
    kind,
    name: parsed.name,
    data,
    form,
    ...(isJsonObject(iamPolicy) ? { iamPolicy } : {}),
    ...(ancestors === undefined ? {} : { ancestors }),
    ...(aliases === undefined ? {} : { aliases }),
    ...(typeof aliasTime === 'string' ? { aliasTime } : {}),
    ...(typeof updateTime === 'string' ? { updateTime } : {}),
    origin,
  };
  rememberName(document, parsed);
  return { document };
}

/** The row for a document: plain JSON, keys in the order of `canonicalJson` later. */
export function documentRow(document: ResourceDocument): JsonObject {
  const { kind, name, data, form, iamPolicy, ancestors, aliases, aliasTime, updateTime } = document;
  return {
    kind,
    name,
    data,
    form,
    ...(iamPolicy === undefined ? {} : { iamPolicy }),
    ...(ancestors === undefined ? {} : { ancestors }),
    ...(aliases === undefined ? {} : { aliases }),
    ...(aliasTime === undefined ? {} : { aliasTime }),
    ...(updateTime === undefined ? {} : { updateTime }),
    origin: originRow(document.origin),
  };
}

/** The place a record was read at, without the folders of the machine it was read on. */
export function originRow(origin: Origin): JsonObject {
  return {
    file: fileName(origin.file),
    ...(origin.line === undefined ? {} : { line: origin.line }),
    ...(origin.path === undefined ? {} : { path: origin.path }),
  };
}

/** The last part of a path: folders tell more of a user than others need to know. */
export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function readOrigin(value: JsonValue | undefined): Origin | undefined {
  if (!isJsonObject(value) || typeof value['file'] !== 'string') {
    return undefined;
  }
  const { file, line, path } = value;
  return {
    file,
    ...(typeof line === 'number' ? { line } : {}),
    ...(typeof path === 'string' ? { path } : {}),
  };
}
