import { isJsonObject } from '../../../../shared/json.ts';
import type { JsonObject, JsonValue } from '../../../../shared/json.ts';
import { kindById } from '../../../../shared/kinds/index.ts';
import { VERTEX_SERVICE } from '../../../../shared/kinds/vertex.ts';
import type { RestReader } from '../rest/rest-reader.ts';
import type { CanonicalForm } from './canonical.ts';
import { collectionOf, locationOf, resourceOf } from './places.ts';
import { PAGE_SIZE } from './reader.ts';
import type { VertexReader } from './reader.ts';

/** Reads Vertex AI by REST. */
export function createRestVertex(read: RestReader, canonical: CanonicalForm): VertexReader {
  return {
    async listPage(call, attempt) {
      const { kind, parent, filter, pageToken } = call;
      const { message } = collectionOf(kind);
      const { collection } = kindById(kind);
      const isVersions = parent.includes(`/${collection}/`);
      const body = await read(
        {
          service: VERTEX_SERVICE,
          ...place(parent),
          path: `v1/${encodeName(parent)}${isVersions ? ':listVersions' : `/${collection}`}`,
          query: {
            pageSize: String(call.pageSize ?? PAGE_SIZE),
            ...(filter === undefined || filter === '' ? {} : { filter }),
            ...(pageToken === undefined || pageToken === '' ? {} : { pageToken }),
          },
        },
        attempt,
      );
      return {
        items: objectsOf(body[collection]).map((item) => canonical.fromRest(message, item)),
        ...nextOf(body),
      };
    },
    async get(call, attempt) {
      const body = await read(call, attempt);
      const resource = resourceOf(call.path);
      return resource === undefined ? body : canonical.fromRest(resource.collection.message, body);
    },
    async listLocations({ project, pageToken }, attempt) {
      const body = await read(
        {
          service: VERTEX_SERVICE,
          path: `v1/${encodeName(`projects/${project}`)}/locations`,
          query: { pageSize: String(PAGE_SIZE), ...(pageToken === '' ? {} : { pageToken }) },
        },
        attempt,
      );
      return {
        locations: objectsOf(body['locations']).map(({ locationId }) =>
          typeof locationId === 'string' ? locationId : '',
        ),
        ...nextOf(body),
      };
    },
  };
}

/** A relative name as a path. */
export function encodeName(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}

/** The objects of what should be a list of them; a missing list is an empty one. */
export function objectsOf(value: JsonValue | undefined): readonly JsonObject[] {
  const items: readonly JsonValue[] = Array.isArray(value) ? value : [];
  return items.filter(isJsonObject);
}

/** The token of the page after, where there is one. */
export function nextOf(body: JsonObject): { readonly nextPageToken?: string } {
  const { nextPageToken } = body;
  return typeof nextPageToken === 'string' && nextPageToken !== '' ? { nextPageToken } : {};
}

function place(parent: string): { readonly location?: string } {
  const location = locationOf(parent);
  return location === undefined ? {} : { location };
}
