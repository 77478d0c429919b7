import { textRule } from './common-rules.ts';
import { defineKind } from './kind.ts';
import { KEPT_TIME_FACTS, KEPT_TIMES, VERTEX_SERVICE } from './vertex.ts';

/** Vertex ML Metadata Context: an experiment, an experiment run, a pipeline or a pipeline run. */
export const metadataContext = defineKind({
  id: 'gcp-ai-platform-metadata-context',
  title: 'Metadata context',
  plural: 'Metadata contexts',
  words: ['context'],
  description: 'An experiment, an experiment run or a pipeline run in Vertex ML Metadata.',
  reference: 'https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.metadataStores.contexts',
  service: VERTEX_SERVICE,
  collection: 'contexts',
  assetTypes: ['aiplatform.googleapis.com/Context'],
  names: [
    '//aiplatform.googleapis.com/projects/{project}/locations/{location}/metadataStores/{metadataStore}/contexts/{id}',
  ],
  nameFields: [{ path: 'name' }],
  signatures: [['schemaTitle', 'parentContexts']],
  permissions: { get: 'aiplatform.contexts.get', list: 'aiplatform.contexts.list', role: 'roles/aiplatform.viewer' },
  api: { get: { path: 'v1/{name}' } },
  titleFields: ['displayName'],
  labelsField: 'labels',
  times: KEPT_TIMES,
  facts: [
    { path: 'displayName', label: 'Display name', group: 'general' },
    { path: 'description', label: 'Description', group: 'general' },
    { path: 'schemaTitle', label: 'Schema', group: 'general', format: 'code' },
    { path: 'schemaVersion', label: 'Schema version', group: 'general', format: 'code' },
    ...KEPT_TIME_FACTS,
    { path: 'parentContexts[]', label: 'Part of', group: 'data' },
  ],
  links: [
    {
      path: 'parentContexts[]',
      to: 'gcp-ai-platform-metadata-context',
      parser: 'resource-name',
      relation: 'PART_OF',
      flow: 'none',
      why: 'The run belongs to this experiment or pipeline.',
    },
    {
      // Written by the Python SDK into the free metadata of experiments.
      path: 'metadata.backing_tensorboard_resource',
      to: 'gcp-ai-platform-tensorboard',
      parser: 'resource-name',
      relation: 'LOGS_TO',
      flow: 'out',
      why: 'Metrics over time of the experiment are kept in this TensorBoard.',
    },
    textRule('metadata.**', 'The metadata of the experiment names this resource.', 'none'),
  ],
  plainText: ['displayName', 'description', 'etag', 'labels.*', 'metadata.**'],
  maps: ['labels', 'metadata.**'],
  secrets: [{ path: 'metadata.**', mask: 'credentials' }],
  column: 'output',
  appearance: { glyph: 'experiment', shape: 'tag', hue: 'pink' },
});
