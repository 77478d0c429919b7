import type { JsonObject } from '../../../shared/json.ts';
import { notFound } from './api-failure.ts';
import type { EstateDocument } from './estate.ts';
import { answerPolicy } from './iam-policy.ts';
import { answerLocations } from './list-locations.ts';
import type { ApiContext, ApiRequest, Operation } from './operation.ts';
import { answerPage, projectOf, requestedPolicyVersion, restOperation } from './rest-operation.ts';

const SERVICE = 'artifactregistry.googleapis.com';
const SIZES = { default: 100, maximum: 1000 };
const REPOSITORY = 'projects/[^/]+/locations/[^/]+/repositories/[^/:]+';
const PERMISSION = 'artifactregistry';

/** Artifact Registry: repositories, images by digest, and the digest a tag stands for today. */
export const ARTIFACT_REGISTRY_OPERATIONS: readonly Operation[] = [
  operation('ListLocations', 'locations.list', '(?<name>projects/[^/]+)/locations', (request, context) =>
    answerLocations(SERVICE, request, context),
  ),
  operation('GetRepository', 'repositories.get', `(?<name>${REPOSITORY})`, get),
  operation(
    'ListRepositories',
    'repositories.list',
    '(?<name>projects/[^/]+/locations/[^/]+)/repositories',
    (request, context) => {
      return list(request, context, 'repositories');
    },
  ),
  operation('GetIamPolicy', 'repositories.getIamPolicy', `(?<name>${REPOSITORY}):getIamPolicy`, (request, context) => {
    return answerPolicy(find(request, context).iamPolicy, requestedPolicyVersion(request));
  }),
  operation('GetDockerImage', 'dockerimages.get', `(?<name>${REPOSITORY}/dockerImages/[^/]+@[^/]+)`, get),
  operation('GetDockerImage', 'dockerimages.get', `(?<name>${REPOSITORY}/dockerImages/[^/@]+)`, get),
  operation('ListDockerImages', 'dockerimages.list', `(?<name>${REPOSITORY})/dockerImages`, (request, context) => {
    return list(request, context, 'dockerImages');
  }),
  operation('GetTag', 'tags.get', `(?<name>${REPOSITORY}/packages/[^/]+/tags/[^/]+)`, getTag),
];

function operation(method: string, permission: string, path: string, answer: Operation['answer']): Operation {
  return restOperation({
    service: SERVICE,
    method,
    path: new RegExp(`^v1/${path}$`, 'u'),
    permission: `${PERMISSION}.${permission}`,
    answer,
  });
}

function get(request: ApiRequest, context: ApiContext): JsonObject {
  return find(request, context).data;
}

function find(request: ApiRequest, context: ApiContext): EstateDocument {
  projectOf(SERVICE, request, context);
  const document = context.world.get(`//${SERVICE}/${request.name}`);
  if (document === undefined) {
    throw notFound('Requested entity was not found.');
  }
  return document;
}

function list(request: ApiRequest, context: ApiContext, collection: string): JsonObject {
  projectOf(SERVICE, request, context);
  const all = context.world.list(`//${SERVICE}/${request.name}`, collection);
  return answerPage(all, collection, SIZES, request, context);
}

function getTag(request: ApiRequest, context: ApiContext): JsonObject {
  projectOf(SERVICE, request, context);
  const [repository = '', rest = ''] = request.name.split('/packages/');
  const [packageName = '', tag = ''] = rest.split('/tags/');
  const image = context.world.list(`//${SERVICE}/${repository}`, 'dockerImages').find(({ name, data: { tags } }) => {
    return name.split('/').at(-1)?.split('@')[0] === packageName && Array.isArray(tags) && tags.includes(tag);
  });
  const digest = image?.name.split('@').at(-1);
  if (digest === undefined) {
    throw notFound('Requested entity was not found.');
  }
  return { name: request.name, version: `${repository}/packages/${packageName}/versions/${digest}` };
}
