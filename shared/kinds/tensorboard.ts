import { keyRule } from './common-rules.ts';
import { defineKind } from './kind.ts';
import { KEPT_TIME_FACTS, KEPT_TIMES, vertexApi, vertexCollection } from './vertex.ts';

/** Vertex AI Tensorboard. */
export const tensorboard = defineKind({
  id: 'gcp-ai-platform-tensorboard',
  title: 'TensorBoard',
  plural: 'TensorBoards',
  description: 'Keeps and shows the metrics, samples and graphs that jobs log while they train.',
  ...vertexCollection('tensorboards', 'Tensorboard'),
  signatures: [['blobStoragePathPrefix'], ['displayName', 'runCount'], ['displayName', 'isDefault']],
  api: vertexApi({ standard: true }),
  titleFields: ['displayName'],
  labelsField: 'labels',
  times: KEPT_TIMES,
  facts: [
    { path: 'displayName', label: 'Display name', group: 'general' },
    { path: 'description', label: 'Description', group: 'general' },
    { path: 'isDefault', label: 'Default of its region', group: 'general', format: 'flag' },
    { path: 'runCount', label: 'Runs', group: 'general', format: 'count' },
    ...KEPT_TIME_FACTS,
    { path: 'encryptionSpec.kmsKeyName', label: 'Encryption key', group: 'encryption' },
    { path: 'blobStoragePathPrefix', label: 'Files', group: 'data', format: 'code' },
  ],
  links: [
    keyRule('encryptionSpec.kmsKeyName', 'Metrics and samples are encrypted with this key.'),
    {
      path: 'blobStoragePathPrefix',
      to: 'gcp-storage-bucket',
      parser: 'cloud-storage-path',
      relation: 'STORED_IN',
      flow: 'in',
      why: 'Images, audio and text of the training, which may be training data, lie in this bucket.',
    },
  ],
  plainText: ['displayName', 'description', 'etag', 'labels.*'],
  maps: ['labels'],
  secrets: [],
  column: 'output',
  appearance: { glyph: 'chart', shape: 'round-rectangle', hue: 'pink' },
});
