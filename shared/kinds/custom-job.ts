import { errorFacts, keyRule } from './common-rules.ts';
import {
  JOB_AGENTS,
  jobSpecFacts,
  jobSpecImplicitIdentity,
  jobSpecLinks,
  jobSpecPlainText,
  jobSpecSecrets,
} from './job-spec.ts';
import { defineKind } from './kind.ts';
import { RUN_TIME_FACTS, RUN_TIMES, vertexApi, vertexCollection } from './vertex.ts';

/** Vertex AI CustomJob. */
export const customJob = defineKind({
  id: 'gcp-ai-platform-custom-job',
  title: 'Custom job',
  plural: 'Custom jobs',
  words: ['job'],
  description:
    'A run of the user’s own container or Python package on machines that Vertex AI provides for its duration.',
  ...vertexCollection('customJobs', 'CustomJob'),
  signatures: [['jobSpec', 'displayName'], ['jobSpec']],
  api: vertexApi({ timeField: 'create_time', standard: true }),
  titleFields: ['displayName'],
  stateField: 'state',
  labelsField: 'labels',
  times: RUN_TIMES,
  facts: [
    { path: 'displayName', label: 'Display name', group: 'general' },
    { path: 'state', label: 'State', group: 'general', format: 'enum' },
    ...RUN_TIME_FACTS,
    ...jobSpecFacts('jobSpec.'),
    { path: 'encryptionSpec.kmsKeyName', label: 'Encryption key', group: 'encryption' },
    { path: 'satisfiesPzs', label: 'Meets zone separation', group: 'general', format: 'flag' },
    { path: 'satisfiesPzi', label: 'Meets zone isolation', group: 'general', format: 'flag' },
    ...errorFacts('error'),
  ],
  links: [
    keyRule(
      'encryptionSpec.kmsKeyName',
      'Disks and results of the job are encrypted with this key; without it the job fails and its data cannot be read.',
    ),
    ...jobSpecLinks('jobSpec.'),
  ],
  // A listing that leaves out the specification says nothing about the account; an empty specification does.
  implicitIdentities: [{ ...jobSpecImplicitIdentity('jobSpec.'), present: 'jobSpec' }],
  actingAgents: JOB_AGENTS,
  joins: {
    outputPrefixes: ['jobSpec.baseOutputDirectory.outputUriPrefix', 'jobSpec.baseOutputDirectory.gcsOutputDirectory'],
  },
  plainText: ['displayName', 'labels.*', 'error.**', 'webAccessUris.*', ...jobSpecPlainText('jobSpec.')],
  maps: ['labels', 'webAccessUris'],
  secrets: [{ path: 'webAccessUris.*', mask: 'value' }, ...jobSpecSecrets('jobSpec.')],
  commands: {
    describe: 'gcloud ai custom-jobs describe {id} --region={location} --project={project}',
    cancel: 'gcloud ai custom-jobs cancel {id} --region={location} --project={project}',
  },
  column: 'job',
  appearance: { glyph: 'job', shape: 'round-rectangle', hue: 'blue' },
  consoleUrl: 'https://console.cloud.google.com/vertex-ai/locations/{location}/training/{id}?project={project}',
});
