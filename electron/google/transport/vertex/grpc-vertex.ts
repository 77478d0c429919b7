import type { CallOptions } from 'google-gax';
import type { Interceptor } from '@grpc/grpc-js';
import { VERTEX_SERVICE } from '../../../../shared/kinds/vertex.ts';
import { endpointFor } from '../../endpoints.ts';
import { ApiFailure } from '../api-failure.ts';
import type { Attempt } from '../calls/caller.ts';
import { failureOfGrpc } from '../failures/grpc-error.ts';
import type { TransportCredentials } from '../transport.ts';
import type { CanonicalForm } from './canonical.ts';
import type { ClientPool } from './client-pool.ts';
import type { ClientSource } from './collections.ts';
import { collectionOf, locationOf, resourceOf } from './places.ts';
import { PAGE_SIZE } from './reader.ts';
import type { VertexReader } from './reader.ts';

/** Reads Vertex AI by gRPC, through the official clients. */
export function createGrpcVertex(
  pool: ClientPool,
  credentials: Pick<TransportCredentials, 'endpointOverrides'>,
  canonical: CanonicalForm,
): VertexReader {
  function clientsAt(location: string | undefined, { signal }: Attempt): ClientSource {
    const { grpc } = endpointFor(VERTEX_SERVICE, location, credentials.endpointOverrides);
    if (grpc === undefined) {
      const message = 'The address set for Vertex AI is not one of TLS, over which alone gRPC is spoken.';
      throw new ApiFailure({ service: VERTEX_SERVICE, message, status: 'endpoint-refused' });
    }
    const clientOf = pool.at(grpc);
    return async (name) => {
      const client = await clientOf(name);
      signal.throwIfAborted();
      return client;
    };
  }

  return {
    async listPage(call, attempt) {
      const { kind, parent, filter = '', pageToken = '' } = call;
      const { message, list, versions } = collectionOf(kind);
      const isVersions = versions !== undefined && resourceOf(`v1/${parent}`) !== undefined;
      const method = isVersions ? versions : list;
      const request = { parent, filter, pageSize: call.pageSize ?? PAGE_SIZE, pageToken };
      const [rows, , answer] = await called(attempt, pageToken !== '', (options) =>
        method(clientsAt(locationOf(parent), attempt), request, options),
      );
      const next = answer.nextPageToken ?? '';
      return {
        items: rows.map((row) => canonical.fromGrpc(message, row)),
        ...(next === '' ? {} : { nextPageToken: next }),
      };
    },
    async get(call, attempt) {
      const resource = resourceOf(call.path);
      if (resource === undefined) {
        throw new Error(`Vertex AI has no resource at ${call.path}.`);
      }
      const { name, collection } = resource;
      const [row] = await called(attempt, false, (options) =>
        collection.get(clientsAt(call.location ?? locationOf(name), attempt), { name }, options),
      );
      return canonical.fromGrpc(collection.message, row);
    },
    async listLocations({ project, pageToken }, attempt) {
      const [rows, , answer] = await called(attempt, pageToken !== '', async (options) => {
        const { locationsClient } = await clientsAt(undefined, attempt)('job');
        return await locationsClient.listLocations(
          { name: `projects/${project}`, pageSize: PAGE_SIZE, pageToken },
          options,
        );
      });
      const next = answer.nextPageToken ?? '';
      return {
        locations: rows.map(({ locationId }) => locationId ?? ''),
        ...(next === '' ? {} : { nextPageToken: next }),
      };
    },
  };
}

/** Makes one call: with the token, without the client's own paging and retries, ended when the attempt is. */
async function called<Value>(
  { signal, headers, milliseconds }: Attempt,
  paged: boolean,
  call: (options: CallOptions) => Promise<Value>,
): Promise<Value> {
  const { InterceptingCall } = await import('@grpc/grpc-js');
  let stop: (() => void) | undefined;
  // The promise of a call cannot be cancelled, and closing the client does not end it; only this ends it at once.
  const cancellable: Interceptor = (options, nextCall) => {
    const intercepted = new InterceptingCall(nextCall(options));
    stop = () => intercepted.cancelWithStatus(CANCELLED, 'cancelled');
    signal.addEventListener('abort', stop, { once: true });
    return intercepted;
  };
  try {
    return await call({
      autoPaginate: false,
      timeout: milliseconds,
      otherArgs: { headers: { ...headers }, options: { interceptors: [cancellable] } },
    });
  } catch (error) {
    const failure = failureOfGrpc(VERTEX_SERVICE, error, paged);
    throw failure === undefined ? error : new ApiFailure(failure);
  } finally {
    if (stop !== undefined) {
      signal.removeEventListener('abort', stop);
    }
  }
}

/** https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto */
const CANCELLED = 1;
