import fc from 'fast-check';
import protobuf from 'protobufjs';
import type { JsonObject, JsonValue } from '../../../../../../shared/json.ts';

/**
 * Messages of a type in their JSON, down to a depth. No field without presence has its default, which REST would leave out;
 * no `Any`, whose bytes only REST can read.
 */
export function messageArbitrary(type: protobuf.Type, depth: number): fc.Arbitrary<JsonObject> {
  const alone = type.fieldsArray.filter(({ partOf }) => partOf === null);
  const groups = [...alone.map((field) => [field]), ...type.oneofsArray.map(({ fieldsArray }) => fieldsArray)];
  const members = groups.flatMap((fields) => {
    const known = fields.flatMap((field) => {
      const value = fieldArbitrary(field, depth);
      return value === undefined ? [] : [value.map((each): JsonObject => ({ [field.name]: each }))];
    });
    return known.length === 0 ? [] : [fc.option(fc.oneof(...known), { freq: 1, nil: {} })];
  });
  return fc.tuple(...members).map((parts) => Object.assign({}, ...parts) as JsonObject);
}

const NAME = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/u);
const NUMBER = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((value) => value + 0);
const JSON_VALUE: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false, '', 0),
    fc.string(),
    NUMBER,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(NAME, tie('value'), { maxKeys: 3 }).map((object): JsonValue => ({ ...object })),
  ),
})).value;
const STRUCT = fc.dictionary(NAME, JSON_VALUE, { maxKeys: 3 }).map((object): JsonValue => ({ ...object }));

const NANOS = fc.constantFrom('', '.100', '.120', '.123456', '.000001', '.123456789');
const WELL_KNOWN: Readonly<Record<string, fc.Arbitrary<JsonValue>>> = {
  '.google.protobuf.Timestamp': fc
    .tuple(fc.integer({ min: -1e9, max: 4e9 }), NANOS)
    .map(([seconds, nanos]) => new Date(seconds * 1000).toISOString().replace('.000Z', `${nanos}Z`)),
  '.google.protobuf.Duration': fc.tuple(fc.nat(1e9), NANOS).map(([seconds, nanos]) => `${seconds}${nanos}s`),
  '.google.protobuf.Struct': STRUCT,
  '.google.protobuf.Value': JSON_VALUE,
  '.google.protobuf.ListValue': fc.array(JSON_VALUE, { maxLength: 3 }),
};

const INTEGER = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const LONG = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String);
const SCALARS: Readonly<Record<string, fc.Arbitrary<JsonValue>>> = {
  string: fc.string({ minLength: 1, unit: 'grapheme' }),
  bool: fc.constant(true),
  int32: INTEGER,
  uint32: INTEGER,
  int64: LONG,
  uint64: LONG,
  double: NUMBER.filter((value) => value !== 0),
  // Exact in 32 bits.
  float: INTEGER.map((value) => (value % 4096) / 8 + 0.125),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }).map((bytes) => Buffer.from(bytes).toString('base64')),
};

function fieldArbitrary(field: protobuf.Field, depth: number): fc.Arbitrary<JsonValue> | undefined {
  const value = valueArbitrary(field, depth);
  if (value === undefined) {
    return undefined;
  }
  if (field.map) {
    return fc.dictionary(NAME, value, { minKeys: 1, maxKeys: 2 }).map((object): JsonValue => ({ ...object }));
  }
  return field.repeated ? fc.array(value, { minLength: 1, maxLength: 2 }) : value;
}

function valueArbitrary(field: protobuf.Field, depth: number): fc.Arbitrary<JsonValue> | undefined {
  const { resolvedType } = field.resolve();
  if (resolvedType instanceof protobuf.Enum) {
    const names = Object.keys(resolvedType.values).filter((name) => resolvedType.values[name] !== 0);
    return names.length === 0 ? undefined : fc.constantFrom(...names);
  }
  if (resolvedType instanceof protobuf.Type) {
    const wellKnown = WELL_KNOWN[resolvedType.fullName];
    const isMessage = resolvedType.fullName !== '.google.protobuf.Any' && depth > 0;
    return wellKnown ?? (isMessage ? messageArbitrary(resolvedType, depth - 1) : undefined);
  }
  return SCALARS[field.type];
}
