/** A query that fits no form: what is wrong with it and which forms there are. */
export interface QueryError {
  readonly message: string;
  readonly forms: readonly string[];
}

/** Forms of the method GET, with `customJobs` for the collection of any kind. */
export const GET_FORMS: readonly string[] = [
  'ID',
  'LOCATION|ID',
  'projects/PROJECT/locations/LOCATION/customJobs/ID',
  '//aiplatform.googleapis.com/projects/PROJECT/locations/LOCATION/customJobs/ID',
  'https://console.cloud.google.com/vertex-ai/locations/LOCATION/training/ID?project=PROJECT',
  'gs://BUCKET, IMAGE:TAG, IMAGE@DIGEST, EMAIL (names of other kinds)',
];

/** Forms of the method SEARCH. */
export const SEARCH_FORMS: readonly string[] = [
  'LOCATION',
  'LOCATION|TEXT',
  'projects/PROJECT/locations/LOCATION/customJobs/ID',
  '//aiplatform.googleapis.com/projects/PROJECT/locations/LOCATION/customJobs/ID',
  'displayName:"PREFIX*", displayName="NAME", state=JOB_STATE_FAILED, labels.KEY=VALUE, createTime>"2025-11-01T00:00:00Z" (joined by AND, negated by NOT or -)',
  'bucket:NAME, image:NAME, sa:EMAIL, kms:KEY, network:NAME, model:ID',
  'TEXT (looked for in every field)',
];

/** What a method answers: resources (none: not found, several: all that fit), or why the query cannot be understood. */
export type QueryResult<Node> =
  | { readonly ok: true; readonly nodes: readonly Node[] }
  | { readonly ok: false; readonly error: QueryError };
