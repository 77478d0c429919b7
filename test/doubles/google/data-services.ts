import { notFound } from './api-failure.ts';
import type { EstateDocument } from './estate.ts';
import { answerPolicy } from './iam-policy.ts';
import type { ApiContext, ApiRequest, Operation } from './operation.ts';
import { projectOf, requestedPolicyVersion, restOperation } from './rest-operation.ts';

const BIG_QUERY = 'bigquery.googleapis.com';
const SECRETS = 'secretmanager.googleapis.com';
const DATASET = 'projects/[^/]+/datasets/[^/]+';
const SECRET = 'projects/[^/]+(?:/locations/[^/]+)?/secrets/[^/:]+';

/** BigQuery and Secret Manager: what documents of other services name of them. Never the contents. */
export const DATA_OPERATIONS: readonly Operation[] = [
  restOperation({
    service: BIG_QUERY,
    method: 'GetTable',
    path: new RegExp(`^bigquery/v2/(?<name>${DATASET}/tables/[^/]+)$`, 'u'),
    permission: 'bigquery.tables.get',
    answer: (request, context) => find(BIG_QUERY, request, context).data,
  }),
  restOperation({
    service: BIG_QUERY,
    method: 'GetDataset',
    path: new RegExp(`^bigquery/v2/(?<name>${DATASET})$`, 'u'),
    permission: 'bigquery.datasets.get',
    answer: (request, context) => find(BIG_QUERY, request, context).data,
  }),
  restOperation({
    service: SECRETS,
    method: 'GetSecret',
    path: new RegExp(`^v1/(?<name>${SECRET})$`, 'u'),
    permission: 'secretmanager.secrets.get',
    answer: (request, context) => find(SECRETS, request, context).data,
  }),
  restOperation({
    service: SECRETS,
    method: 'GetIamPolicy',
    path: new RegExp(`^v1/(?<name>${SECRET}):getIamPolicy$`, 'u'),
    permission: 'secretmanager.secrets.getIamPolicy',
    answer: (request, context) =>
      answerPolicy(find(SECRETS, request, context).iamPolicy, requestedPolicyVersion(request)),
  }),
];

function find(service: string, request: ApiRequest, context: ApiContext): EstateDocument {
  projectOf(service, request, context);
  const document = context.world.get(`//${service}/${request.name}`);
  if (document === undefined) {
    throw notFound(`Not found: ${request.name}`);
  }
  return document;
}
