import type { Graph } from '../../../shared/graph/graph.ts';
import type { Inventory } from '../../../shared/inventory/inventory.ts';
import type { JsonObject } from '../../../shared/json.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import { canonicalDocument } from '../../../shared/resource/canonical.ts';
import { documentName } from '../../../shared/resource/document-name.ts';
import type { ResourceDocument } from '../../../shared/resource/document.ts';
import { parseResourceName } from '../../../shared/resource/resource-name.ts';

export const JOB: KindId = 'gcp-ai-platform-custom-job';
export const MODEL: KindId = 'gcp-ai-platform-model';
export const TRAINING_PIPELINE: KindId = 'gcp-ai-platform-training-pipeline';

/** An inventory of documents, as a reader of files makes it. */
export function inventoryOf(documents: readonly ResourceDocument[], rest: Partial<Inventory> = {}): Inventory {
  return {
    documents,
    projects: [],
    coverage: [],
    problems: [],
    skipped: [],
    unattachedPolicies: [],
    redactions: [],
    ...rest,
  };
}

/** A document named by its own name fields, or by `more.fullName` where its data does not say the whole name. */
export function documentOf(
  kind: KindId,
  given: JsonObject,
  { fullName, ...more }: Partial<ResourceDocument> & { readonly fullName?: string } = {},
): ResourceDocument {
  const { data } = canonicalDocument(kind, given);
  const name = fullName === undefined ? documentName(kind, data) : parseResourceName(fullName, { kinds: [kind] });
  if (name === undefined) {
    throw new Error(`The test's document has no name: ${JSON.stringify(given)}`);
  }
  return { kind, name: name.name, data, form: 'full', origin: { file: 'inventory.json' }, ...more };
}

/** Account of the jobs that `jobOf` makes. */
export const TRAINER = 'trainer@ml-prod.iam.gserviceaccount.com';

/** Custom job 1 of project `ml-prod` in `us-central1` with the given job specification; runs as `TRAINER` unless that says otherwise. */
export function jobOf(jobSpec: JsonObject, fields: JsonObject = {}): ResourceDocument {
  return documentOf(JOB, {
    name: 'projects/ml-prod/locations/us-central1/customJobs/1',
    jobSpec: { serviceAccount: TRAINER, ...jobSpec },
    ...fields,
  });
}

/** What `expected` becomes by the account that every job of `jobOf` runs as. */
export function withTrainer({ nodes, links }: GraphInShort): GraphInShort {
  const account = `//iam.googleapis.com/projects/ml-prod/serviceAccounts/${TRAINER}`;
  const job = '//aiplatform.googleapis.com/projects/ml-prod/locations/us-central1/customJobs/1';
  return {
    nodes: [...new Set([...nodes, `referenced ${account}`])].toSorted(),
    links: [...links, `RUNS_AS ${job} -> ${account} (exact, none)\n  jobSpec.serviceAccount = ${TRAINER}`].toSorted(),
  };
}

/** A graph in short: its nodes by state, its links with their evidence, sorted. */
export interface GraphInShort {
  readonly nodes: readonly string[];
  readonly links: readonly string[];
}

/** Every node as `state id`, every link as `TYPE from -> to (confidence, flow)` followed by `path = value` of each evidence. */
export function inShort(graph: Graph): GraphInShort {
  return {
    nodes: [...graph.nodes.values()].map(({ id, state }) => `${state} ${id}`).toSorted(),
    links: [...graph.edges.values()]
      .map(({ type, from, to, confidence, flow, evidence }) =>
        [
          `${type} ${from} -> ${to} (${confidence}, ${flow})`,
          ...evidence.map(({ path, value }) => `  ${path} = ${value}`),
        ].join('\n'),
      )
      .toSorted(),
  };
}
