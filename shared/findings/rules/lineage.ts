import type { GraphEdge, GraphNode } from '../../graph/graph.ts';
import {
  at,
  dataOf,
  judge,
  lacking,
  linksFrom,
  linksTo,
  listAt,
  missing,
  nodeOf,
  objectsAt,
  proofOf,
  textAt,
} from '../facts.ts';
import { inWords, isGone } from '../identities.ts';
import { imagesOf, isGoogles } from '../images.ts';
import { protectionOf } from '../keys.ts';
import type { Rule, RuleContext, Verdict } from '../rule.ts';
import { WORKLOADS } from '../workloads.ts';

const MODEL = 'gcp-ai-platform-model';
const REGISTRY_PAGE = 'https://cloud.google.com/vertex-ai/docs/model-registry/introduction';
const LINEAGE_PAGE = 'https://cloud.google.com/vertex-ai/docs/pipelines/lineage';

/** Whether one can tell how a model came to be, and whether it still is what was made. */
export const LINEAGE_RULES: readonly Rule[] = [
  {
    id: 'lineage-producer-unpinned',
    title: 'A model was made by code that cannot be told exactly',
    family: 'lineage',
    severity: 'medium',
    because: 'The model is as trustworthy as whoever could move the tag or replace the package.',
    rationale:
      'The job that made the model named its image by a tag or loaded packages from a bucket, so what ran cannot be shown.',
    remediation: 'Train again from an image named by digest.',
    command: 'gcloud artifacts docker images list REPOSITORY --include-tags --project={project}',
    references: [LINEAGE_PAGE],
    attack: ['T1195.002', 'T1525'],
    needs: ['the job that made the model'],
    unknown: 'The job that made the model was not collected, so its code is not known.',
    subjects: [MODEL],
    examine: (node, context) =>
      judgeProducers(node, context, (job) => [
        ...(imagesOf(job, context) ?? [])
          .filter((use) => use.tag !== undefined && !isGoogles(use))
          .map(({ path, reference }) => at(job, path, reference)),
        ...linksFrom(context, job, 'LOADS_CODE_FROM').flatMap(({ evidence }) => proofOf(evidence)),
      ]),
  },
  {
    id: 'lineage-producer-code-gone',
    title: 'The code that made a model is gone',
    family: 'lineage',
    severity: 'high',
    because: 'A model that is used can be neither rebuilt nor reviewed.',
    rationale: 'The image or the bucket of the job that made the model is no longer there.',
    remediation: 'Keep images and packages for as long as models made with them are used; train the model again.',
    command:
      'gcloud artifacts repositories set-cleanup-policies REPOSITORY --location={location} --project={project} --policy=POLICY.json',
    references: ['https://cloud.google.com/artifact-registry/docs/repositories/cleanup-policy', LINEAGE_PAGE],
    attack: ['T1485'],
    needs: ['the images of the repository', 'the buckets of packages'],
    unknown:
      'The images of the repository, or the bucket, were not collected, so whether the code is still there is not known.',
    subjects: [MODEL],
    examine: (node, context) => {
      const jobs = producersOf(node, context);
      if (jobs.length === 0) {
        return undefined;
      }
      const code = jobs
        .flatMap(({ from }) => linksFrom(context, { id: from }, 'PULLS_IMAGE', 'LOADS_CODE_FROM'))
        .filter(({ to }) => {
          const image = nodeOf(context, to);
          return (
            image.state !== 'present' &&
            !isGoogles({ image }) &&
            image.id.startsWith('//') &&
            /^\/\/(?:artifactregistry|storage)\./.test(image.id)
          );
        });
      const gone = code.filter(({ to }) => isGone(nodeOf(context, to)));
      return judge(inWords(gone), {
        nodes: [...jobs.map(({ from }) => from), ...gone.map(({ to }) => to)],
        edges: [...jobs, ...gone],
        missing: code.filter((edge) => !gone.includes(edge)).map(({ to }) => missing({ id: to }, 'document')),
      });
    },
  },
  {
    id: 'lineage-failed-producer',
    title: 'A model of a job that failed is deployed',
    family: 'lineage',
    severity: 'high',
    because: 'It answers requests, and training did not end as it should.',
    rationale: 'Files of a run that failed or was cancelled are incomplete, or were put there by hand.',
    remediation: 'Undeploy the model until its origin is explained.',
    command: 'gcloud ai models describe {id} --region={location} --project={project}',
    references: [REGISTRY_PAGE],
    attack: ['T1565.001'],
    needs: ['the state of the job that made the model'],
    unknown: 'The job that made the model was not collected, so how it ended is not known.',
    subjects: [MODEL],
    examine: (node, context) =>
      isDeployed(node, context)
        ? judgeProducers(node, context, (job) =>
            /_(?:FAILED|CANCELLED|EXPIRED|PARTIALLY_SUCCEEDED)$/.test(job.lifecycle ?? '')
              ? [at(job, 'state', job.lifecycle)]
              : [],
          )
        : undefined,
  },
  {
    id: 'lineage-unreviewed-producer',
    title: 'A deployed model was made by a job that somebody started by hand',
    family: 'lineage',
    severity: 'medium',
    because: 'It may be right, but no pipeline shows what was done and who agreed.',
    rationale: 'A job that no pipeline launched went past the reviews that are built into pipelines.',
    remediation: 'Train models for use in a pipeline whose definition is reviewed.',
    command: 'gcloud ai models describe {id} --region={location} --project={project}',
    references: ['https://cloud.google.com/vertex-ai/docs/pipelines/introduction'],
    attack: ['T1195.002'],
    needs: ['the pipelines of the project'],
    unknown: 'The job that made the model was not collected, so who started it is not known.',
    subjects: [MODEL],
    examine: (node, context) =>
      isDeployed(node, context)
        ? judgeProducers(node, context, (job) =>
            linksFrom(context, job, 'LAUNCHED_BY').length === 0
              ? [at(job, 'displayName', textAt(dataOf(job), 'displayName'))]
              : [],
          )
        : undefined,
  },
  {
    id: 'lineage-exportable-weaker-key',
    title: 'A model can be exported and is protected less than the job that made it',
    family: 'lineage',
    severity: 'medium',
    because: 'Somebody must have the right to export it.',
    rationale:
      'An exported model leaves with everything it learnt. Its own key is weaker than the one the training data deserved.',
    remediation: 'Upload the model under the key of the job.',
    command: 'gcloud ai models describe {id} --region={location} --project={project}',
    references: ['https://cloud.google.com/vertex-ai/docs/general/cmek'],
    attack: ['T1537'],
    needs: ['the model’s `encryptionSpec` and `supportedExportFormats`', 'the keys'],
    unknown: 'The job that made the model, or a key, was not collected, so the two cannot be compared.',
    subjects: [MODEL],
    examine: (node, context) => {
      const formats = listAt(dataOf(node) ?? {}, 'supportedExportFormats');
      if (formats.length === 0) {
        return dataOf(node) === undefined && node.state !== 'unresolved'
          ? lacking(node, 'document', 'supportedExportFormats')
          : undefined;
      }
      const own = strength(node, context);
      return judgeProducers(node, context, (job) =>
        strength(job, context) > own
          ? [
              at(node, 'encryptionSpec.kmsKeyName', textAt(dataOf(node), 'encryptionSpec.kmsKeyName')),
              at(node, 'supportedExportFormats[0].id', formatOf(node)),
              ...linksFrom(context, job, 'USES_KMS_KEY').flatMap(({ evidence }) => proofOf(evidence)),
            ]
          : [],
      );
    },
  },
];

