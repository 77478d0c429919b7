import type { KindApi } from './api.ts';
import type { FieldSpec, KindDefinition } from './kind.ts';

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

/** What follows from the names of a Vertex AI collection below a location and of its asset type; `tail` is the optional end of a name. */
export function vertexCollection(
  collection: string,
  assetType: string,
  tail = '',
): Pick<
  KindDefinition,
  'reference' | 'service' | 'collection' | 'assetTypes' | 'names' | 'nameFields' | 'permissions'
> {
  return {
    reference: vertexReference(collection),
    service: VERTEX_SERVICE,
    collection,
    assetTypes: [`${VERTEX_SERVICE}/${assetType}`],
    names: [vertexName(collection, tail)],
    nameFields: [{ path: 'name' }],
    permissions: vertexPermissions(collection),
  };
}

const CREATED: FieldSpec = { path: 'createTime', label: 'Created', group: 'times', format: 'time' };
const UPDATED: FieldSpec = { path: 'updateTime', label: 'Updated', group: 'times', format: 'time' };

/** Times of what runs and ends: jobs and pipelines. */
export const RUN_TIMES: NonNullable<KindDefinition['times']> = {
  created: 'createTime',
  started: 'startTime',
  ended: 'endTime',
  updated: 'updateTime',
};

export const RUN_TIME_FACTS: readonly FieldSpec[] = [
  CREATED,
  { path: 'startTime', label: 'Started', group: 'times', format: 'time', brief: true },
  { path: 'endTime', label: 'Ended', group: 'times', format: 'time' },
  UPDATED,
];

/** Times of what is kept until it is deleted: models, datasets, endpoints. */
export const KEPT_TIMES: NonNullable<KindDefinition['times']> = { created: 'createTime', updated: 'updateTime' };

export const KEPT_TIME_FACTS: readonly FieldSpec[] = [CREATED, UPDATED];
