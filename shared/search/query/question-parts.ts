import type { KindId } from '../../kinds/index.ts';

/** A blank of a question. */
export interface QuestionParameter {
  /** Word of the place in the query: `{account}`. */
  readonly name: string;
  readonly title: string;
  /** `resource`: one resource, written as `id:`. `value`: a number, time or text. */
  readonly type: 'resource' | 'value';
  /** Kinds that make sense for a resource. */
  readonly kinds?: readonly KindId[];
  /** What is asked where nothing is given. */
  readonly preset?: string;
}

const LINEAGE_KINDS: readonly KindId[] = [
  'gcp-ai-platform-model',
  'gcp-ai-platform-custom-job',
  'gcp-ai-platform-endpoint',
];

/** A model, or the job itself. */
export const RESOURCE: QuestionParameter = {
  name: 'resource',
  title: 'Model or job',
  type: 'resource',
  kinds: LINEAGE_KINDS,
};

/** A key to be named. */
export const KEY: QuestionParameter = {
  name: 'key',
  title: 'Key',
  type: 'resource',
  kinds: ['gcp-cloud-kms-crypto-key'],
};

/** A service account to be named. */
export const ACCOUNT: QuestionParameter = {
  name: 'account',
  title: 'Service account',
  type: 'resource',
  kinds: ['gcp-iam-service-account'],
};

/** A bucket to be named. */
export const BUCKET: QuestionParameter = {
  name: 'bucket',
  title: 'Bucket',
  type: 'resource',
  kinds: ['gcp-storage-bucket'],
};

/** The jobs behind a resource: itself if it is one, and those its data or code passed through. */
export const JOBS_BEHIND = 'kind:job (id:{resource} OR upstream:(id:{resource}))';

/** The relations by which something is done as an account. */
export const RUNS_AS = '(RUNS_AS OR IMPLICIT_IDENTITY)';
