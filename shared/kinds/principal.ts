import { defineKind } from './kind.ts';

/** Member of an IAM policy. Service accounts have a kind of their own; all others have no document in any API of ours. */
export const principal = defineKind({
  id: 'gcp-iam-principal',
  title: 'Principal',
  plural: 'Principals',
  words: ['principal'],
  description:
    'A person, group, domain, federated identity or everyone, as an IAM policy names it; who is in a group is not known.',
  reference: 'https://cloud.google.com/iam/docs/principal-identifiers',
  service: 'iam.googleapis.com',
  collection: 'principals',
  assetTypes: [],
  names: ['//iam.googleapis.com/principals/{id}'],
  nameFields: [],
  signatures: [],
  permissions: { get: 'resourcemanager.projects.getIamPolicy', role: 'roles/iam.securityReviewer' },
  api: { unavailable: 'A principal is named by policies and has no document of its own.' },
  titleFields: [],
  times: {},
  facts: [],
  links: [],
  plainText: [],
  maps: [],
  secrets: [],
  column: 'guard',
  layer: 'access',
  appearance: { glyph: 'principal', shape: 'ellipse', hue: 'pink' },
});
