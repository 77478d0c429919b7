import type { JsonObject } from '../../../shared/json.ts';
import { ApiFailure } from './api-failure.ts';
import type { EstateDocument } from './estate.ts';
import { answerPolicy } from './iam-policy.ts';
import type { ApiContext, ApiRequest, Operation } from './operation.ts';
import { answerPage, restOperation } from './rest-operation.ts';
import { isJsonObject } from '../../../shared/json.ts';

const SERVICE = 'storage.googleapis.com';

/** Cloud Storage's JSON API: buckets and their policies. Errors have the older form. */
export const STORAGE_OPERATIONS: readonly Operation[] = [
  operation('GetBucket', 'get', 'b/(?<name>[^/]+)', (request, context) => find(request, context).data),
  operation('GetIamPolicy', 'getIamPolicy', 'b/(?<name>[^/]+)/iam', (request, context) => {
    const { iamPolicy } = find(request, context);
    const policy = answerPolicy(iamPolicy, request.parameters['optionsRequestedPolicyVersion']);
    return { kind: 'storage#policy', resourceId: `projects/_/buckets/${request.name}`, ...policy };
  }),
  operation('ListBuckets', 'list', '(?<name>b)', (request, context) => {
    const number = context.world.project(request.parameters['project'] ?? '')?.number;
    const all = context.world
      .list(`//${SERVICE}`, 'b')
      .filter(({ data }) => number !== undefined && data['projectNumber'] === number);
    return { kind: 'storage#buckets', ...answerPage(all, 'items', { default: 1000, maximum: 1000 }, request, context) };
  }),
];

function operation(method: string, permission: string, path: string, answer: Operation['answer']): Operation {
  return restOperation({
    service: SERVICE,
    method,
    path: new RegExp(`^storage/v1/${path}$`, 'u'),
    permission: `storage.buckets.${permission}`,
    errors: 'legacy',
    answer,
  });
}

function find(request: ApiRequest, context: ApiContext): EstateDocument {
  const document = context.world.get(`//${SERVICE}/${request.name}`);
  if (document === undefined) {
    throw new ApiFailure('NOT_FOUND', 'The specified bucket does not exist.');
  }
  if (paysByRequester(document.data) && (request.parameters['userProject'] ?? request.userProject) === undefined) {
    throw new ApiFailure('INVALID_ARGUMENT', 'Bucket is a requester pays bucket but no user project provided.', {
      legacyReason: 'required',
    });
  }
  return document;
}

function paysByRequester(data: JsonObject): boolean {
  const { billing } = data;
  return isJsonObject(billing) && billing['requesterPays'] === true;
}
