import type { JsonObject } from '../../../shared/json.ts';
import { invalidArgument, notFound } from './api-failure.ts';
import type { EstateDocument } from './estate.ts';
import { applyFieldMask } from './field-mask.ts';
import { compileFilter } from './filter.ts';
import { checkedPlace } from './location-check.ts';
import type { ApiContext, ApiRequest, Operation } from './operation.ts';
import { takePage } from './paging.ts';

export const VERTEX = 'aiplatform.googleapis.com';

/** Vertex AI caps pages at 100 items, whatever is asked. */
const PAGE_SIZE = 100;

/** Message, collection, and the plural in the RPC's name. */
const RESOURCES = [
  ['CustomJob', 'customJobs', 'CustomJobs'],
  ['HyperparameterTuningJob', 'hyperparameterTuningJobs', 'HyperparameterTuningJobs'],
  ['NasJob', 'nasJobs', 'NasJobs'],
  ['Model', 'models', 'Models'],
  ['TrainingPipeline', 'trainingPipelines', 'TrainingPipelines'],
  ['PipelineJob', 'pipelineJobs', 'PipelineJobs'],
  ['Endpoint', 'endpoints', 'Endpoints'],
  ['PersistentResource', 'persistentResources', 'PersistentResources'],
  ['Tensorboard', 'tensorboards', 'Tensorboards'],
  ['Dataset', 'datasets', 'Datasets'],
] as const;

const PLACE = 'projects/[^/]+/locations/[^/]+';
const VERSION = 'v1(?:beta1)?';

/** Vertex AI's methods, all below `projects/P/locations/L`. */
export const VERTEX_OPERATIONS: readonly Operation[] = [
  ...RESOURCES.flatMap(([message, collection, plural]) => [
    operation(`List${plural}`, collection, 'list', `${PLACE})/${collection}`, (request, context) =>
      list(request, context, collection),
    ),
    operation(`Get${message}`, collection, 'get', `${PLACE}/${collection}/[^/:]+)`, (request, context) =>
      get(request, context, message),
    ),
  ]),
  operation('ListContexts', 'contexts', 'list', `${PLACE}/metadataStores/[^/]+)/contexts`, (request, context) =>
    list(request, context, 'contexts'),
  ),
  operation('GetContext', 'contexts', 'get', `${PLACE}/metadataStores/[^/]+/contexts/[^/:]+)`, (request, context) =>
    get(request, context, 'Context'),
  ),
  operation('ListModelVersions', 'models', 'list', `${PLACE}/models/[^/:]+):listVersions`, listVersions),
  {
    ...operation('ListLocations', 'locations', 'list', `projects/[^/]+)/locations`, listLocations),
    path: /^(?:ui|v1|v1beta1)\/(?<name>projects\/[^/]+)\/locations$/u,
  },
];

function operation(
  method: string,
  collection: string,
  permission: string,
  path: string,
  answer: Operation['answer'],
): Operation {
  return {
    service: VERTEX,
    method,
    verb: 'GET',
    path: new RegExp(`^${VERSION}/(?<name>${path}$`, 'u'),
    permission: `aiplatform.${collection}.${permission}`,
    errors: 'current',
    authenticated: true,
    answer,
  };
}

function list(request: ApiRequest, context: ApiContext, collection: string): JsonObject {
  const parent = checkedPlace(request, context);
  const { filter = '', readMask = '' } = request.parameters;
  const matches = compileFilter(filter, collection);
  const all = context.world
    .list(`//${VERTEX}/${parent}`, collection)
    .filter((document) => !isVersion(document) && matches(document.data));
  return page(all, collection, `${parent}/${collection}?${filter}`, request, context, readMask);
}

function listVersions(request: ApiRequest, context: ApiContext): JsonObject {
  checkedPlace(request, context);
  const name = context.world.normalise(request.name);
  const model = find(name, context, 'Model');
  const parent = name.slice(0, name.lastIndexOf('/models/'));
  const versions = context.world
    .list(`//${VERTEX}/${parent}`, 'models')
    .filter((document) => context.world.normalise(document.name).startsWith(`//${VERTEX}/${name}@`));
  const all = versions.length === 0 ? [model] : versions;
  return page(all, 'models', `${name}:listVersions`, request, context, request.parameters['readMask'] ?? '');
}

function page(
  all: readonly EstateDocument[],
  collection: string,
  listed: string,
  request: ApiRequest,
  context: ApiContext,
  readMask: string,
): JsonObject {
  const { pageSize, pageToken } = request.parameters;
  const { items, nextPageToken } = takePage(
    all,
    {
      pageSize,
      pageToken,
      list: listed,
      defaultSize: PAGE_SIZE,
      maximumSize: PAGE_SIZE,
      continuation: context.continuation,
    },
    context.pageTokens,
  );
  return {
    ...(items.length === 0 ? {} : { [collection]: items.map((document) => applyFieldMask(document.data, readMask)) }),
    ...(nextPageToken === undefined ? {} : { nextPageToken }),
  };
}

function get(request: ApiRequest, context: ApiContext, message: string): JsonObject {
  checkedPlace(request, context);
  return find(request.name, context, message).data;
}

/** The document of a name; a model's may end in a version or an alias. */
function find(name: string, context: ApiContext, message: string): EstateDocument {
  const { world } = context;
  const exact = world.get(`//${VERTEX}/${name}`);
  if (exact !== undefined) {
    return exact;
  }
  const [model, version] = name.split('@');
  if (message === 'Model' && version !== undefined && model !== undefined) {
    const full = world.normalise(`//${VERTEX}/${model}`);
    const found = world
      .list(full.slice(0, full.lastIndexOf('/models/')), 'models')
      .filter((document) => world.normalise(document.name).split('@')[0] === full)
      .find(({ data: { versionId, versionAliases } }) => {
        return versionId === version || (Array.isArray(versionAliases) && versionAliases.includes(version));
      });
    if (found !== undefined) {
      return found;
    }
  }
  throw notFound(`The ${message} does not exist.`);
}

function isVersion(document: EstateDocument): boolean {
  return document.name.slice(document.name.lastIndexOf('/')).includes('@');
}

function listLocations(request: ApiRequest, context: ApiContext): JsonObject {
  const project = checkedPlace(request, context);
  const { locations = [], number = '' } = context.world.project(project.replace('projects/', '')) ?? {};
  const size = Number(request.parameters['pageSize'] ?? 0) || locations.length;
  const start = Number(request.parameters['pageToken'] ?? 0);
  if (!Number.isInteger(start)) {
    throw invalidArgument('The page token is invalid.', 'page_token');
  }
  const shown = locations.slice(start, start + size).map((locationId) => ({
    name: `projects/${number}/locations/${locationId}`,
    locationId,
  }));
  return {
    ...(shown.length === 0 ? {} : { locations: shown }),
    ...(start + size < locations.length ? { nextPageToken: String(start + size) } : {}),
  };
}
