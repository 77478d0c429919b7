import protobuf from 'protobufjs';
import { isJsonObject } from '../../../shared/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/json.ts';
import { responseTypeOf } from './protos.ts';

/** A method's answer with enums as numbers, as `$alt=json;enum-encoding=int` asks. Methods without a known message stay as they are. */
export function toNumericEnums(method: string, body: JsonObject): JsonObject {
  const type = responseTypeOf(method);
  return type === undefined ? body : convertMessage(type, body);
}

function convertMessage(type: protobuf.Type, data: JsonObject): JsonObject {
  if (type.fullName.startsWith('.google.protobuf.')) {
    return data;
  }
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => {
      const resolved = Object.hasOwn(type.fields, key) ? (type.fields[key]?.resolve() ?? undefined) : undefined;
      return [key, resolved === undefined ? value : convertField(resolved, value)];
    }),
  );
}

function convertField(field: protobuf.Field, value: JsonValue): JsonValue {
  const type = field.resolvedType;
  if (type === null) {
    return value;
  }
  if (field instanceof protobuf.MapField && isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, convertValue(type, item)]));
  }
  return Array.isArray(value) ? value.map((item: JsonValue) => convertValue(type, item)) : convertValue(type, value);
}

function convertValue(type: protobuf.Type | protobuf.Enum, value: JsonValue): JsonValue {
  if (type instanceof protobuf.Enum) {
    return typeof value === 'string' ? (type.values[value] ?? value) : value;
  }
  return isJsonObject(value) ? convertMessage(type, value) : value;
}
