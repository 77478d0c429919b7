import type { GraphNode } from '../../graph/graph.ts';
import { at, dataOf, judge, lacking, linksFrom, linksTo, proofOf, textAt } from '../facts.ts';
import { takingPart } from '../identities.ts';
import { WITHDRAW } from '../rule.ts';
import type { Rule } from '../rule.ts';
import { isOutsider, judgeAccess } from '../who-can.ts';
import { WORKLOADS } from '../workloads.ts';

const MODEL = 'gcp-ai-platform-model';
const REGISTRY_PAGE = 'https://cloud.google.com/vertex-ai/docs/model-registry/introduction';
const LINEAGE_PAGE = 'https://cloud.google.com/vertex-ai/docs/pipelines/lineage';

/** Where models come from, and who can replace them. */
export const MODEL_RULES: readonly Rule[] = [
  {
    id: 'lineage-no-producer',
    title: 'Nothing tells how a model was made',
    family: 'lineage',
    severity: 'medium',
    because: 'It may be sound; nobody can show it.',
    rationale:
      'Without its producer neither data, code nor identity behind a model can be reviewed, and a planted one looks the same.',
    remediation: 'Upload models from the pipeline that trains them, so that the registry names it.',
    command: 'gcloud ai models describe {id} --region={location} --project={project}',
    references: [REGISTRY_PAGE, LINEAGE_PAGE],
    attack: ['T1195.002'],
    needs: ['the model', 'the jobs and pipelines of the project'],
    unknown: 'The model was not collected, so what made it is not known.',
    subjects: [MODEL],
    examine: (node, context) => {
      if (dataOf(node) === undefined) {
        return node.state === 'unresolved' ? undefined : lacking(node, 'document', 'trainingPipeline');
      }
      const known =
        linksTo(context, node, 'PRODUCED_MODEL').length > 0 || linksFrom(context, node, 'DERIVED_FROM').length > 0;
      return judge(
        known || isFromGarden(node)
          ? []
          : [at(node, 'trainingPipeline'), at(node, 'artifactUri', textAt(dataOf(node), 'artifactUri'))],
      );
    },
  },
  {
    id: 'lineage-external-model',
    title: 'A model was taken from outside',
    family: 'lineage',
    severity: 'info',
    because: 'It is a usual thing to do, and worth knowing.',
    rationale: 'What the publisher of the base model trained it on, or hid in it, is in everything made from it.',
    remediation: 'Record origin, version and licence of the base model.',
    command: 'gcloud ai models describe {id} --region={location} --project={project}',
    references: ['https://cloud.google.com/vertex-ai/generative-ai/docs/model-garden/explore-models'],
    attack: ['T1195.002'],
    needs: ['the model’s `modelSourceInfo`'],
    unknown: 'The model was not collected, so where it came from is not known.',
    subjects: [MODEL],
    examine: (node) => {
      const data = dataOf(node);
      return data === undefined
        ? node.state === 'unresolved'
          ? undefined
          : lacking(node, 'document', 'modelSourceInfo.sourceType')
        : judge(
            isFromGarden(node)
              ? [at(node, 'modelSourceInfo.sourceType', textAt(data, 'modelSourceInfo.sourceType'))]
              : [],
          );
    },
  },
  {
    id: 'lineage-model-files-writable',
    title: 'Others than their owners can replace the files of a model',
    family: 'lineage',
    severity: 'high',
    because: 'A replaced model is deployed like the right one.',
    rationale: 'A whole group, a domain or an account of another project may write where the model’s files lie.',
    remediation: 'Leave the right to write to the account that trains the model.',
    command: WITHDRAW,
    references: ['https://cloud.google.com/storage/docs/access-control/iam'],
    attack: ['T1565.001'],
    needs: ['the IAM policies of the bucket and its project'],
    unknown: 'The bucket’s IAM policy was not collected, so who can replace the model’s files is not known.',
    subjects: ['gcp-storage-bucket'],
    examine: (node, context) => {
      const models = linksTo(context, node, 'STORED_IN');
      if (models.length === 0 || node.state === 'unresolved') {
        return undefined;
      }
      const verdict = judgeAccess(node, context, {
        id: 'lineage-model-files-writable',
        relations: ['CAN_WRITE', 'CAN_ADMIN'],
        isBad: isOutsider,
      });
      const { nodes = [], edges = [] } = takingPart(models);
      return { ...verdict, nodes: [...(verdict.nodes ?? []), ...nodes], edges };
    },
  },
  {
    id: 'lineage-input-model-not-pinned',
    title: 'The job reads whatever version of a model is the default',
    family: 'lineage',
    severity: 'low',
    because: 'It takes somebody who may change the default version.',
    rationale: 'A model named without a version, or by an alias, is another one as soon as somebody moves the default.',
    remediation: 'Name the model with its version.',
    command: 'gcloud ai models list-version MODEL --region={location} --project={project}',
    references: ['https://cloud.google.com/vertex-ai/docs/model-registry/versioning'],
    attack: ['T1195.002'],
    needs: ['the job specification'],
    unknown: 'The job specification was not collected, so which models it reads is not known.',
    subjects: WORKLOADS,
    examine: (node, context) => {
      if (node.state === 'present' && node.kind === WORKLOADS[0] && dataOf(node) === undefined) {
        return lacking(node, 'document', 'jobSpec.models');
      }
      const reads = linksFrom(context, node, 'READS_MODEL');
      const loose = reads.filter(({ evidence }) => evidence.some(({ value }) => !/@\d+$/.test(value)));
      return reads.length === 0
        ? undefined
        : judge(
            loose.flatMap(({ evidence }) => proofOf(evidence)),
            { nodes: loose.map(({ to }) => to), edges: loose },
          );
    },
  },
];

function isFromGarden(model: GraphNode): boolean {
  const data = dataOf(model);
  return (
    /^(?:MODEL_GARDEN|GENIE)$/.test(textAt(data, 'modelSourceInfo.sourceType')) ||
    textAt(data, 'baseModelSource.modelGardenSource.publicModelName') !== ''
  );
}
