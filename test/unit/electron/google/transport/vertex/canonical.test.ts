import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fromProto3JSON, toProto3JSON } from 'proto3-json-serializer';
import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import { createCanonicalForm } from '../../../../../../electron/google/transport/vertex/canonical.ts';
import { VERTEX_COLLECTIONS } from '../../../../../../electron/google/transport/vertex/collections.ts';
import type { VertexSchema } from '../../../../../../electron/google/transport/vertex/schema.ts';
import type { JsonObject, JsonValue } from '../../../../../../shared/json.ts';
import { loadProtos } from '../../../../../doubles/google/protos.ts';
import { messageArbitrary } from './message-arbitrary.ts';

const SCHEMA = new URL('../../../../../../electron/google/transport/vertex/schema.json', import.meta.url);
const schema: VertexSchema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
const canonical = createCanonicalForm(schema);

/** What the official client makes of a message's bytes: google-gax sets these options. */
const CLIENT_FORM = { longs: String, enums: String, defaults: true, oneofs: true };

function messageOf(type: protobuf.Type, json: JsonObject): protobuf.Message {
  const written = fromProto3JSON(type, json as Parameters<typeof fromProto3JSON>[1]) ?? type.create();
  return type.decode(type.encode(written).finish());
}

function overGrpc(message: string, json: JsonObject): JsonObject {
  const type = loadProtos().lookupType(`google.cloud.aiplatform.v1.${message}`);
  return canonical.fromGrpc(message, type.toObject(messageOf(type, json), CLIENT_FORM));
}

/** The serializer writes maps that are empty, which REST leaves out. */
function withoutEmptyMaps(type: protobuf.Type, json: JsonObject): JsonObject {
  const entries = Object.entries(json).filter(([name, value]) => {
    return type.fields[name]?.map !== true || JSON.stringify(value) !== '{}';
  });
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const inner = type.fields[name]?.resolve().resolvedType;
      return [name, inner instanceof protobuf.Type ? mapObjects(value, type.fields[name], inner) : value];
    }),
  );
}

function mapObjects(value: JsonValue, field: protobuf.Field | undefined, type: protobuf.Type): JsonValue {
  if (type.fullName.startsWith('.google.protobuf.')) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item: JsonObject) => withoutEmptyMaps(type, item));
  }
  const object = value as JsonObject;
  return field?.map === true
    ? Object.fromEntries(Object.entries(object).map(([key, item]) => [key, withoutEmptyMaps(type, item as JsonObject)]))
    : withoutEmptyMaps(type, object);
}

describe.each(Object.values(VERTEX_COLLECTIONS).map(({ message }) => message))('%s', (message) => {
  const type = loadProtos().lookupType(`google.cloud.aiplatform.v1.${message}`);

  it('has the JSON that the protocol’s own serializer writes', () => {
    fc.assert(
      fc.property(messageArbitrary(type, 4), (json) => {
        const written = toProto3JSON(messageOf(type, json)) as JsonObject;
        expect(overGrpc(message, json)).toStrictEqual(withoutEmptyMaps(type, written));
      }),
      { numRuns: 40 },
    );
  });

  it('is the same text by gRPC and by REST', () => {
    fc.assert(
      fc.property(messageArbitrary(type, 4), (json) => {
        expect(JSON.stringify(canonical.fromRest(message, json))).toBe(JSON.stringify(overGrpc(message, json)));
      }),
      { numRuns: 40 },
    );
  });
});

it('leaves out what has its default, unless that can be told from nothing', () => {
  const job: JsonObject = {
    name: 'projects/1/locations/us-central1/customJobs/2',
    displayName: '',
    state: 'JOB_STATE_UNSPECIFIED',
    labels: {},
    endTime: null,
    jobSpec: {
      workerPoolSpecs: [
        { machineSpec: { machineType: 'n1-standard-4', acceleratorCount: 0 }, replicaCount: '0', containerSpec: {} },
        {},
      ],
      scheduling: { restartJobOnWorkerRestart: false },
      enableWebAccess: true,
      reservedIpRanges: [],
    },
  };
  const expected = {
    name: 'projects/1/locations/us-central1/customJobs/2',
    jobSpec: {
      // The empty pool keeps its place, the empty container spec says that the pool runs a container.
      workerPoolSpecs: [{ containerSpec: {}, machineSpec: { machineType: 'n1-standard-4' } }, {}],
      scheduling: {},
      enableWebAccess: true,
    },
  };
  expect(canonical.fromRest('CustomJob', job)).toStrictEqual(expected);
  expect(overGrpc('CustomJob', job)).toStrictEqual(expected);
});

it('writes fractions of seconds in as few digits as hold them, by threes', () => {
  const times = { createTime: '2026-11-20T12:00:00.100000Z', startTime: '2026-11-20T12:00:00.000Z' };
  const job = { ...times, jobSpec: { scheduling: { timeout: '3.500000s' } } };
  const expected = {
    jobSpec: { scheduling: { timeout: '3.500s' } },
    createTime: '2026-11-20T12:00:00.100Z',
    startTime: '2026-11-20T12:00:00Z',
  };
  expect(canonical.fromRest('CustomJob', job)).toStrictEqual(expected);
  expect(overGrpc('CustomJob', job)).toStrictEqual(expected);
});

it('gives numbers of 32 bits no digits that they do not have', () => {
  const path = { explanationSpec: { parameters: { sampledShapleyAttribution: { pathCount: 3 } } } };
  expect(overGrpc('Model', path)).toStrictEqual(path);
  const json = {
    explanationSpec: {
      parameters: { integratedGradientsAttribution: { stepCount: 5, smoothGradConfig: { noiseSigma: 0.1 } } },
    },
  };
  expect(overGrpc('Model', json)).toStrictEqual(json);
  expect(canonical.fromRest('Model', json)).toStrictEqual(json);
});

it('keeps what the schema does not know, of REST', () => {
  expect(canonical.fromRest('CustomJob', { newField: { deep: [0, ''] }, name: 'n', labels: 'none' })).toStrictEqual({
    name: 'n',
    labels: 'none',
    newField: { deep: [0, ''] },
  });
});

it('takes a label named __proto__ for a label', () => {
  const job: JsonObject = JSON.parse('{"labels":{"__proto__":"x","team":"y"},"__proto__":{"polluted":true}}');
  const read = canonical.fromRest('CustomJob', job);
  expect(JSON.stringify(read)).toBe('{"labels":{"__proto__":"x","team":"y"},"__proto__":{"polluted":true}}');
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
});

it('keeps the details of an error as bytes where only their type is known', () => {
  const row = {
    error: { code: 9, message: 'no', details: [{ type_url: 'type.googleapis.com/x.Y', value: Buffer.from('a') }] },
  };
  expect(canonical.fromGrpc('CustomJob', row)).toStrictEqual({
    error: { code: 9, message: 'no', details: [{ '@type': 'type.googleapis.com/x.Y', value: 'YQ==' }] },
  });
});
