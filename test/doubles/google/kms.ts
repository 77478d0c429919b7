import { isJsonObject } from '../../../shared/json.ts';
import type { JsonObject } from '../../../shared/json.ts';
import { notFound } from './api-failure.ts';
import type { EstateDocument } from './estate.ts';
import { answerPolicy } from './iam-policy.ts';
import { answerLocations } from './list-locations.ts';
import type { ApiContext, ApiRequest, Operation } from './operation.ts';
import { answerPage, projectOf, requestedPolicyVersion, restOperation } from './rest-operation.ts';
import { textAt } from './text-at.ts';

const SERVICE = 'cloudkms.googleapis.com';
const SIZES = { default: 100, maximum: 1000 };
const PLACE = 'projects/[^/]+/locations/[^/]+';
const KEY = `${PLACE}/keyRings/[^/]+/cryptoKeys/[^/:]+`;

/** Cloud KMS: key rings, keys, their versions and policies. */
export const KMS_OPERATIONS: readonly Operation[] = [
  operation('ListLocations', 'locations.list', '(?<name>projects/[^/]+)/locations', (request, context) =>
    answerLocations(SERVICE, request, context),
  ),
  operation('GetKeyRing', 'keyRings.get', `(?<name>${PLACE}/keyRings/[^/:]+)`, (request, context) => {
    return find(request, context).data;
  }),
  operation('ListKeyRings', 'keyRings.list', `(?<name>${PLACE})/keyRings`, (request, context) => {
    return list(request, context, 'keyRings');
  }),
  operation('GetCryptoKey', 'cryptoKeys.get', `(?<name>${KEY})`, (request, context) => find(request, context).data),
  operation('ListCryptoKeys', 'cryptoKeys.list', `(?<name>${PLACE}/keyRings/[^/:]+)/cryptoKeys`, (request, context) => {
    return list(request, context, 'cryptoKeys');
  }),
  operation('ListCryptoKeyVersions', 'cryptoKeyVersions.list', `(?<name>${KEY})/cryptoKeyVersions`, listVersions),
  operation(
    'GetIamPolicy',
    'cryptoKeys.getIamPolicy',
    `(?<name>${PLACE}/keyRings/.+):getIamPolicy`,
    (request, context) => {
      return answerPolicy(find(request, context).iamPolicy, requestedPolicyVersion(request));
    },
  ),
];

function operation(method: string, permission: string, path: string, answer: Operation['answer']): Operation {
  return restOperation({
    service: SERVICE,
    method,
    path: new RegExp(`^v1/${path}$`, 'u'),
    permission: `cloudkms.${permission}`,
    answer,
  });
}

function find(request: ApiRequest, context: ApiContext): EstateDocument {
  projectOf(SERVICE, request, context);
  const document = context.world.get(`//${SERVICE}/${request.name}`);
  if (document === undefined) {
    throw notFound(
      `${request.name.split('/').at(-2) === 'cryptoKeys' ? 'CryptoKey' : 'KeyRing'} ${request.name} not found.`,
    );
  }
  return document;
}

function list(request: ApiRequest, context: ApiContext, collection: string): JsonObject {
  projectOf(SERVICE, request, context);
  const all = context.world.list(`//${SERVICE}/${request.name}`, collection);
  return { ...answerPage(all, collection, SIZES, request, context), totalSize: all.length };
}

/** The versions of the estate; where it has none, the primary one that the key names. */
function listVersions(request: ApiRequest, context: ApiContext): JsonObject {
  const { primary } = find(request, context).data;
  const stored = context.world.list(`//${SERVICE}/${request.name}`, 'cryptoKeyVersions');
  const all =
    stored.length === 0 && isJsonObject(primary)
      ? [{ name: textAt(primary, 'name') ?? '', assetType: 'cloudkms.googleapis.com/CryptoKeyVersion', data: primary }]
      : stored;
  return { ...answerPage(all, 'cryptoKeyVersions', SIZES, request, context), totalSize: all.length };
}
