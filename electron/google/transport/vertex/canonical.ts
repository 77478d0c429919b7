import type { JsonObject, JsonValue } from '../../../../shared/json.ts';
import { setOwn } from '../own-property.ts';
import type { FieldSchema, VertexSchema } from './schema.ts';
import { scalarReaders } from './scalars.ts';
import type { Read, Readers } from './scalars.ts';

/** Brings what a transport delivers to the one JSON form the product has. */
export interface CanonicalForm {
  /** A message as the official client decodes it (defaults filled in, 64-bit integers and enums as text). */
  fromGrpc(message: string, row: unknown): JsonObject;
  /** A message as REST writes it; fields the schema does not know stay, at the end. */
  fromRest(message: string, json: JsonObject): JsonObject;
}

interface FieldPlan {
  readonly name: string;
  readonly readers: Readers;
}

interface MessagePlan {
  readonly fields: readonly FieldPlan[];
  readonly names: ReadonlySet<string>;
}

/**
 * Makes the conversions of a schema. Both give the canonical JSON of REST v1: fields in the order of the schema, none that has
 * its default where that cannot be told from one not set, fractions of seconds in 0, 3, 6 or 9 digits. So the same resource is
 * the same text, whichever way it came. https://protobuf.dev/programming-guides/json/
 *
 * Not the serializer of the official client's own dependencies, which needs the messages built a second time and takes longer
 * than the transfer; the tests compare with it.
 */
export function createCanonicalForm(schema: VertexSchema): CanonicalForm {
  const plans = new Map<string, MessagePlan>();

  function planOf(message: string): MessagePlan {
    const known = plans.get(message);
    if (known !== undefined) {
      return known;
    }
    const fields = Object.entries(schema[message] ?? {}).map(([name, field]) => ({ name, readers: readersOf(field) }));
    const plan = { fields, names: new Set(fields.map(({ name }) => name)) };
    plans.set(message, plan);
    return plan;
  }

  function readersOf(field: FieldSchema): Readers {
    if (field.repeated === undefined) {
      return singleReaders(field);
    }
    const item = singleReaders({ ...field, presence: true });
    return field.repeated === 'list'
      ? { grpc: listReader(item.grpc), rest: listReader(item.rest) }
      : { grpc: mapReader(item.grpc), rest: mapReader(item.rest) };
  }

  function singleReaders(field: FieldSchema): Readers {
    const { type, message } = field;
    if (type !== 'message') {
      return scalarReaders(type, { zero: field.zero, keepsDefault: field.presence === true });
    }
    if (message === undefined) {
      throw new Error('A field of a message type names no message.');
    }
    // Looked up at the first value: messages may hold themselves.
    let plan: MessagePlan | undefined;
    return {
      grpc: (value) => (isRecord(value) ? readRow((plan ??= planOf(message)), value) : undefined),
      rest: (value) => (isRecord(value) ? readJson((plan ??= planOf(message)), value) : asGiven(value)),
    };
  }

  return {
    fromGrpc: (message, row) => (isRecord(row) ? readRow(planOf(message), row) : {}),
    fromRest: (message, json) => readJson(planOf(message), json),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function readRow(plan: MessagePlan, row: Fields): JsonObject {
  const json: Record<string, JsonValue> = {};
  for (const { name, readers } of plan.fields) {
    const value = readers.grpc(row[name]);
    if (value !== undefined) {
      json[name] = value;
    }
  }
  return json;
}

function readJson(plan: MessagePlan, given: Fields): JsonObject {
  const json: Record<string, JsonValue> = {};
  let met = 0;
  for (const { name, readers } of plan.fields) {
    // No field has the name of a property that every object has; the tests look.
    const found = given[name];
    if (found !== undefined) {
      met += 1;
      const value = readers.rest(found);
      if (value !== undefined) {
        json[name] = value;
      }
    }
  }
  const names = Object.keys(given);
  if (names.length > met) {
    for (const name of names.filter((each) => !plan.names.has(each))) {
      setOwn(json, name, asJson(given[name]));
    }
  }
  return json;
}

function listReader(item: Read): Read {
  return (value) => {
    if (!Array.isArray(value)) {
      return asGiven(value);
    }
    const items: readonly unknown[] = value;
    return items.length === 0 ? undefined : items.map((each) => item(each) ?? null);
  };
}

function mapReader(item: Read): Read {
  return (value) => {
    if (!isRecord(value)) {
      return asGiven(value);
    }
    const json: Record<string, JsonValue> = {};
    const keys = Object.keys(value);
    for (const key of keys) {
      setOwn(json, key, item(value[key]) ?? null);
    }
    return keys.length === 0 ? undefined : json;
  };
}

/** A value that has not the form its field has; null says that the field is not set. */
function asGiven(value: unknown): JsonValue | undefined {
  return value === null || value === undefined ? undefined : asJson(value);
}

/** What JSON.parse gave. */
function asJson(value: unknown): JsonValue {
  return value as JsonValue;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
