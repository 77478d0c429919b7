import { keyRule, textRule } from './common-rules.ts';
import type { FieldPath, LinkRule, SecretPath } from './kind.ts';

/*
 * A model's files, serving container and key are described by the same fields in a model and in the model that a training
 * pipeline will upload, so what is known about them is written once, for any `prefix` (empty, or a path with its final dot).
 * https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.models
 */

/** Fields of a model's description that name what the model is made of. */
export function modelSpecLinks(prefix: FieldPath): readonly LinkRule[] {
  return [
    keyRule(`${prefix}encryptionSpec.kmsKeyName`, 'The model and what is made of it are encrypted with this key.'),
    {
      path: `${prefix}containerSpec.imageUri`,
      to: 'gcp-artifact-registry-docker-image',
      parser: 'image',
      relation: 'SERVES_IMAGE',
      flow: 'in',
      why: 'This image answers the predictions: its code sees every request and holds the account of the endpoint.',
    },
    {
      path: `${prefix}artifactUri`,
      to: 'gcp-storage-bucket',
      parser: 'cloud-storage-uri',
      relation: 'STORED_IN',
      flow: 'in',
      why: 'The files of the model lie here: who can read them has the model, who can write them can replace it.',
    },
    ...['instanceSchemaUri', 'parametersSchemaUri', 'predictionSchemaUri'].map((field) =>
      schemaRule(`${prefix}predictSchemata.${field}`),
    ),
    schemaRule(`${prefix}explanationSpec.metadata.featureAttributionsSchemaUri`),
    textRule(`${prefix}containerSpec.command[]`, 'The command of the serving container names this resource.', 'in'),
    textRule(`${prefix}containerSpec.args[]`, 'An argument of the serving container names this resource.', 'in'),
    textRule(
      `${prefix}containerSpec.env[].value`,
      'The environment of the serving container names this resource.',
      'in',
    ),
  ];
}

function schemaRule(path: FieldPath): LinkRule {
  return {
    path,
    to: 'gcp-storage-bucket',
    parser: 'cloud-storage-uri',
    relation: 'READS_DATA',
    flow: 'in',
    why: 'The shape of requests and answers is read from a file in this bucket.',
  };
}

/** Values of a model's description with a `/` that are not references. */
export function modelSpecPlainText(prefix: FieldPath): readonly FieldPath[] {
  return [
    `${prefix}displayName`,
    `${prefix}description`,
    `${prefix}versionDescription`,
    `${prefix}etag`,
    `${prefix}labels.*`,
    // Schemas of Google's own model types, in a bucket of Google's.
    `${prefix}metadataSchemaUri`,
    `${prefix}metadata.**`,
    `${prefix}containerSpec.command[]`,
    `${prefix}containerSpec.args[]`,
    `${prefix}containerSpec.env[].name`,
    `${prefix}containerSpec.env[].value`,
    `${prefix}containerSpec.predictRoute`,
    `${prefix}containerSpec.healthRoute`,
    `${prefix}containerSpec.invokeRoutePrefix`,
    `${prefix}containerSpec.startupProbe.**`,
    `${prefix}containerSpec.healthProbe.**`,
    `${prefix}containerSpec.livenessProbe.**`,
    `${prefix}explanationSpec.**`,
    // Names of Google's published models, which belong to no project.
    `${prefix}baseModelSource.**`,
    // Lineage records of ML Metadata, which are not kinds of this product.
    `${prefix}metadataArtifact`,
  ];
}

/** Values of a model's description that may be secrets. */
export function modelSpecSecrets(prefix: FieldPath): readonly SecretPath[] {
  return [
    { path: `${prefix}containerSpec.env[].value`, mask: 'value' },
    { path: `${prefix}containerSpec.command[]`, mask: 'credentials' },
    { path: `${prefix}containerSpec.args[]`, mask: 'credentials' },
  ];
}

/** Maps of a model's description whose keys are data. */
export function modelSpecMaps(prefix: FieldPath): readonly FieldPath[] {
  return [
    `${prefix}labels`,
    `${prefix}metadata.**`,
    `${prefix}explanationSpec.metadata.inputs`,
    `${prefix}explanationSpec.metadata.outputs`,
  ];
}
