import { defineKind } from './kind.ts';

/** IAM Role. */
export const role = defineKind({
  id: 'gcp-iam-role',
  title: 'Role',
  plural: 'Roles',
  words: ['role'],
  description:
    'A set of permissions. The document of a custom role says what it gives; one that is not collected may give anything.',
  reference: 'https://cloud.google.com/iam/docs/reference/rest/v1/projects.roles',
  service: 'iam.googleapis.com',
  collection: 'roles',
  assetTypes: ['iam.googleapis.com/Role'],
  names: [
    '//iam.googleapis.com/projects/{project}/roles/{id}',
    '//iam.googleapis.com/organizations/{organization}/roles/{id}',
    '//iam.googleapis.com/roles/{id}',
  ],
  nameFields: [{ path: 'name' }],
  signatures: [['includedPermissions', 'title']],
  permissions: { get: 'iam.roles.get', list: 'iam.roles.list', role: 'roles/iam.roleViewer' },
  api: { get: { path: 'v1/{name}' } },
  titleFields: ['title'],
  stateField: 'stage',
  times: {},
  facts: [
    { path: 'title', label: 'Title', group: 'general' },
    { path: 'description', label: 'Description', group: 'general' },
    { path: 'stage', label: 'Stage', group: 'general', format: 'enum' },
    { path: 'deleted', label: 'Deleted', group: 'general', format: 'flag' },
    { path: 'includedPermissions[]', label: 'Permission', group: 'identity', format: 'code' },
  ],
  links: [],
  // Permissions of some services have a slash: `iam.googleapis.com/workforcePools.get`.
  plainText: ['title', 'description', 'etag', 'includedPermissions[]'],
  maps: [],
  secrets: [],
  column: 'guard',
  layer: 'access',
  appearance: { glyph: 'role', shape: 'tag', hue: 'grey' },
});
