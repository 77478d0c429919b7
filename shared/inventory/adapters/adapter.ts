import { isJsonObject } from '../../json.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { KindId } from '../../kinds/index.ts';
import { pathSteps, valueAt } from '../../links/field-path.ts';

/** How a value is rewritten on its way to the API's form. Each leaves a value it does not expect as it is. */
export type ConversionId =
  /** `2026-01-02T03:04:05+0000` to RFC 3339. */
  | 'gcloud-time'
  /** A number to the string that the API's JSON has for int64. */
  | 'int64'
  /** `a,b` or a list to a list without empty entries. */
  | 'list'
  /** A resource name to a list of its last part alone. */
  | 'last-part';

/** One field of a tool's own form and its place in the API's document. */
export interface FieldMove {
  /** Field path without lists. */
  readonly from: string;
  /** Field path without lists; absent for what only repeats other fields. */
  readonly to?: string;
  readonly convert?: ConversionId;
}

/**
 * A form of its own that a tool gives to a resource, and how the API's document is had from it. Fields that no move names are
 * kept under their own names.
 */
export interface ShapeAdapter {
  /** The command, for messages: `gcloud storage buckets list`. */
  readonly source: string;
  readonly kind: KindId;
  /** The form is recognised by these keys... */
  readonly present: readonly string[];
  /** ...and the absence of these. */
  readonly absent: readonly string[];
  readonly fields: readonly FieldMove[];
  /** Text of the name where no field holds it, from the fields of the given record; undefined when they do not give one. */
  readonly nameOf?: (record: JsonObject) => string | undefined;
  /** Field of the API's document that holds this text. */
  readonly nameTo?: string;
  /** The form holds only some of the resource's fields. */
  readonly partial?: true;
}

/** Whether a record has the adapter's form. */
export function fitsAdapter(adapter: ShapeAdapter, record: JsonObject): boolean {
  return (
    adapter.present.every((key) => Object.hasOwn(record, key)) &&
    !adapter.absent.some((key) => Object.hasOwn(record, key))
  );
}

/** The API's document for a record of the adapter's form. */
export function adaptRecord(adapter: ShapeAdapter, record: JsonObject): JsonObject {
  const moved = new Set(adapter.fields.map((field) => pathSteps(field.from)[0]));
  let document: JsonObject = Object.fromEntries(Object.entries(record).filter(([key]) => !moved.has(key)));
  for (const { from, to, convert } of adapter.fields) {
    const value = valueAt(record, pathSteps(from));
    const isEmpty = value === undefined || value === null || value === '';
    if (to !== undefined && !isEmpty) {
      document = withValue(document, pathSteps(to), convertValue(convert, value));
    }
  }
  const name = adapter.nameOf?.(record);
  return name === undefined || adapter.nameTo === undefined
    ? document
    : withValue(document, pathSteps(adapter.nameTo), name);
}

/** A copy of `object` with a value at a path; a value that is there already wins. */
function withValue(object: JsonObject, steps: readonly string[], value: JsonValue): JsonObject {
  const [step = '', ...rest] = steps;
  const present = Object.hasOwn(object, step) ? object[step] : undefined;
  if (rest.length > 0) {
    return { ...object, [step]: withValue(isJsonObject(present) ? present : {}, rest, value) };
  }
  return present === undefined ? { ...object, [step]: value } : object;
}

function convertValue(convert: ConversionId | undefined, value: JsonValue): JsonValue {
  switch (convert) {
    case undefined:
      return value;
    case 'gcloud-time':
      return typeof value === 'string' ? readGcloudTime(value) : value;
    case 'int64':
      return typeof value === 'number' ? String(value) : value;
    case 'list':
      return typeof value === 'string' ? value.split(',').flatMap((part) => part.trim() || []) : value;
    case 'last-part':
      return typeof value === 'string' ? [value.slice(value.lastIndexOf('/') + 1)] : value;
  }
}

function readGcloudTime(text: string): string {
  const [, time, hours, minutes] = /^(.+T[\d:.]+)([+-]\d{2}):?(\d{2})$/.exec(text) ?? [];
  if (time === undefined || hours === undefined || minutes === undefined) {
    return text;
  }
  return Number(hours) === 0 && Number(minutes) === 0 ? `${time}Z` : `${time}${hours}:${minutes}`;
}
