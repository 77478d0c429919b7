import type { KindApi } from './api.ts';
import type { KindDefinition } from './kind.ts';

/** Host of the Vertex AI API, first part of its full resource names. */
export const VERTEX_SERVICE = 'aiplatform.googleapis.com';

/** Canonical name template of a Vertex AI collection below a location; `tail` is the optional end of a name. */
export function vertexName(collection: string, tail = ''): string {
  return `//${VERTEX_SERVICE}/projects/{project}/locations/{location}/${collection}/{id}${tail}`;
}

/**
 * Permissions to read a Vertex AI collection and the narrowest predefined role that has them.
 * https://cloud.google.com/vertex-ai/docs/general/iam-permissions
 */
export function vertexPermissions(collection: string): KindDefinition['permissions'] {
  return {
    get: `aiplatform.${collection}.get`,
    list: `aiplatform.${collection}.list`,
    role: 'roles/aiplatform.viewer',
  };
}

/**
 * How a Vertex AI collection below a location is read. `timeField`: what its list can be filtered by, as its reference says;
 * `standard`: taken by a collection that names no kinds.
 */
export function vertexApi(list: { readonly timeField?: 'create_time'; readonly standard: boolean }): KindApi {
  return { get: { path: 'v1/{name}' }, list: { place: 'vertex-location', ...list } };
}

/** Reference page of a Vertex AI collection below a location. */
export function vertexReference(collection: string): string {
  return `https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.${collection}`;
}
