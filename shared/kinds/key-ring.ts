import { defineKind } from './kind.ts';

/** Cloud KMS KeyRing. */
export const keyRing = defineKind({
  id: 'gcp-cloud-kms-key-ring',
  title: 'KMS key ring',
  plural: 'KMS key rings',
  description: 'Groups keys of one location; roles granted on it hold for all its keys.',
  reference: 'https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings',
  service: 'cloudkms.googleapis.com',
  collection: 'keyRings',
  assetTypes: ['cloudkms.googleapis.com/KeyRing'],
  names: ['//cloudkms.googleapis.com/projects/{project}/locations/{location}/keyRings/{id}'],
  nameFields: [{ path: 'name' }],
  // A key ring has only a name and a creation time, as other resources have too.
  signatures: [],
  permissions: {
    get: 'cloudkms.keyRings.get',
    list: 'cloudkms.keyRings.list',
    policy: 'cloudkms.keyRings.getIamPolicy',
    role: 'roles/cloudkms.viewer',
    policyRole: 'roles/iam.securityReviewer',
  },
  api: {
    get: { path: 'v1/{name}' },
    policy: { verb: 'GET', path: 'v1/{name}:getIamPolicy', query: { 'options.requestedPolicyVersion': '3' } },
  },
  titleFields: [],
  times: { created: 'createTime' },
  facts: [{ path: 'createTime', label: 'Created', group: 'times', format: 'time' }],
  links: [],
  access: [{ relation: 'CAN_ADMIN', permissions: ['cloudkms.keyRings.setIamPolicy'] }],
  plainText: [],
  maps: [],
  secrets: [],
  commands: {
    withdraw: 'gcloud kms keyrings remove-iam-policy-binding {id} --location={location} --project={project}',
  },
  column: 'guard',
  appearance: { glyph: 'key-ring', shape: 'ellipse', hue: 'yellow' },
  consoleUrl: 'https://console.cloud.google.com/security/kms/keyring/manage/{location}/{id}?project={project}',
});
