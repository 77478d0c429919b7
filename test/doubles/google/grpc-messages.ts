import { fromProto3JSON } from 'proto3-json-serializer';
import protobuf from 'protobufjs';
import { isJsonObject } from '../../../shared/json.ts';
import type { JsonObject, JsonValue } from '../../../shared/json.ts';
import { STATUS } from './api-failure.ts';
import type { ApiFailure } from './api-failure.ts';
import { loadProtos } from './protos.ts';

/** The fields of a request that the operations know, by their JSON names. */
export interface RequestFields {
  /** The field `parent` or `name`. */
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Reads a request: texts and numbers as text, a field mask joined by commas. */
export function decodeRequest(type: protobuf.Type, bytes: Uint8Array): RequestFields {
  const fields: Record<string, unknown> = type.toObject(type.decode(bytes), { longs: String });
  const parameters = Object.entries(fields).flatMap(([key, value]) => {
    if (typeof value === 'string' || typeof value === 'number') {
      return [[key, String(value)]];
    }
    return isFieldMask(value) ? [[key, value.paths.join(',')]] : [];
  });
  const { parent, name, ...rest }: Record<string, string> = Object.fromEntries(parameters);
  return { name: parent ?? name ?? '', parameters: rest };
}

function isFieldMask(value: unknown): value is { readonly paths: readonly string[] } {
  return typeof value === 'object' && value !== null && 'paths' in value && Array.isArray(value.paths);
}

/** Writes a response. Members of lists are kept once written: an estate is listed many times, and seldom changes. */
export function encodeResponse(type: protobuf.Type, body: JsonObject): Uint8Array {
  const parts = Object.entries(body).flatMap(([key, value]) => {
    const field = Object.hasOwn(type.fields, key) ? type.fields[key]?.resolve() : undefined;
    const memberType = field?.repeated === true ? field.resolvedType : null;
    if (field === undefined || !(memberType instanceof protobuf.Type) || !isJsonList(value)) {
      return [encodeMessage(type, { [key]: value })];
    }
    const tag = (field.id << 3) | LENGTH_DELIMITED;
    return value.map((item) => protobuf.Writer.create().uint32(tag).bytes(encodeMessage(memberType, item)).finish());
  });
  return Buffer.concat(parts);
}

function isJsonList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

const LENGTH_DELIMITED = 2;
/** The serializer only reads what it is given, but does not declare it read-only. */
type SerializerInput = Parameters<typeof fromProto3JSON>[1];

const written = new WeakMap<object, Uint8Array>();

function encodeMessage(type: protobuf.Type, data: JsonValue): Uint8Array {
  const known = isJsonObject(data) ? written.get(data) : undefined;
  if (known !== undefined) {
    return known;
  }
  const bytes = type.encode(fromProto3JSON(type, data as SerializerInput) ?? {}).finish();
  if (isJsonObject(data)) {
    written.set(data, bytes);
  }
  return bytes;
}

/** `google.rpc.Status` with its details, as `grpc-status-details-bin` carries it. */
export function encodeStatus(failure: ApiFailure): Uint8Array {
  const root = loadProtos();
  const status = root.lookupType('google.rpc.Status');
  const details = failure.details.map(({ '@type': url, ...fields }) => {
    const type = root.lookupType(typeof url === 'string' ? url.slice(url.indexOf('/') + 1) : '');
    return { type_url: url, value: encodeMessage(type, fields) };
  });
  const { status: name, message } = failure;
  return status.encode(status.create({ code: STATUS[name].grpc, message, details })).finish();
}
