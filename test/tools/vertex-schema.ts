import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import protobuf from 'protobufjs';
import type { FieldSchema, VertexSchema } from '../../electron/google/transport/vertex/schema.ts';
import { VERTEX_COLLECTIONS } from '../../electron/google/transport/vertex/collections.ts';

const PACKAGE = 'google.cloud.aiplatform.v1';

/** Types of google.protobuf and google.rpc whose JSON is not that of a message. */
const WELL_KNOWN: Readonly<Record<string, FieldSchema['type']>> = {
  '.google.protobuf.Timestamp': 'timestamp',
  '.google.protobuf.Duration': 'duration',
  '.google.protobuf.Struct': 'struct',
  '.google.protobuf.Value': 'value',
  '.google.protobuf.ListValue': 'list-value',
  '.google.protobuf.FieldMask': 'field-mask',
  '.google.protobuf.Any': 'any',
};

const SCALARS: Readonly<Record<string, FieldSchema['type']>> = {
  string: 'string',
  bool: 'bool',
  int32: 'number',
  uint32: 'number',
  sint32: 'number',
  fixed32: 'number',
  sfixed32: 'number',
  double: 'number',
  float: 'float',
  int64: 'integer-text',
  uint64: 'integer-text',
  sint64: 'integer-text',
  fixed64: 'integer-text',
  sfixed64: 'integer-text',
  bytes: 'bytes',
};

/** Fields of every message that the listed resources of Vertex AI consist of, as the official client's package describes them. */
export function readVertexSchema(): VertexSchema {
  const file = createRequire(import.meta.url).resolve('@google-cloud/aiplatform/build/protos/protos.json');
  const description: protobuf.INamespace = JSON.parse(readFileSync(file, 'utf8'));
  const root = protobuf.Root.fromJSON(description).resolveAll();
  const messages = new Map<string, Readonly<Record<string, FieldSchema>>>();
  const waiting = Object.values(VERTEX_COLLECTIONS).map(({ message }) => root.lookupType(`${PACKAGE}.${message}`));
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    const name = nameOf(type);
    if (!messages.has(name)) {
      messages.set(name, Object.fromEntries(type.fieldsArray.map((field) => [field.name, describeField(field)])));
      const inner = type.fieldsArray.map(({ resolvedType }) => resolvedType);
      waiting.push(
        ...inner.filter((each): each is protobuf.Type => {
          return each instanceof protobuf.Type && WELL_KNOWN[each.fullName] === undefined;
        }),
      );
    }
  }
  return Object.fromEntries([...messages].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

function describeField(field: protobuf.Field): FieldSchema {
  const { resolvedType } = field;
  const repeated = field.repeated ? 'list' : field.map ? 'map' : undefined;
  return {
    ...typeOf(field, resolvedType),
    ...(repeated === undefined ? {} : { repeated }),
    // Members of a oneof, `optional` fields and messages are told from their default; others are not.
    ...(field.partOf === null && !(resolvedType instanceof protobuf.Type) ? {} : { presence: true }),
  };
}

function typeOf(field: protobuf.Field, resolved: protobuf.ReflectionObject | null): FieldSchema {
  if (resolved instanceof protobuf.Enum) {
    return { type: 'enum', zero: resolved.valuesById[0] ?? '' };
  }
  if (resolved instanceof protobuf.Type) {
    const wellKnown = WELL_KNOWN[resolved.fullName];
    return wellKnown === undefined ? { type: 'message', message: nameOf(resolved) } : { type: wellKnown };
  }
  const type = SCALARS[field.type];
  if (type === undefined) {
    throw new Error(`${field.fullName} has the type ${field.type}, for which there is no JSON form here.`);
  }
  return { type };
}

function nameOf(type: protobuf.Type): string {
  return type.fullName.replace(/^\./u, '').replace(`${PACKAGE}.`, '');
}
