import { defineKind } from './kind.ts';

/** IAM ServiceAccountKey. */
export const serviceAccountKey = defineKind({
  id: 'gcp-iam-service-account-key',
  title: 'Service account key',
  plural: 'Service account keys',
  words: ['account-key'],
  description:
    'A key with which programs prove to be a service account: managed by Google, or downloaded by a user. Never the key itself.',
  reference: 'https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts.keys',
  service: 'iam.googleapis.com',
  collection: 'keys',
  assetTypes: ['iam.googleapis.com/ServiceAccountKey'],
  names: ['//iam.googleapis.com/projects/{project}/serviceAccounts/{account}/keys/{id}'],
  nameFields: [{ path: 'name' }],
  signatures: [
    ['keyAlgorithm', 'keyType'],
    ['keyOrigin', 'validAfterTime'],
  ],
  permissions: {
    get: 'iam.serviceAccountKeys.get',
    list: 'iam.serviceAccountKeys.list',
    role: 'roles/iam.serviceAccountViewer',
  },
  api: { get: { path: 'v1/{name}' } },
  titleFields: [],
  times: { created: 'validAfterTime', ended: 'validBeforeTime' },
  facts: [
    { path: 'keyType', label: 'Managed by', group: 'identity', format: 'enum' },
    { path: 'keyOrigin', label: 'Made by', group: 'identity', format: 'enum' },
    { path: 'keyAlgorithm', label: 'Algorithm', group: 'encryption', format: 'enum' },
    { path: 'disabled', label: 'Disabled', group: 'identity', format: 'flag' },
    { path: 'validAfterTime', label: 'Valid from', group: 'times', format: 'time' },
    { path: 'validBeforeTime', label: 'Valid until', group: 'times', format: 'time' },
  ],
  links: [
    {
      path: 'name',
      to: 'gcp-iam-service-account',
      parser: 'parent-name',
      relation: 'PART_OF',
      flow: 'none',
      why: 'Whoever has the private half of the key is the account, from anywhere, until the key is deleted.',
    },
  ],
  plainText: [],
  maps: [],
  secrets: [],
  column: 'guard',
  appearance: { glyph: 'account-key', shape: 'diamond', hue: 'vermilion' },
});
