import { defineKind } from './kind.ts';

/** IAM ServiceAccount. */
export const serviceAccount = defineKind({
  id: 'gcp-iam-service-account',
  title: 'Service account',
  plural: 'Service accounts',
  words: ['account', 'sa', 'identity'],
  description: 'An identity for workloads: of the user, a default one of a project, or an agent of a Google service.',
  reference: 'https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts',
  service: 'iam.googleapis.com',
  collection: 'accounts',
  assetTypes: ['iam.googleapis.com/ServiceAccount'],
  names: ['//iam.googleapis.com/projects/{project}/serviceAccounts/{id}'],
  nameFields: [
    { path: 'email', template: '//iam.googleapis.com/projects/{projectId}/serviceAccounts/{value}' },
    { path: 'name' },
  ],
  aliases: { ids: ['uniqueId'] },
  searchWord: 'sa',
  signatures: [
    ['email', 'uniqueId'],
    ['email', 'oauth2ClientId'],
  ],
  permissions: {
    get: 'iam.serviceAccounts.get',
    list: 'iam.serviceAccounts.list',
    policy: 'iam.serviceAccounts.getIamPolicy',
    role: 'roles/iam.serviceAccountViewer',
  },
  api: {
    // The dash stands for any project: the address alone tells which account is meant.
    get: { path: 'v1/projects/-/serviceAccounts/{id}' },
    list: { place: 'project', path: 'v1/projects/{project}/serviceAccounts', key: 'accounts' },
    policy: { verb: 'POST', path: 'v1/projects/-/serviceAccounts/{id}:getIamPolicy' },
    parts: [
      {
        path: 'v1/projects/-/serviceAccounts/{id}/keys',
        // Keys that Google keeps and changes by itself tell nothing.
        query: { keyTypes: 'USER_MANAGED' },
        key: 'keys',
        permission: 'iam.serviceAccountKeys.list',
        as: { kind: 'gcp-iam-service-account-key' },
      },
    ],
    unasked: [
      {
        variable: 'id',
        pattern: '^deleted:',
        status: 'not-found',
        reason: 'The account was deleted; another one may have its address by now.',
      },
      {
        variable: 'id',
        pattern:
          '^service-\\d+@|@gcp-sa-[a-z0-9-]+\\.iam\\.|@(?!developer\\.|appspot\\.)[a-z0-9-]+\\.gserviceaccount\\.com$',
        status: 'external',
        reason:
          'The account belongs to a service of Google’s and lies in a project of Google’s, which nobody else may read.',
      },
    ],
  },
  titleFields: ['email'],
  times: {},
  facts: [
    { path: 'displayName', label: 'Display name', group: 'general' },
    { path: 'description', label: 'Description', group: 'general' },
    { path: 'email', label: 'E-mail address', group: 'identity', format: 'code' },
    { path: 'uniqueId', label: 'Unique id', group: 'identity', format: 'code' },
    { path: 'oauth2ClientId', label: 'OAuth client id', group: 'identity', format: 'code' },
    { path: 'disabled', label: 'Disabled', group: 'identity', format: 'flag', brief: true },
    { path: 'projectId', label: 'Project', group: 'identity' },
  ],
  links: [
    {
      path: 'projectId',
      to: 'gcp-cloud-resource-manager-project',
      parser: 'resource-name',
      relation: 'PART_OF',
      flow: 'none',
      bareId: '//cloudresourcemanager.googleapis.com/projects/{value}',
      why: 'Whoever administers this project can act as the account, also where the account is used in another project.',
    },
  ],
  access: [
    {
      relation: 'CAN_IMPERSONATE',
      permissions: [
        'iam.serviceAccounts.actAs',
        'iam.serviceAccounts.getAccessToken',
        'iam.serviceAccounts.getOpenIdToken',
        'iam.serviceAccounts.implicitDelegation',
        'iam.serviceAccounts.signBlob',
        'iam.serviceAccounts.signJwt',
      ],
    },
    { relation: 'CAN_CREATE_KEYS', permissions: ['iam.serviceAccountKeys.create'] },
    { relation: 'CAN_ADMIN', permissions: ['iam.serviceAccounts.setIamPolicy'] },
  ],
  plainText: ['displayName', 'description', 'etag'],
  maps: [],
  secrets: [],
  commands: {
    withdraw: 'gcloud iam service-accounts remove-iam-policy-binding {id} --project={project}',
  },
  column: 'guard',
  appearance: { glyph: 'identity', shape: 'ellipse', hue: 'vermilion' },
  consoleUrl: 'https://console.cloud.google.com/iam-admin/serviceaccounts/details/{id}?project={project}',
});
