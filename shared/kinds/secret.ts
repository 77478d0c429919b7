import { keyRule } from './common-rules.ts';
import { defineKind } from './kind.ts';

/** Secret Manager Secret. */
export const secret = defineKind({
  id: 'gcp-secret-manager-secret',
  title: 'Secret',
  plural: 'Secrets',
  description:
    'A password, token or key kept in Secret Manager; its versions hold the values, which are never read here.',
  reference: 'https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets',
  service: 'secretmanager.googleapis.com',
  collection: 'secrets',
  assetTypes: ['secretmanager.googleapis.com/Secret'],
  names: [
    '//secretmanager.googleapis.com/projects/{project}/secrets/{id}[/versions/{version}]',
    '//secretmanager.googleapis.com/projects/{project}/locations/{location}/secrets/{id}[/versions/{version}]',
  ],
  nameFields: [{ path: 'name' }],
  signatures: [['replication']],
  permissions: {
    get: 'secretmanager.secrets.get',
    list: 'secretmanager.secrets.list',
    policy: 'secretmanager.secrets.getIamPolicy',
    role: 'roles/secretmanager.viewer',
  },
  api: {
    get: { path: 'v1/{name}' },
    list: { place: 'project', path: 'v1/projects/{project}/secrets', key: 'secrets' },
    policy: { verb: 'GET', path: 'v1/{name}:getIamPolicy', query: { 'options.requestedPolicyVersion': '3' } },
  },
  titleFields: [],
  labelsField: 'labels',
  times: { created: 'createTime' },
  facts: [
    { path: 'createTime', label: 'Created', group: 'times', format: 'time' },
    { path: 'expireTime', label: 'Expires', group: 'times', format: 'time' },
    { path: 'rotation.nextRotationTime', label: 'Next rotation', group: 'times', format: 'time' },
    { path: 'rotation.rotationPeriod', label: 'Rotation period', group: 'times', format: 'duration' },
    { path: 'replication.userManaged.replicas[].location', label: 'Locations', group: 'general' },
    {
      path: 'replication.automatic.customerManagedEncryption.kmsKeyName',
      label: 'Encryption key',
      group: 'encryption',
    },
    {
      path: 'replication.userManaged.replicas[].customerManagedEncryption.kmsKeyName',
      label: 'Encryption keys',
      group: 'encryption',
    },
    { path: 'customerManagedEncryption.kmsKeyName', label: 'Encryption key', group: 'encryption' },
    { path: 'topics[].name', label: 'Notifies', group: 'data' },
  ],
  links: [
    keyRule(
      'replication.automatic.customerManagedEncryption.kmsKeyName',
      'The values are encrypted with this key; without it nobody can read them.',
    ),
    keyRule(
      'replication.userManaged.replicas[].customerManagedEncryption.kmsKeyName',
      'The values in one location are encrypted with this key.',
    ),
    keyRule('customerManagedEncryption.kmsKeyName', 'The values of the regional secret are encrypted with this key.'),
  ],
  plainText: [
    'etag',
    'labels.*',
    'annotations.*',
    'tags.*',
    // Pub/Sub topics are not a kind of this product.
    'topics[].name',
  ],
  maps: ['labels', 'annotations', 'versionAliases', 'tags'],
  secrets: [{ path: 'annotations.*', mask: 'credentials' }],
  commands: {
    withdraw: 'gcloud secrets remove-iam-policy-binding {id} --project={project}',
  },
  column: 'input',
  appearance: { glyph: 'secret', shape: 'diamond', hue: 'grey' },
  consoleUrl: 'https://console.cloud.google.com/security/secret-manager/secret/{id}/versions?project={project}',
});
