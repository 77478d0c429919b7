import { inGoogleProject } from './api.ts';
import { keyRule } from './common-rules.ts';
import { defineKind } from './kind.ts';
import type { FieldPath, LinkRule, RelationId } from './kind.ts';

/** Rule for a TableReference, whose project and dataset stand beside the table's id. */
function tableReferenceRule(path: FieldPath, relation: RelationId, why: string): LinkRule {
  return {
    path: `${path}.tableId`,
    to: 'gcp-big-query-table',
    parser: 'resource-name',
    relation,
    flow: 'in',
    bareId:
      `//bigquery.googleapis.com/projects/{field:${path}.projectId}` +
      `/datasets/{field:${path}.datasetId}/tables/{value}`,
    why,
  };
}

/** BigQuery Table or view. */
export const bigQueryTable = defineKind({
  id: 'gcp-big-query-table',
  title: 'BigQuery table',
  plural: 'BigQuery tables',
  words: ['table'],
  description: 'A table, view or external table: training data, predictions or recorded requests.',
  reference: 'https://cloud.google.com/bigquery/docs/reference/rest/v2/tables',
  service: 'bigquery.googleapis.com',
  collection: 'tables',
  assetTypes: ['bigquery.googleapis.com/Table'],
  names: ['//bigquery.googleapis.com/projects/{project}/datasets/{dataset}/tables/{id}'],
  discoveryKinds: ['bigquery#table'],
  nameFields: [
    {
      path: 'tableReference.tableId',
      template:
        '//bigquery.googleapis.com/projects/{tableReference.projectId}/datasets/{tableReference.datasetId}/tables/{value}',
    },
    { path: 'selfLink' },
  ],
  signatures: [['tableReference']],
  permissions: {
    get: 'bigquery.tables.get',
    list: 'bigquery.tables.list',
    policy: 'bigquery.tables.getIamPolicy',
    role: 'roles/bigquery.metadataViewer',
  },
  api: { get: { path: 'bigquery/v2/{name}' }, unasked: [inGoogleProject('project')] },
  titleFields: ['friendlyName'],
  labelsField: 'labels',
  locationField: 'location',
  times: { created: 'creationTime', updated: 'lastModifiedTime' },
  facts: [
    { path: 'friendlyName', label: 'Friendly name', group: 'general' },
    { path: 'description', label: 'Description', group: 'general' },
    { path: 'type', label: 'Type', group: 'general', format: 'enum' },
    { path: 'location', label: 'Location', group: 'general', brief: true },
    { path: 'creationTime', label: 'Created', group: 'times', format: 'time' },
    { path: 'lastModifiedTime', label: 'Updated', group: 'times', format: 'time' },
    { path: 'expirationTime', label: 'Expires', group: 'times', format: 'time' },
    { path: 'numRows', label: 'Rows', group: 'data', format: 'count' },
    { path: 'numBytes', label: 'Size', group: 'data', format: 'bytes' },
    { path: 'externalDataConfiguration.sourceFormat', label: 'External format', group: 'data', format: 'enum' },
    { path: 'externalDataConfiguration.sourceUris[]', label: 'External files', group: 'data', format: 'code' },
    { path: 'view.query', label: 'Query', group: 'data', format: 'code' },
    { path: 'materializedView.query', label: 'Query', group: 'data', format: 'code' },
    { path: 'encryptionConfiguration.kmsKeyName', label: 'Encryption key', group: 'encryption' },
  ],
  links: [
    keyRule('encryptionConfiguration.kmsKeyName', 'The rows are encrypted with this key.'),
    {
      path: 'tableReference.datasetId',
      to: 'gcp-big-query-dataset',
      parser: 'resource-name',
      relation: 'PART_OF',
      flow: 'none',
      bareId: '//bigquery.googleapis.com/projects/{field:tableReference.projectId}/datasets/{value}',
      why: 'Access granted on the dataset holds for the table.',
    },
    {
      path: 'externalDataConfiguration.sourceUris[]',
      to: 'gcp-storage-bucket',
      parser: 'cloud-storage-uri',
      relation: 'READS_DATA',
      flow: 'in',
      why: 'The rows are read from these files, so who can write them changes the table.',
    },
    {
      path: 'biglakeConfiguration.storageUri',
      to: 'gcp-storage-bucket',
      parser: 'cloud-storage-uri',
      relation: 'STORED_IN',
      flow: 'in',
      why: 'The files of the table lie in this bucket.',
    },
    tableReferenceRule('snapshotDefinition.baseTableReference', 'DERIVED_FROM', 'This is a snapshot of that table.'),
    tableReferenceRule('cloneDefinition.baseTableReference', 'DERIVED_FROM', 'This is a clone of that table.'),
    tableReferenceRule(
      'tableReplicationInfo.sourceTable',
      'DERIVED_FROM',
      'This is a replica: rows written to that table appear here.',
    ),
  ],
  plainText: [
    'id',
    'selfLink',
    'etag',
    'description',
    'friendlyName',
    'labels.*',
    'schema.**',
    'view.**',
    'materializedView.**',
    'materializedViewStatus.**',
    'externalDataConfiguration.connectionId',
    'externalDataConfiguration.schema.**',
    'externalDataConfiguration.hivePartitioningOptions.sourceUriPrefix',
    'externalDataConfiguration.referenceFileSchemaUri',
    'externalDataConfiguration.csvOptions.**',
    'externalDataConfiguration.dateFormat',
    'externalDataConfiguration.timeZone',
    'biglakeConfiguration.connectionId',
    'tableReplicationInfo.replicationError.**',
    'externalCatalogTableOptions.**',
    'model.**',
    'resourceTags.*',
  ],
  maps: ['labels', 'resourceTags', 'externalCatalogTableOptions.parameters'],
  secrets: [],
  column: 'input',
  appearance: { glyph: 'table', shape: 'round-rectangle', hue: 'teal' },
  consoleUrl: 'https://console.cloud.google.com/bigquery?p={project}&d={dataset}&t={id}&page=table',
});
