import type { JsonObject } from '../../../shared/json.ts';
import { invalidArgument, notFound } from './api-failure.ts';
import type { EstateDocument } from './estate.ts';
import { answerPolicy } from './iam-policy.ts';
import type { ApiContext, ApiRequest, Operation } from './operation.ts';
import { answerPage, projectOf, requestedPolicyVersion, restOperation } from './rest-operation.ts';

const SERVICE = 'iam.googleapis.com';
const ACCOUNT = 'projects/[^/]+/serviceAccounts/[^/:]+';

/** IAM: service accounts by e-mail or unique id, in a project or (`-`) in any, and who may act as them. */
export const IAM_OPERATIONS: readonly Operation[] = [
  restOperation({
    service: SERVICE,
    method: 'GetServiceAccount',
    path: new RegExp(`^v1/(?<name>${ACCOUNT})$`, 'u'),
    permission: 'iam.serviceAccounts.get',
    answer: (request, context) => find(request, context).data,
  }),
  restOperation({
    service: SERVICE,
    method: 'ListServiceAccounts',
    path: /^v1\/(?<name>projects\/[^/]+)\/serviceAccounts$/u,
    permission: 'iam.serviceAccounts.list',
    answer: list,
  }),
  restOperation({
    service: SERVICE,
    method: 'ListServiceAccountKeys',
    path: new RegExp(`^v1/(?<name>${ACCOUNT})/keys$`, 'u'),
    permission: 'iam.serviceAccountKeys.list',
    answer: listKeys,
  }),
  restOperation({
    service: SERVICE,
    method: 'GetIamPolicy',
    verb: 'POST',
    path: new RegExp(`^v1/(?<name>${ACCOUNT}):getIamPolicy$`, 'u'),
    permission: 'iam.serviceAccounts.getIamPolicy',
    answer: (request, context) => answerPolicy(find(request, context).iamPolicy, requestedPolicyVersion(request)),
  }),
];

function list(request: ApiRequest, context: ApiContext): JsonObject {
  projectOf(SERVICE, request, context);
  const all = context.world.list(`//${SERVICE}/${request.name}`, 'serviceAccounts');
  return answerPage(all, 'accounts', { default: 20, maximum: 100 }, request, context);
}

/** Keys of one account, of the wanted types; the API gives all at once. */
function listKeys(request: ApiRequest, context: ApiContext): JsonObject {
  const { name } = find(request, context);
  const { keyTypes } = request.parameters;
  const keys = context.world
    .list(name, 'keys')
    .map(({ data }) => data)
    .filter((data) => keyTypes === undefined || data['keyType'] === undefined || data['keyType'] === keyTypes);
  return keys.length === 0 ? {} : { keys };
}

function find(request: ApiRequest, context: ApiContext): EstateDocument {
  const [, project = '', , account = ''] = request.name.split('/');
  if (!/^[\w.+-]+@[\w.-]+$|^\d+$/u.test(account)) {
    throw invalidArgument(`Invalid form of account ID ${account}.`);
  }
  const known = project === '-' ? undefined : context.world.project(project);
  const document = context.world.all().find(({ name, data }) => {
    return (
      name.startsWith(`//${SERVICE}/`) &&
      (data['email'] === account || data['uniqueId'] === account) &&
      (project === '-' || (known !== undefined && data['projectId'] === known.id))
    );
  });
  if (document === undefined) {
    throw notFound(`Unknown service account: ${account}`);
  }
  return document;
}
