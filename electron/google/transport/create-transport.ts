import { isJsonObject } from '../../../shared/json.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { VERTEX_SERVICE } from '../../../shared/kinds/vertex.ts';
import { endpointFor } from '../endpoints.ts';
import { ApiFailure } from './api-failure.ts';
import { createCaller } from './calls/caller.ts';
import { createRestReader } from './rest/rest-reader.ts';
import type { RestCall } from './rest/rest-reader.ts';
import type {
  GetCall,
  GoogleTransport,
  TransportCredentials,
  TransportLimits,
  TransportNotice,
  TransportOptions,
} from './transport.ts';
import { VERTEX_COLLECTIONS } from './vertex/collections.ts';
import { createCanonicalForm } from './vertex/canonical.ts';
import { chooseVertex } from './vertex/choose-vertex.ts';
import { createClientPool } from './vertex/client-pool.ts';
import { createGrpcVertex } from './vertex/grpc-vertex.ts';
import { setGrpcProxy } from './vertex/grpc-proxy.ts';
import { locationOf, resourceOf } from './vertex/places.ts';
import { createRestVertex, nextOf, objectsOf } from './vertex/rest-vertex.ts';
import schema from './vertex/schema.json' with { type: 'json' };
import type { LocationsCall, LocationsPage, VertexReader } from './vertex/reader.ts';
import type { VertexSchema } from './vertex/schema.ts';

const LIMITS: TransportLimits = {
  parallelPerService: 8,
  attempt: 30_000,
  total: 120_000,
  retries: 5,
  answerBytes: 64 * 1024 * 1024,
};

/** Regions; beside them the API lists `global` and multi-regions, in which nothing is trained. */
const REGION = /^[a-z]+-[a-z]+\d+$/u;

/** Methods that are sent by POST and only read. */
const READING_POST = /:(?:getIamPolicy|testIamPermissions)$/u;

/** Makes what reads Google's APIs. Nothing is called or loaded before the first read. */
export function createTransport(credentials: TransportCredentials, options: TransportOptions): GoogleTransport {
  setGrpcProxy(options.environment, options.network);
  const { clock } = options;
  const limits = { ...LIMITS, ...options.limits };
  const closed = new AbortController();
  const caller = createCaller({ credentials, clock, random: options.random, limits, closed: closed.signal });
  const rest = createRestReader({
    fetch: options.fetch,
    credentials,
    now: clock.now,
    answerBytes: limits.answerBytes,
  });
  const canonical = createCanonicalForm(schema as VertexSchema);
  const restVertex = createRestVertex(rest, canonical);
  const { authClient } = credentials;
  const pool = createClientPool({ authClient, network: options.network, answerBytes: limits.answerBytes });
  const vertex = readerOf(options, credentials, createGrpcVertex(pool, credentials, canonical), restVertex);

  function call(request: RestCall, signal: AbortSignal | undefined): Promise<JsonObject> {
    return caller(request, (attempt) => rest(request, attempt), signal);
  }

  async function get({ signal, ...request }: GetCall): Promise<JsonObject> {
    const { service, path, query = {} } = request;
    if (service === VERTEX_SERVICE && Object.keys(query).length === 0 && resourceOf(path) !== undefined) {
      const location = request.location ?? locationOf(path.replace(/^v1\//u, ''));
      return await caller({ service, location }, (attempt) => vertex.get(request, attempt), signal);
    }
    try {
      return await call(request, signal);
    } catch (error) {
      const { quotaProject, project = quotaProject } = credentials.describe();
      const userProject = quotaProject ?? project;
      const isRequesterPays = error instanceof ApiFailure && error.failure.status === 'user-project-required';
      if (!isRequesterPays || userProject === undefined || 'userProject' in query) {
        throw error;
      }
      return await call({ ...request, query: { ...query, userProject } }, signal);
    }
  }

  return {
    get,
    canonical(kind, data) {
      const collection = VERTEX_COLLECTIONS[kind];
      return collection === undefined ? data : canonical.fromRest(collection.message, data);
    },
    listPage: (list) => {
      const target = { service: VERTEX_SERVICE, location: locationOf(list.parent) };
      return caller(target, (attempt) => vertex.listPage(list, attempt), list.signal);
    },
    async list({ collectionKey, pageToken, ...request }) {
      const query = { ...request.query, ...(pageToken === undefined ? {} : { pageToken }) };
      const body = await get({ ...request, query });
      return { items: itemsOf(body, collectionKey), ...nextOf(body) };
    },
    async post({ signal, ...request }) {
      if (!READING_POST.test(request.path)) {
        const message = `${request.path} is not among the methods that only read, so it was not called.`;
        throw new ApiFailure({ service: request.service, message, status: 'invalid' });
      }
      return await call(request, signal);
    },
    async listLocations({ project, signal }) {
      const found = new Set<string>();
      let page: LocationsCall | undefined = { project, pageToken: '' };
      while (page !== undefined) {
        const asked: LocationsCall = page;
        const { locations, nextPageToken }: LocationsPage = await caller(
          { service: VERTEX_SERVICE },
          (attempt) => vertex.listLocations(asked, attempt),
          signal,
        );
        for (const location of locations) {
          found.add(location);
        }
        page = nextPageToken === undefined ? undefined : { project, pageToken: nextPageToken };
      }
      return [...found].filter((location) => REGION.test(location)).toSorted();
    },
    async close() {
      closed.abort();
      await pool.close();
    },
  };
}

function readerOf(
  { kind, network, clock, onNotice = () => undefined }: TransportOptions,
  credentials: TransportCredentials,
  grpc: VertexReader,
  rest: VertexReader,
): VertexReader {
  if (kind === 'rest') {
    return rest;
  }
  const hindrance = hindranceOf(network.proxy, credentials);
  if (kind === 'grpc') {
    return grpc;
  }
  if (hindrance === undefined) {
    return chooseVertex({ grpc, rest, clock, onNotice });
  }
  onNotice(hindrance);
  return rest;
}

/** Why gRPC cannot be used. */
function hindranceOf(proxy: URL | undefined, credentials: TransportCredentials): TransportNotice | undefined {
  if (endpointFor(VERTEX_SERVICE, undefined, credentials.endpointOverrides).grpc === undefined) {
    return { type: 'grpc-needs-tls' };
  }
  return proxy?.protocol === 'https:' ? { type: 'grpc-needs-http-proxy' } : undefined;
}

/** Items of a list; an aggregated list of Compute has them by place, each with a list of its own. */
function itemsOf(body: JsonObject, key: string): readonly JsonObject[] {
  const value = body[key];
  return isJsonObject(value) ? Object.values(value).flatMap((place) => innerLists(place)) : objectsOf(value);
}

function innerLists(place: JsonObject[string]): readonly JsonObject[] {
  return isJsonObject(place) ? Object.values(place).flatMap((list) => objectsOf(list)) : [];
}
