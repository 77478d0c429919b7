import { keyRule } from './common-rules.ts';
import { defineKind } from './kind.ts';
import { KEPT_TIME_FACTS, KEPT_TIMES, vertexApi, vertexCollection } from './vertex.ts';

/** Vertex AI Dataset. */
export const dataset = defineKind({
  id: 'gcp-ai-platform-dataset',
  title: 'Dataset',
  plural: 'Datasets',
  description: 'Managed training data: references to files or tables with their annotations.',
  ...vertexCollection('datasets', 'Dataset'),
  signatures: [
    ['metadataSchemaUri', 'dataItemCount'],
    ['metadataSchemaUri', 'savedQueries'],
  ],
  api: vertexApi({ standard: false }),
  titleFields: ['displayName'],
  labelsField: 'labels',
  times: KEPT_TIMES,
  facts: [
    { path: 'displayName', label: 'Display name', group: 'general' },
    { path: 'description', label: 'Description', group: 'general' },
    { path: 'metadataSchemaUri', label: 'Type of data', group: 'general', format: 'code' },
    { path: 'dataItemCount', label: 'Items', group: 'general', format: 'count' },
    ...KEPT_TIME_FACTS,
    { path: 'encryptionSpec.kmsKeyName', label: 'Encryption key', group: 'encryption' },
    { path: 'metadata.inputConfig.gcsSource.uri[]', label: 'Files', group: 'data', format: 'code' },
    { path: 'metadata.inputConfig.bigquerySource.uri', label: 'Table', group: 'data', format: 'code' },
    { path: 'metadata.gcsBucket', label: 'Imported into', group: 'data', format: 'code' },
  ],
  links: [
    keyRule('encryptionSpec.kmsKeyName', 'The dataset and what it stores are encrypted with this key.'),
    {
      path: 'metadata.inputConfig.gcsSource.uri[]',
      to: 'gcp-storage-bucket',
      parser: 'cloud-storage-uri',
      relation: 'READS_DATA',
      flow: 'in',
      why: 'The training data are these files: who can write them decides what models learn.',
    },
    {
      path: 'metadata.inputConfig.bigquerySource.uri',
      to: ['gcp-big-query-table', 'gcp-big-query-dataset', 'gcp-cloud-resource-manager-project'],
      parser: 'big-query-uri',
      relation: 'READS_DATA',
      flow: 'in',
      why: 'The training data are the rows of this table: who can write them decides what models learn.',
    },
    {
      path: 'metadata.gcsBucket',
      to: 'gcp-storage-bucket',
      parser: 'cloud-storage-path',
      relation: 'STORED_IN',
      flow: 'in',
      why: 'Imported data and annotations are kept in this bucket.',
    },
  ],
  plainText: [
    'displayName',
    'description',
    'etag',
    'labels.*',
    // The schema of the type of data, in a bucket of Google's.
    'metadataSchemaUri',
    // Lineage records of ML Metadata and Google's published models, which belong to no inventory.
    'metadataArtifact',
    'modelReference',
    'metadata.**',
    'savedQueries[].**',
  ],
  maps: ['labels', 'metadata.**', 'savedQueries[].metadata.**'],
  secrets: [],
  column: 'input',
  appearance: { glyph: 'dataset', shape: 'barrel', hue: 'teal' },
  consoleUrl: 'https://console.cloud.google.com/vertex-ai/locations/{location}/datasets/{id}?project={project}',
});
