import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import protobuf from 'protobufjs';

const require = createRequire(import.meta.url);

/** Messages of google.rpc that errors carry; the client's package has only `Status`. */
const ERROR_DETAILS = {
  ErrorInfo: {
    fields: {
      reason: { type: 'string', id: 1 },
      domain: { type: 'string', id: 2 },
      metadata: { keyType: 'string', type: 'string', id: 3 },
    },
  },
  RetryInfo: { fields: { retryDelay: { type: 'google.protobuf.Duration', id: 1 } } },
  BadRequest: {
    fields: { fieldViolations: { rule: 'repeated', type: 'FieldViolation', id: 1 } },
    nested: {
      FieldViolation: { fields: { field: { type: 'string', id: 1 }, description: { type: 'string', id: 2 } } },
    },
  },
  Help: {
    fields: { links: { rule: 'repeated', type: 'Link', id: 1 } },
    nested: { Link: { fields: { description: { type: 'string', id: 1 }, url: { type: 'string', id: 2 } } } },
  },
  LocalizedMessage: { fields: { locale: { type: 'string', id: 1 }, message: { type: 'string', id: 2 } } },
};

let loaded: protobuf.Root | undefined;

/** The protocol of Vertex AI as the official client's package describes it, with the Locations service of its runtime. */
export function loadProtos(): protobuf.Root {
  loaded ??= load();
  return loaded;
}

function load(): protobuf.Root {
  const client = require.resolve('@google-cloud/aiplatform/build/protos/protos.json');
  const runtime = createRequire(client).resolve('google-gax');
  const root = protobuf.Root.fromJSON(readDescription(client));
  const locations = protobuf.Root.fromJSON(readDescription(join(dirname(runtime), '../protos/locations.json')));
  root.define('google.cloud').add(locations.lookupService('google.cloud.location.Locations').parent ?? locations);
  root.define('google.rpc', ERROR_DETAILS);
  root.resolveAll();
  return root;
}

function readDescription(path: string): protobuf.INamespace {
  const parsed: protobuf.INamespace = JSON.parse(readFileSync(path, 'utf8'));
  return parsed;
}

/** A method of Vertex AI's API by its RPC name and, where two services have it, the service's full name. */
export function findRpc(service: string, method: string): protobuf.Method | undefined {
  const found = loadProtos().lookup(service, [protobuf.Service]);
  return found instanceof protobuf.Service ? found.methods[method] : undefined;
}

const responses = new Map<string, protobuf.Type | undefined>();

/** The response message of a Vertex AI method, whichever service has it. */
export function responseTypeOf(method: string): protobuf.Type | undefined {
  if (!responses.has(method)) {
    const api = loadProtos().lookup('google.cloud.aiplatform.v1');
    const members = api instanceof protobuf.Namespace ? api.nestedArray : [];
    const services = members.filter((member): member is protobuf.Service => member instanceof protobuf.Service);
    const rpc = services.map((service) => service.methods[method]).find((found) => found !== undefined);
    rpc?.resolve();
    responses.set(method, rpc?.resolvedResponseType ?? undefined);
  }
  return responses.get(method);
}
