import { defineKind } from './kind.ts';

/** Resource Manager Organization. */
export const organization = defineKind({
  id: 'gcp-cloud-resource-manager-organization',
  title: 'Organisation',
  plural: 'Organisations',
  words: ['organisation', 'organization'],
  description: 'Root of all folders and projects of a company; roles granted on it hold for everything.',
  reference: 'https://cloud.google.com/resource-manager/reference/rest/v3/organizations',
  service: 'cloudresourcemanager.googleapis.com',
  collection: 'organizations',
  assetTypes: ['cloudresourcemanager.googleapis.com/Organization'],
  names: ['//cloudresourcemanager.googleapis.com/organizations/{id}'],
  nameFields: [{ path: 'name' }],
  signatures: [['directoryCustomerId', 'displayName']],
  permissions: {
    get: 'resourcemanager.organizations.get',
    policy: 'resourcemanager.organizations.getIamPolicy',
    role: 'roles/resourcemanager.organizationViewer',
    policyRole: 'roles/iam.securityReviewer',
  },
  api: {
    get: { path: 'v3/organizations/{id}' },
    policy: { verb: 'POST', path: 'v3/organizations/{id}:getIamPolicy' },
  },
  titleFields: ['displayName'],
  stateField: 'state',
  times: { created: 'createTime', updated: 'updateTime' },
  facts: [
    { path: 'displayName', label: 'Domain', group: 'general' },
    { path: 'directoryCustomerId', label: 'Directory customer', group: 'general', format: 'code' },
    { path: 'state', label: 'State', group: 'general', format: 'enum' },
    { path: 'createTime', label: 'Created', group: 'times', format: 'time' },
    { path: 'updateTime', label: 'Updated', group: 'times', format: 'time' },
  ],
  links: [],
  access: [{ relation: 'CAN_ADMIN', permissions: ['resourcemanager.organizations.setIamPolicy'] }],
  plainText: ['displayName', 'etag'],
  maps: [],
  secrets: [],
  commands: {
    withdraw: 'gcloud organizations remove-iam-policy-binding {id}',
  },
  column: 'guard',
  layer: 'access',
  appearance: { glyph: 'organisation', shape: 'octagon', hue: 'pink' },
});
