import { createAccessModel } from '../../../../../shared/graph/access/access-model.ts';
import type { Access, AccessModel, Reach } from '../../../../../shared/graph/access/access.ts';
import { deriveGraph } from '../../../../../shared/graph/derive-graph.ts';
import type { Graph } from '../../../../../shared/graph/graph.ts';
import type { JsonValue } from '../../../../../shared/json.ts';
import type { ResourceDocument } from '../../../../../shared/resource/document.ts';
import { policyOf } from '../../../../tools/policy-documents.ts';
import { documentOf, inventoryOf } from '../../inventory-of.ts';

export const ORGANIZATION = '//cloudresourcemanager.googleapis.com/organizations/884210336127';
export const FOLDER = '//cloudresourcemanager.googleapis.com/folders/118820033441';
export const PROJECT = '//cloudresourcemanager.googleapis.com/projects/ml-prod';
export const BUCKET = '//storage.googleapis.com/ml-models';
export const RING = '//cloudkms.googleapis.com/projects/ml-prod/locations/eu/keyRings/vertex';
export const KEY = `${RING}/cryptoKeys/training`;
export const TRAINER = '//iam.googleapis.com/projects/ml-prod/serviceAccounts/trainer@ml-prod.iam.gserviceaccount.com';
export const NUMBER = '418820347715';

/** Node id of a principal that is no service account. */
export function principal(member: string): string {
  return `//iam.googleapis.com/principals/${member.replaceAll('/', '%2F')}`;
}

/** One binding in short. */
export function binding(role: string, ...members: string[]): JsonValue {
  return { role, members };
}

/** Documents of a bucket, a key, an account and what they lie in, without policies. */
export const RESOURCES: readonly ResourceDocument[] = [
  documentOf('gcp-cloud-resource-manager-project', {
    projectId: 'ml-prod',
    projectNumber: NUMBER,
    parent: { type: 'folder', id: '118820033441' },
  }),
  documentOf('gcp-cloud-resource-manager-folder', {
    name: 'folders/118820033441',
    displayName: 'ML',
    parent: 'organizations/884210336127',
  }),
  documentOf('gcp-storage-bucket', { name: 'ml-models', projectNumber: NUMBER, location: 'EU' }),
  documentOf('gcp-cloud-kms-crypto-key', {
    name: 'projects/ml-prod/locations/eu/keyRings/vertex/cryptoKeys/training',
    purpose: 'ENCRYPT_DECRYPT',
  }),
  documentOf('gcp-iam-service-account', {
    name: 'projects/ml-prod/serviceAccounts/trainer@ml-prod.iam.gserviceaccount.com',
    email: 'trainer@ml-prod.iam.gserviceaccount.com',
    projectId: 'ml-prod',
  }),
];

/** The graph of `RESOURCES` with the given policies: bindings by the full name of the resource. */
export function graphWith(
  policies: Readonly<Record<string, readonly JsonValue[]>>,
  more: readonly ResourceDocument[] = [],
): Graph {
  const documents = Object.entries(policies).map(([name, bindings]) =>
    policyOf(name, { version: 3, etag: 'BwYx=', bindings }),
  );
  return deriveGraph(inventoryOf([...RESOURCES, ...more, ...documents]));
}

export function modelWith(
  policies: Readonly<Record<string, readonly JsonValue[]>>,
  more: readonly ResourceDocument[] = [],
): AccessModel {
  return createAccessModel(graphWith(policies, more));
}

/** `CAN_READ principal (role on resource)` */
export function accessInShort({ relation, principal: who, grant }: Access): string {
  return `${relation} ${who} (${grant.role} on ${grant.resource})`;
}

/** `CAN_READ one gcp-storage-bucket (role on resource)` */
export function reachInShort({ relation, scope, kind, grant, through }: Reach): string {
  const via = through === undefined ? '' : ` through ${through}`;
  return `${relation} ${scope} ${kind} (${grant.role} on ${grant.resource}${via})`;
}
