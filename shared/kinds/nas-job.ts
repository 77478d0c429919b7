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

const ALGORITHM = 'nasJobSpec.multiTrialAlgorithmSpec.';
const SEARCH = `${ALGORITHM}searchTrialSpec.searchTrialJobSpec.`;
const TRAIN = `${ALGORITHM}trainTrialSpec.trainTrialJobSpec.`;

/** Vertex AI NasJob: neural architecture search. */
export const nasJob = defineKind({
  id: 'gcp-ai-platform-nas-job',
  title: 'Neural architecture search job',
  plural: 'Neural architecture search jobs',
  words: ['nas'],
  description: 'Tries many architectures of a model with one job specification and trains the best with another.',
  ...vertexCollection('nasJobs', 'NasJob'),
  signatures: [['nasJobSpec']],
  api: vertexApi({ timeField: 'create_time', standard: false }),
  titleFields: ['displayName'],
  stateField: 'state',
  labelsField: 'labels',
  times: RUN_TIMES,
  facts: [
    { path: 'displayName', label: 'Display name', group: 'general' },
    { path: 'state', label: 'State', group: 'general', format: 'enum' },
    { path: `${ALGORITHM}metric.metricId`, label: 'Metric', group: 'general' },
    { path: `${ALGORITHM}searchTrialSpec.maxTrialCount`, label: 'Trials at most', group: 'general', format: 'count' },
    {
      path: `${ALGORITHM}searchTrialSpec.maxParallelTrialCount`,
      label: 'Trials in parallel',
      group: 'general',
      format: 'count',
    },
    ...RUN_TIME_FACTS,
    ...jobSpecFacts(SEARCH),
    ...jobSpecFacts(TRAIN).map((fact) => ({ ...fact, label: `${fact.label} (training trials)` })),
    { path: 'encryptionSpec.kmsKeyName', label: 'Encryption key', group: 'encryption' },
    ...errorFacts('error'),
  ],
  links: [
    keyRule('encryptionSpec.kmsKeyName', 'The search and its trials are encrypted with this key.'),
    ...jobSpecLinks(SEARCH),
    ...jobSpecLinks(TRAIN),
  ],
  implicitIdentities: [jobSpecImplicitIdentity(SEARCH), jobSpecImplicitIdentity(TRAIN)],
  actingAgents: JOB_AGENTS,
  plainText: [
    'displayName',
    'labels.*',
    'error.**',
    'nasJobSpec.searchSpaceSpec',
    `${ALGORITHM}metric.metricId`,
    'nasJobOutput.**',
    ...jobSpecPlainText(SEARCH),
    ...jobSpecPlainText(TRAIN),
  ],
  maps: ['labels'],
  secrets: [...jobSpecSecrets(SEARCH), ...jobSpecSecrets(TRAIN)],
  column: 'launcher',
  appearance: { glyph: 'architecture-search', shape: 'hexagon', hue: 'blue' },
});
