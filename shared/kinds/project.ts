import { inGoogleProject } from './api.ts';
import { defineKind } from './kind.ts';

/** Resource Manager Project. */
export const project = defineKind({
  id: 'gcp-cloud-resource-manager-project',
  title: 'Project',
  plural: 'Projects',
  description: 'Owns resources and policies; known by an id and by a number.',
  reference: 'https://cloud.google.com/resource-manager/reference/rest/v3/projects',
  service: 'cloudresourcemanager.googleapis.com',
  collection: 'projects',
  assetTypes: ['cloudresourcemanager.googleapis.com/Project', 'google.cloud.resourcemanager.Project'],
  names: ['//cloudresourcemanager.googleapis.com/projects/{id}'],
  nameFields: [
    { path: 'projectId', template: '//cloudresourcemanager.googleapis.com/projects/{value}' },
    { path: 'name' },
  ],
  signatures: [
    ['projectId', 'projectNumber'],
    ['projectId', 'lifecycleState'],
    ['projectId', 'state', 'parent'],
  ],
  permissions: {
    get: 'resourcemanager.projects.get',
    list: 'resourcemanager.projects.list',
    policy: 'resourcemanager.projects.getIamPolicy',
    role: 'roles/browser',
  },
  api: {
    get: { path: 'v3/projects/{id}' },
    policy: { verb: 'POST', path: 'v3/projects/{id}:getIamPolicy' },
    unasked: [inGoogleProject('id')],
  },
  titleFields: ['displayName', 'projectId'],
  stateField: 'state',
  labelsField: 'labels',
  times: { created: 'createTime', updated: 'updateTime', ended: 'deleteTime' },
  facts: [
    { path: 'displayName', label: 'Display name', group: 'general' },
    { path: 'projectId', label: 'Project id', group: 'general', format: 'code' },
    { path: 'projectNumber', label: 'Project number', group: 'general', format: 'code' },
    { path: 'state', label: 'State', group: 'general', format: 'enum' },
    { path: 'lifecycleState', label: 'State', group: 'general', format: 'enum' },
    { path: 'parent', label: 'Folder or organisation', group: 'general' },
    { path: 'createTime', label: 'Created', group: 'times', format: 'time' },
    { path: 'updateTime', label: 'Updated', group: 'times', format: 'time' },
    { path: 'deleteTime', label: 'Deleted', group: 'times', format: 'time' },
  ],
  links: [],
  access: [
    {
      relation: 'CAN_RUN_JOBS',
      permissions: [
        'aiplatform.customJobs.create',
        'aiplatform.hyperparameterTuningJobs.create',
        'aiplatform.nasJobs.create',
        'aiplatform.pipelineJobs.create',
        'aiplatform.trainingPipelines.create',
      ],
    },
    { relation: 'CAN_ADMIN', permissions: ['resourcemanager.projects.setIamPolicy', 'iam.roles.update'] },
  ],
  containerField: 'parent',
  plainText: [
    'displayName',
    'etag',
    'labels.*',
    'tags.*',
    // What lies above a project is part of the access layer: `containerField`.
    'parent',
  ],
  maps: ['labels', 'tags'],
  secrets: [],
  commands: {
    withdraw: 'gcloud projects remove-iam-policy-binding {id}',
  },
  column: 'guard',
  appearance: { glyph: 'project', shape: 'round-rectangle', hue: 'grey' },
  consoleUrl: 'https://console.cloud.google.com/home/dashboard?project={id}',
});
