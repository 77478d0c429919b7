import { inGoogleProject } from './api.ts';
import { ARTIFACT_ACCESS, keyRule } from './common-rules.ts';
import { defineKind } from './kind.ts';

const UPSTREAM = 'remoteRepositoryConfig.';

/** Artifact Registry Repository. */
export const repository = defineKind({
  id: 'gcp-artifact-registry-repository',
  title: 'Artifact repository',
  plural: 'Artifact repositories',
  words: ['repository'],
  description:
    'Holds container images or packages, passes on those of another registry, or joins several repositories.',
  reference: 'https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories',
  service: 'artifactregistry.googleapis.com',
  collection: 'repositories',
  assetTypes: ['artifactregistry.googleapis.com/Repository'],
  names: ['//artifactregistry.googleapis.com/projects/{project}/locations/{location}/repositories/{id}'],
  nameFields: [{ path: 'name' }],
  signatures: [
    ['format', 'mode'],
    ['format', 'registryUri'],
    ['format', 'cleanupPolicyDryRun'],
  ],
  permissions: {
    get: 'artifactregistry.repositories.get',
    list: 'artifactregistry.repositories.list',
    policy: 'artifactregistry.repositories.getIamPolicy',
    role: 'roles/artifactregistry.reader',
    policyRole: 'roles/iam.securityReviewer',
  },
  api: {
    get: { path: 'v1/{name}' },
    policy: { verb: 'GET', path: 'v1/{name}:getIamPolicy', query: { 'options.requestedPolicyVersion': '3' } },
    unasked: [inGoogleProject('project')],
  },
  titleFields: [],
  labelsField: 'labels',
  times: { created: 'createTime', updated: 'updateTime' },
  facts: [
    { path: 'description', label: 'Description', group: 'general' },
    { path: 'format', label: 'Format', group: 'general', format: 'enum' },
    { path: 'mode', label: 'Mode', group: 'general', format: 'enum' },
    { path: 'sizeBytes', label: 'Size', group: 'general', format: 'bytes' },
    { path: 'createTime', label: 'Created', group: 'times', format: 'time' },
    { path: 'updateTime', label: 'Updated', group: 'times', format: 'time' },
    { path: 'registryUri', label: 'Address', group: 'image', format: 'code' },
    { path: 'dockerConfig.immutableTags', label: 'Tags cannot move', group: 'image', format: 'flag' },
    {
      path: 'vulnerabilityScanningConfig.enablementState',
      label: 'Vulnerability scanning',
      group: 'image',
      format: 'enum',
    },
    { path: `${UPSTREAM}description`, label: 'Upstream', group: 'image' },
    { path: `${UPSTREAM}dockerRepository.publicRepository`, label: 'Public upstream', group: 'image', format: 'enum' },
    { path: `${UPSTREAM}commonRepository.uri`, label: 'Upstream address', group: 'image', format: 'code' },
    { path: `${UPSTREAM}disableUpstreamValidation`, label: 'Upstream not validated', group: 'image', format: 'flag' },
    { path: 'kmsKeyName', label: 'Encryption key', group: 'encryption' },
  ],
  links: [
    keyRule('kmsKeyName', 'Images and packages are encrypted with this key.'),
    {
      path: 'virtualRepositoryConfig.upstreamPolicies[].repository',
      to: 'gcp-artifact-registry-repository',
      parser: 'resource-name',
      relation: 'PROXIES',
      flow: 'in',
      why: 'What is asked of the virtual repository may come from this one, in the order of priorities.',
    },
    {
      path: `${UPSTREAM}dockerRepository.artifactRegistryRepository.repository`,
      to: 'gcp-artifact-registry-repository',
      parser: 'resource-name',
      relation: 'PROXIES',
      flow: 'in',
      why: 'Images that are not here yet are fetched from this repository.',
    },
    {
      path: `${UPSTREAM}upstreamCredentials.usernamePasswordCredentials.passwordSecretVersion`,
      to: 'gcp-secret-manager-secret',
      parser: 'resource-name',
      relation: 'USES_SECRET',
      flow: 'none',
      why: 'The password for the upstream registry is kept in this secret.',
    },
  ],
  access: ARTIFACT_ACCESS,
  plainText: [
    'description',
    'labels.*',
    'registryUri',
    'cleanupPolicies.**',
    'networkConfig.**',
    `${UPSTREAM}**`,
    'vulnerabilityScanningConfig.enablementStateReason',
  ],
  maps: ['labels', 'cleanupPolicies'],
  secrets: [],
  commands: {
    withdraw: 'gcloud artifacts repositories remove-iam-policy-binding {id} --location={location} --project={project}',
  },
  column: 'input',
  appearance: { glyph: 'repository', shape: 'round-rectangle', hue: 'orange' },
  consoleUrl: 'https://console.cloud.google.com/artifacts/docker/{project}/{location}/{id}',
});
