import { isJsonObject } from '../../../shared/json.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { permissionDenied } from './api-failure.ts';
import { CONTAINER_OPERATIONS } from './containers.ts';
import type { EstateDocument, EstateProject } from './estate.ts';
import { answerPolicy } from './iam-policy.ts';
import type { ApiContext, ApiRequest, Operation } from './operation.ts';
import { answerPage, requestedPolicyVersion, restOperation } from './rest-operation.ts';
import { textAt } from './text-at.ts';

const SERVICE = 'cloudresourcemanager.googleapis.com';
const SIZES = { default: 300, maximum: 1000 };

/** Resource Manager: projects in the forms of v3 and of v1 (gcloud's), and their policies. */
export const RESOURCE_MANAGER_OPERATIONS: readonly Operation[] = [
  operation('GetProject', 'get', 'v3/(?<name>projects/[^/:]+)', (request, context) =>
    toV3(find(request, context), context),
  ),
  operation('SearchProjects', 'get', 'v3/(?<name>projects):search', (request, context) => {
    const parent = /parent:(\S+)/u.exec(request.parameters['query'] ?? '')?.[1];
    return answerPage(below(parent, documents(context, toV3)), 'projects', SIZES, request, context);
  }),
  operation('ListProjects', 'list', 'v3/(?<name>projects)', (request, context) => {
    return answerPage(
      below(request.parameters['parent'] ?? '', documents(context, toV3)),
      'projects',
      SIZES,
      request,
      context,
    );
  }),
  operation('GetProject', 'get', 'v1/(?<name>projects/[^/:]+)', (request, context) =>
    toV1(find(request, context), context),
  ),
  operation('ListProjects', 'get', 'v1/(?<name>projects)', (request, context) => {
    return answerPage(documents(context, toV1), 'projects', SIZES, request, context);
  }),
  {
    ...operation('GetIamPolicy', 'getIamPolicy', 'v[13]/(?<name>projects/[^/:]+):getIamPolicy', (request, context) => {
      const { iamPolicy } = stored(find(request, context), context) ?? {};
      return answerPolicy(iamPolicy, requestedPolicyVersion(request));
    }),
    verb: 'POST',
  },
  ...CONTAINER_OPERATIONS,
];

function operation(method: string, permission: string, path: string, answer: Operation['answer']): Operation {
  return restOperation({
    service: SERVICE,
    method,
    path: new RegExp(`^${path}$`, 'u'),
    permission: `resourcemanager.projects.${permission}`,
    answer,
  });
}

function find(request: ApiRequest, context: ApiContext): EstateProject {
  const project = context.world.project(request.name.replace('projects/', ''));
  if (project === undefined) {
    throw permissionDenied(SERVICE, 'resourcemanager.projects.get', request.name);
  }
  return project;
}

function stored(project: EstateProject, context: ApiContext): EstateDocument | undefined {
  return context.world.get(`//${SERVICE}/projects/${project.number}`);
}

function documents(
  context: ApiContext,
  form: (project: EstateProject, context: ApiContext) => JsonObject,
): readonly EstateDocument[] {
  return context.world.projects.map((project) => ({
    name: `//${SERVICE}/projects/${project.number}`,
    assetType: `${SERVICE}/Project`,
    data: form(project, context),
  }));
}

function below(parent: string | undefined, projects: readonly EstateDocument[]): readonly EstateDocument[] {
  return projects.filter(({ data }) => parent === undefined || data['parent'] === parent);
}

function toV3(project: EstateProject, context: ApiContext): JsonObject {
  const data = stored(project, context)?.data ?? {};
  const parent = parentOf(project, data);
  return {
    name: `projects/${project.number}`,
    ...(parent === undefined ? {} : { parent }),
    projectId: project.id,
    state: data['state'] ?? data['lifecycleState'] ?? 'ACTIVE',
    displayName: data['displayName'] ?? project.id,
    createTime: data['createTime'] ?? '2025-01-01T00:00:00Z',
    etag: 'W/"0000000000000000"',
    ...(data['labels'] === undefined ? {} : { labels: data['labels'] }),
  };
}

function toV1(project: EstateProject, context: ApiContext): JsonObject {
  const { name, state, displayName, createTime, ...rest } = toV3(project, context);
  const [type, id] = (textAt(rest, 'parent') ?? '').split('/');
  return {
    projectNumber: project.number,
    projectId: project.id,
    lifecycleState: state ?? 'ACTIVE',
    name: displayName ?? name ?? '',
    createTime: createTime ?? '',
    ...(id === undefined ? {} : { parent: { type: (type ?? '').slice(0, -1), id } }),
  };
}

function parentOf(project: EstateProject, data: JsonObject): string | undefined {
  const { parent } = data;
  if (typeof parent === 'string') {
    return parent;
  }
  if (isJsonObject(parent)) {
    return `${textAt(parent, 'type') ?? ''}s/${textAt(parent, 'id') ?? ''}`;
  }
  return project.ancestors?.find((ancestor) => !ancestor.startsWith('projects/'));
}
