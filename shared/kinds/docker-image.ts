import { inGoogleProject } from './api.ts';
import { ARTIFACT_ACCESS } from './common-rules.ts';
import { defineKind } from './kind.ts';

/** Artifact Registry DockerImage; images of other registries are nodes of this kind too. */
export const dockerImage = defineKind({
  id: 'gcp-artifact-registry-docker-image',
  title: 'Docker image',
  plural: 'Docker images',
  words: ['image'],
  description: 'A container image, known by its digest or, until its document is at hand, by its tag.',
  reference:
    'https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories.dockerImages',
  service: 'artifactregistry.googleapis.com',
  collection: 'dockerImages',
  assetTypes: ['artifactregistry.googleapis.com/DockerImage'],
  names: [
    '//artifactregistry.googleapis.com/projects/{project}/locations/{location}/repositories/{repository}/dockerImages/{id}',
  ],
  nameFields: [{ path: 'name' }],
  aliases: { tags: 'tags[]', since: 'uploadTime' },
  searchWord: 'image',
  signatures: [
    ['uri', 'uploadTime'],
    ['uri', 'mediaType'],
    ['uri', 'imageSizeBytes'],
  ],
  permissions: {
    get: 'artifactregistry.dockerimages.get',
    list: 'artifactregistry.dockerimages.list',
    role: 'roles/artifactregistry.reader',
  },
  api: {
    get: { path: 'v1/{name}' },
    // https://cloud.google.com/artifact-registry/docs/reference/rest/v1/projects.locations.repositories.packages.tags
    resolve: {
      pattern: '^(?<image>[^@]+):(?<tag>[^:/@]+)$',
      path: 'v1/projects/{project}/locations/{location}/repositories/{repository}/packages/{image}/tags/{tag}',
      answer: { field: 'version', pattern: '/versions/(?<digest>sha256:[0-9a-f]+)$' },
      id: '{image}@{digest}',
      permission: 'artifactregistry.tags.get',
    },
    unasked: [
      {
        variable: 'registry',
        pattern: '.',
        status: 'external',
        reason: 'The image is in a registry that is not Google’s, which is not asked.',
      },
      inGoogleProject('project'),
    ],
  },
  titleFields: [],
  times: { created: 'uploadTime', updated: 'updateTime' },
  facts: [
    { path: 'uri', label: 'Image', group: 'image', format: 'code' },
    { path: 'tags[]', label: 'Tags', group: 'image' },
    { path: 'mediaType', label: 'Media type', group: 'image', format: 'code' },
    { path: 'artifactType', label: 'Artifact type', group: 'image', format: 'code' },
    { path: 'imageSizeBytes', label: 'Size', group: 'image', format: 'bytes' },
    { path: 'imageManifests[].digest', label: 'Manifests', group: 'image', format: 'code' },
    { path: 'imageManifests[].architecture', label: 'Architectures', group: 'image' },
    { path: 'imageManifests[].os', label: 'Operating systems', group: 'image' },
    { path: 'subjectDigest', label: 'Describes image', group: 'image', format: 'code' },
    { path: 'buildTime', label: 'Built', group: 'times', format: 'time' },
    { path: 'uploadTime', label: 'Uploaded', group: 'times', format: 'time', brief: true },
    { path: 'updateTime', label: 'Updated', group: 'times', format: 'time' },
  ],
  links: [
    {
      path: 'name',
      to: 'gcp-artifact-registry-repository',
      parser: 'parent-name',
      relation: 'PART_OF',
      flow: 'in',
      why: 'The repository decides who can push the image, move its tags and pull it, and which key encrypts it.',
    },
  ],
  access: ARTIFACT_ACCESS,
  policyParent: '//artifactregistry.googleapis.com/projects/{project}/locations/{location}/repositories/{repository}',
  plainText: ['uri', 'mediaType', 'artifactType', 'imageManifests[].mediaType'],
  maps: [],
  secrets: [],
  column: 'input',
  appearance: { glyph: 'image', shape: 'cut-rectangle', hue: 'orange' },
  // The page of the repository lists its images; that of one image needs name and digest apart.
  consoleUrl: 'https://console.cloud.google.com/artifacts/docker/{project}/{location}/{repository}',
});
