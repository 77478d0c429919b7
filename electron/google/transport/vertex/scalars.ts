import type { JsonValue } from '../../../../shared/json.ts';
import { setOwn } from '../own-property.ts';
import type { FieldSchema } from './schema.ts';
import { normaliseDuration, normaliseTimestamp, writeDuration, writeTimestamp } from './times.ts';

/** The JSON of a value; undefined if the field is to be left out. */
export type Read = (value: unknown) => JsonValue | undefined;

/** How a field's value is read from what each transport delivers. */
export interface Readers {
  readonly grpc: Read;
  readonly rest: Read;
}

interface DefaultRule {
  /** Name of an enum's value 0. */
  readonly zero: string | undefined;
  readonly keepsDefault: boolean;
}

/** Readers of every type but messages. What is not of the type (REST only) stays as it is. */
export function scalarReaders(type: Exclude<FieldSchema['type'], 'message'>, rule: DefaultRule): Readers {
  switch (type) {
    case 'string':
      return same(leaveOut(rule, ''));
    case 'bool':
      return same(leaveOut(rule, false));
    case 'number':
      return same((value) => numberJson(value, rule));
    case 'float':
      return same((value) => numberJson(typeof value === 'number' ? shortestFloat(value) : value, rule));
    case 'integer-text':
      return same((value) => withoutDefault(typeof value === 'number' ? String(value) : value, '0', rule));
    case 'enum':
      return same((value) => (value === 0 && !rule.keepsDefault ? undefined : withoutDefault(value, rule.zero, rule)));
    case 'bytes':
      return {
        grpc: (value) => withoutDefault(value instanceof Uint8Array ? base64(value) : value, '', rule),
        rest: leaveOut(rule, ''),
      };
    case 'timestamp':
      return { grpc: writeTimestamp, rest: textReader(normaliseTimestamp) };
    case 'duration':
      return { grpc: writeDuration, rest: textReader(normaliseDuration) };
    case 'field-mask':
      return { grpc: readFieldMask, rest: asSet };
    case 'any':
      return { grpc: readAny, rest: asSet };
    case 'struct':
      return { grpc: readStruct, rest: asSet };
    case 'list-value':
      return { grpc: readListValue, rest: asSet };
    case 'value':
      // Here null is a value and not the lack of one.
      return { grpc: readValue, rest: (value) => value as JsonValue | undefined };
  }
}

function same(read: Read): Readers {
  return { grpc: read, rest: read };
}

function leaveOut(rule: DefaultRule, byDefault: JsonValue): Read {
  return (value) => withoutDefault(value, byDefault, rule);
}

function withoutDefault(
  value: unknown,
  byDefault: JsonValue | undefined,
  { keepsDefault }: DefaultRule,
): JsonValue | undefined {
  return value === byDefault && !keepsDefault ? undefined : asSet(value);
}

/** The value as JSON.parse or the client gave it; null says that the field is not set. */
function asSet(value: unknown): JsonValue | undefined {
  return value === null || value === undefined ? undefined : (value as JsonValue);
}

function textReader(normalise: (text: string) => string): Read {
  return (value) => (typeof value === 'string' ? normalise(value) : asSet(value));
}

function numberJson(value: unknown, rule: DefaultRule): JsonValue | undefined {
  // JSON has no other way to write NaN and the infinities.
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : withoutDefault(value, 0, rule);
}

/** The number with the fewest digits that is the same in 32 bits: 0.1 for what 64 bits show as 0.10000000149011612. */
function shortestFloat(value: number): number {
  if (!Number.isFinite(value)) {
    return value;
  }
  const single = Math.fround(value);
  for (let digits = 1; digits < 9; digits += 1) {
    const candidate = Number(single.toPrecision(digits));
    if (Math.fround(candidate) === single) {
      return candidate;
    }
  }
  return Number(single.toPrecision(9));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

interface RowFields {
  readonly [name: string]: unknown;
}

function fieldsOf(value: unknown): RowFields | undefined {
  return typeof value === 'object' && value !== null ? (value as RowFields) : undefined;
}

/** https://protobuf.dev/reference/protobuf/google.protobuf/#json-encoding-field-masks */
function readFieldMask(value: unknown): JsonValue | undefined {
  const paths = fieldsOf(value)?.['paths'];
  return Array.isArray(paths) ? paths.map(camelCase).join(',') : undefined;
}

function camelCase(path: unknown): string {
  return String(path).replaceAll(/_([a-z])/gu, (_whole, letter: string) => letter.toUpperCase());
}

/** A message of a type that only its name tells: its bytes, since nothing here can read them. */
function readAny(value: unknown): JsonValue | undefined {
  const any = fieldsOf(value);
  const bytes = any?.['value'];
  return any === undefined
    ? undefined
    : {
        '@type': typeof any['type_url'] === 'string' ? any['type_url'] : '',
        ...(bytes instanceof Uint8Array && bytes.length > 0 ? { value: base64(bytes) } : {}),
      };
}

function readStruct(value: unknown): JsonValue | undefined {
  const struct = fieldsOf(value);
  if (struct === undefined) {
    return undefined;
  }
  const fields = fieldsOf(struct['fields']) ?? {};
  const json: Record<string, JsonValue> = {};
  for (const name of Object.keys(fields)) {
    setOwn(json, name, readValue(fields[name]) ?? null);
  }
  return json;
}

function readListValue(value: unknown): JsonValue | undefined {
  const list = fieldsOf(value);
  if (list === undefined) {
    return undefined;
  }
  const { values } = list;
  return Array.isArray(values) ? values.map((item) => readValue(item) ?? null) : [];
}

function readValue(value: unknown): JsonValue | undefined {
  const fields = fieldsOf(value);
  switch (fields?.['kind']) {
    case 'stringValue':
    case 'boolValue':
      return fields[fields['kind']] as JsonValue;
    case 'numberValue': {
      const number = fields['numberValue'];
      return typeof number === 'number' && !Number.isFinite(number) ? String(number) : (number as JsonValue);
    }
    case 'structValue':
      return readStruct(fields['structValue']);
    case 'listValue':
      return readListValue(fields['listValue']);
    default:
      return fields === undefined ? undefined : null;
  }
}
