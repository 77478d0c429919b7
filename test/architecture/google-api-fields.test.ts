import { describe, expect, it } from 'vitest';
import { KINDS } from '../../shared/kinds/index.ts';
import type { KindDefinition } from '../../shared/kinds/kind.ts';
import { readVertexDefinitions, wrongFieldOf } from './proto-fields.ts';

const definitions = readVertexDefinitions();
const vertexKinds = KINDS.filter((kind) => kind.service === 'aiplatform.googleapis.com');

/** End of the one field that Google's definitions lack on purpose: the former name of `outputUriPrefix`. */
const FORMER_FIELD = '.baseOutputDirectory.gcsOutputDirectory';

/** Where the versions of a model are kept in its document: each is a model itself. */
const KEPT_VERSIONS = /^modelVersions\[\]\./;

/** Name of a kind's message: the last part of its asset type. */
function messageOf(kind: KindDefinition): string {
  return kind.assetTypes[0]?.split('/').at(-1) ?? '';
}

function pathsOf(kind: KindDefinition): readonly string[] {
  return [
    ...kind.links.map((rule) => rule.path),
    ...kind.facts.map((fact) => fact.path),
    ...kind.plainText,
    ...kind.maps.map((path) => (path.endsWith('*') ? path : `${path}.*`)),
    ...kind.secrets.map((secret) => secret.path),
    ...kind.titleFields,
    ...kind.nameFields.map((field) => field.path),
    ...Object.values(kind.times),
    ...(kind.joins?.outputPrefixes ?? []),
    ...(kind.joins?.backingJobs ?? []),
    ...[kind.stateField, kind.joins?.artifact].filter((path) => path !== undefined),
  ].map((path) => path.replace(KEPT_VERSIONS, ''));
}

/** Fields of which only the presence counts, so that a list or a message is as good as a value. */
function presencePathsOf(kind: KindDefinition): readonly string[] {
  const identities = (kind.implicitIdentities ?? []).flatMap(({ present, absent }) => [present, absent]);
  return [...kind.signatures.flat(), kind.labelsField, ...identities].filter((path) => path !== undefined);
}

function wrongPresencePath(message: string, path: string): string | undefined {
  const problems = [path, `${path}.**`, `${path}[].**`].map((form) => wrongFieldOf(definitions, message, form));
  return problems.includes(undefined) ? undefined : problems[0];
}

describe('the fields of the Vertex AI kinds', () => {
  it.each(vertexKinds.map((kind) => ({ id: kind.id, kind })))('$id: are defined by Google’s API', ({ kind }) => {
    const message = messageOf(kind);
    const values = pathsOf(kind).filter((path) => !path.endsWith(FORMER_FIELD));
    const problems = [
      ...values.map((path) => ({ path, problem: wrongFieldOf(definitions, message, path) })),
      ...presencePathsOf(kind).map((path) => ({ path, problem: wrongPresencePath(message, path) })),
    ];
    expect(problems.filter(({ problem }) => problem !== undefined)).toStrictEqual([]);
  });
});

describe('the check of fields', () => {
  it.each([
    { path: 'jobSpec.workerPoolSpecs[].containerSpec.imageUri', problem: undefined },
    { path: 'jobSpec.workerPoolSpecs[].containerSpec.imageUrl', problem: 'ContainerSpec has no field imageUrl' },
    { path: 'jobSpec.workerPoolSpecs.containerSpec.imageUri', problem: 'CustomJobSpec has a list workerPoolSpecs' },
    { path: 'jobSpec.workerPoolSpecs[].containerSpec', problem: 'containerSpec is a message' },
    { path: 'jobSpec.network[]', problem: 'CustomJobSpec has no list network' },
    { path: 'jobSpec.models', problem: 'CustomJobSpec has a list models' },
    { path: 'jobSpec.scheduling.*', problem: 'CustomJobSpec has no map scheduling' },
    { path: 'webAccessUris.*', problem: undefined },
    { path: 'webAccessUris.workerpool0', problem: 'CustomJob has a map webAccessUris' },
    { path: 'jobSpec.serviceAccount.email', problem: 'serviceAccount has no fields' },
    { path: 'state', problem: undefined },
    { path: 'createTime', problem: undefined },
    { path: 'error.**', problem: undefined },
    { path: 'error.message', problem: undefined },
    { path: 'error.text', problem: 'Status has no field text' },
  ])('judges $path', ({ path, problem }) => {
    expect(wrongFieldOf(definitions, 'CustomJob', path)).toBe(problem);
  });
});
