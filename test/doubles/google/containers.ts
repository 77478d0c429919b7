import type { JsonObject } from '../../../shared/json.ts';
import { permissionDenied } from './api-failure.ts';
import { answerPolicy } from './iam-policy.ts';
import type { EstateDocument } from './estate.ts';
import type { ApiContext, ApiRequest, Operation } from './operation.ts';
import { answerPage, requestedPolicyVersion, restOperation } from './rest-operation.ts';
import type { World } from './world.ts';

const SERVICE = 'cloudresourcemanager.googleapis.com';
const SIZES = { default: 100, maximum: 300 };

/** Resource Manager v3: folders and organisations, as the ancestors of projects tell them, and their policies. */
export const CONTAINER_OPERATIONS: readonly Operation[] = [
  operation('GetFolder', 'folders.get', 'v3/(?<name>folders/\\d+)', (request, context) =>
    toContainer(request.name, find(request, context), context.world),
  ),
  operation('GetOrganization', 'organizations.get', 'v3/(?<name>organizations/\\d+)', (request, context) =>
    toContainer(request.name, find(request, context), context.world),
  ),
  operation('ListFolders', 'folders.list', 'v3/(?<name>folders)', (request, context) => {
    const { parent } = request.parameters;
    const below = [...containersOf(context.world)].filter(([, above]) => above !== undefined && above === parent);
    const documents = below.map(([name, above]): EstateDocument => ({
      name: `//${SERVICE}/${name}`,
      assetType: `${SERVICE}/Folder`,
      data: toContainer(name, above, context.world),
    }));
    return answerPage(documents, 'folders', SIZES, request, context);
  }),
  ...(['folders', 'organizations'] as const).map((collection) => ({
    ...operation(
      'GetIamPolicy',
      `${collection}.getIamPolicy`,
      `v3/(?<name>${collection}/\\d+):getIamPolicy`,
      (request, context) => {
        find(request, context);
        const { iamPolicy } = context.world.get(`//${SERVICE}/${request.name}`) ?? {};
        return answerPolicy(iamPolicy, requestedPolicyVersion(request));
      },
    ),
    verb: 'POST' as const,
  })),
];

function operation(method: string, permission: string, path: string, answer: Operation['answer']): Operation {
  return restOperation({
    service: SERVICE,
    method,
    path: new RegExp(`^${path}$`, 'u'),
    permission: `resourcemanager.${permission}`,
    answer,
  });
}

/** What the container lies in; IAM refuses for one that does not exist. */
function find(request: ApiRequest, { world }: ApiContext): string | undefined {
  const containers = containersOf(world);
  if (!containers.has(request.name)) {
    const [collection = ''] = request.name.split('/');
    throw permissionDenied(SERVICE, `resourcemanager.${collection}.get`, request.name);
  }
  return containers.get(request.name);
}

/** Every folder and organisation, with what it lies in. */
function containersOf({ projects }: World): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const { ancestors = [] } of projects) {
    const above = ancestors.filter((name) => !name.startsWith('projects/'));
    for (const [index, name] of above.entries()) {
      found.set(name, above[index + 1]);
    }
  }
  return found;
}

function toContainer(name: string, parent: string | undefined, world: World): JsonObject {
  return {
    name,
    ...(parent === undefined ? {} : { parent }),
    displayName: name.replace('/', '-'),
    state: 'ACTIVE',
    createTime: '2024-06-01T00:00:00Z',
    ...world.get(`//${SERVICE}/${name}`)?.data,
  };
}