/** Links of the jobs that made a model. */
function producersOf(model: GraphNode, context: RuleContext): readonly GraphEdge[] {
  return linksTo(context, model, 'PRODUCED_MODEL').filter(({ from }) => WORKLOADS[0] === nodeOf(context, from).kind);
}

function judgeProducers(
  model: GraphNode,
  context: RuleContext,
  examine: (job: GraphNode) => ReturnType<typeof proofOf>,
): Verdict | undefined {
  const links = producersOf(model, context);
  if (links.length === 0) {
    return undefined;
  }
  const unread = links.filter(({ from }) => dataOf(nodeOf(context, from)) === undefined);
  const bad = links
    .filter((link) => !unread.includes(link))
    .map((link) => ({ link, evidence: examine(nodeOf(context, link.from)) }));
  const firing = bad.filter(({ evidence }) => evidence.length > 0);
  return judge(
    firing.flatMap(({ link, evidence }) => [...evidence, ...proofOf(link.evidence)]),
    {
      nodes: firing.map(({ link }) => link.from),
      edges: firing.map(({ link }) => link),
      missing: unread.map(({ from }) => missing({ id: from }, 'document')),
    },
  );
}

function isDeployed(model: GraphNode, context: RuleContext): boolean {
  return linksFrom(context, model, 'DEPLOYED_TO').length > 0;
}

/** How well a resource is protected: 0 without a key of the customer's, 1 with one in software, 2 with a better one. */
function strength(node: GraphNode, context: RuleContext): number {
  const levels = linksFrom(context, node, 'USES_KMS_KEY').map(({ to }) => protectionOf(nodeOf(context, to)).level);
  return levels.reduce((best, level) => Math.max(best, /^(?:HSM|EXTERNAL)/.test(level) ? 2 : 1), 0);
}

function formatOf(node: GraphNode): string {
  const [format] = objectsAt(dataOf(node) ?? {}, 'supportedExportFormats');
  return textAt(format?.data, 'id');
}
