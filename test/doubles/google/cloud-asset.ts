import type { JsonObject, JsonValue } from '../../../shared/json.ts';
import { invalidArgument } from './api-failure.ts';
import type { EstateDocument, EstateProject } from './estate.ts';
import type { ApiContext, ApiRequest, Operation } from './operation.ts';
import { answerPage, restOperation } from './rest-operation.ts';
import { textAt } from './text-at.ts';
import type { World } from './world.ts';

const SERVICE = 'cloudasset.googleapis.com';
const SCOPE = '(?<name>(?:projects|folders|organizations)/[^/:]+)';
const TYPE =
  /^(?:aiplatform|artifactregistry|bigquery|cloudkms|cloudresourcemanager|compute|iam|secretmanager|storage)\.googleapis\.com\/[A-Z]\w+$/u;

/** Cloud Asset Inventory: everything below a project, folder or organisation, as a list and as a search. */
export const CLOUD_ASSET_OPERATIONS: readonly Operation[] = [
  restOperation({
    service: SERVICE,
    method: 'ListAssets',
    path: new RegExp(`^v1/${SCOPE}/assets$`, 'u'),
    permission: 'cloudasset.assets.listResource',
    answer: listAssets,
  }),
  restOperation({
    service: SERVICE,
    method: 'SearchAllResources',
    path: new RegExp(`^v1/${SCOPE}:searchAllResources$`, 'u'),
    permission: 'cloudasset.assets.searchAllResources',
    answer: search,
  }),
];

function listAssets(request: ApiRequest, context: ApiContext): JsonObject {
  const { contentType = 'CONTENT_TYPE_UNSPECIFIED' } = request.parameters;
  const readTime = new Date(context.now()).toISOString();
  const all = inScope(request, context)
    .map(({ document }) => document)
    .filter((document) => contentType !== 'IAM_POLICY' || document.iamPolicy !== undefined);
  const shape = (document: EstateDocument) => {
    const project = projectOfDocument(document, context.world);
    return project === undefined ? {} : toAsset(document, project, contentType, context);
  };
  return { readTime, ...answerPage(all, 'assets', { default: 100, maximum: 1000 }, request, context, shape) };
}

function search(request: ApiRequest, context: ApiContext): JsonObject {
  const words = (request.parameters['query'] ?? '').split(/\s+/u).filter((word) => word !== '' && word !== 'AND');
  const all = inScope(request, context)
    .map(({ document, project }) => ({ ...document, data: toSearchResult(document, project, context.world) }))
    .filter(({ data }) => words.every((word) => matchesWord(data, word)));
  return answerPage(all, 'results', { default: 100, maximum: 500 }, request, context);
}

interface Scoped {
  readonly document: EstateDocument;
  readonly project: EstateProject;
}

function inScope(request: ApiRequest, context: ApiContext): readonly Scoped[] {
  const types = (request.parameters['assetTypes'] ?? '').split(',').filter((type) => type !== '');
  const unknown = types.find((type) => !TYPE.test(type));
  if (unknown !== undefined) {
    throw invalidArgument(`Invalid asset type: ${unknown}.`, 'asset_types');
  }
  const [, id = ''] = request.name.split('/');
  const wanted = context.world.project(id);
  return context.world
    .all()
    .filter(({ assetType }) => types.length === 0 || types.includes(assetType))
    .flatMap((document) => {
      const project = projectOfDocument(document, context.world);
      const inside = project === wanted || project?.ancestors?.includes(request.name) === true;
      return project !== undefined && inside ? [{ document, project }] : [];
    });
}

function projectOfDocument(document: EstateDocument, world: World): EstateProject | undefined {
  const named = /\/projects\/([^/]+)/u.exec(document.name)?.[1] ?? document.data['projectNumber'];
  return typeof named === 'string' ? world.project(named) : undefined;
}

function toAsset(
  document: EstateDocument,
  project: EstateProject,
  contentType: string,
  context: ApiContext,
): JsonObject {
  const head = { name: assetName(document, context.world), assetType: document.assetType };
  const tail = {
    ancestors: [
      `projects/${project.number}`,
      ...(project.ancestors ?? []).filter((name) => !name.startsWith('projects/')),
    ],
    updateTime: textAt(document.data, 'updateTime') ?? new Date(context.now()).toISOString(),
  };
  if (contentType === 'IAM_POLICY') {
    return { ...head, iamPolicy: document.iamPolicy ?? {}, ...tail };
  }
  if (contentType !== 'RESOURCE') {
    return { ...head, ...tail };
  }
  const [service = '', discoveryName = ''] = document.assetType.split('/');
  const resource = {
    version: 'v1',
    discoveryDocumentUri: `https://${service}/$discovery/rest?version=v1`,
    discoveryName,
    parent: `//cloudresourcemanager.googleapis.com/projects/${project.number}`,
    data: document.data,
    location: locationOf(document),
  };
  return { ...head, resource, ...tail };
}

function toSearchResult(document: EstateDocument, project: EstateProject, world: World): JsonObject {
  const { data } = document;
  const key = textAt(data, 'encryptionSpec', 'kmsKeyName');
  const optional: readonly (readonly [string, JsonValue | undefined])[] = [
    ['labels', data['labels']],
    ['state', data['state']],
    ['createTime', data['createTime']],
    ['updateTime', data['updateTime']],
    ['kmsKeys', key === undefined ? undefined : [key]],
  ];
  return {
    name: assetName(document, world),
    assetType: document.assetType,
    project: `projects/${world.project(project.id)?.number ?? ''}`,
    displayName: textAt(data, 'displayName') ?? document.name.split('/').at(-1) ?? '',
    location: locationOf(document),
    ...Object.fromEntries(optional.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined)),
    parentFullResourceName: `//cloudresourcemanager.googleapis.com/projects/${project.number}`,
  };
}

/** Service accounts go by unique id here, not by e-mail, and projects by number. */
function assetName(document: EstateDocument, world: World): string {
  const { name, data } = document;
  if (name.startsWith('//cloudresourcemanager.googleapis.com/')) {
    return world.normalise(name);
  }
  const uniqueId = textAt(data, 'uniqueId');
  return name.startsWith('//iam.googleapis.com/') && uniqueId !== undefined ? name.replace(/[^/]+$/u, uniqueId) : name;
}

function locationOf(document: EstateDocument): string {
  const named = /\/(?:locations|regions|zones)\/([^/]+)/u.exec(document.name)?.[1];
  return named ?? textAt(document.data, 'location')?.toLowerCase() ?? 'global';
}

function matchesWord(data: JsonObject, word: string): boolean {
  const [, field, value] = /^(\w+)[:=](.+)$/u.exec(word) ?? [];
  const [wanted = '', where] = field === undefined ? [word, data] : [value, data[field]];
  const text = wanted.replaceAll(/["*]/gu, '').toLowerCase();
  return JSON.stringify(where ?? '')
    .toLowerCase()
    .includes(text);
}
