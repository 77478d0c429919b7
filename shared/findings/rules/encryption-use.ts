import type { GraphNode, NodeId } from '../../graph/graph.ts';
import {
  at,
  dataOf,
  judge,
  judgeLinks,
  lacking,
  linksFrom,
  linksTo,
  missing,
  nodeOf,
  proofOf,
  textAt,
  those,
} from '../facts.ts';
import { areComparable, inWords, takingPart } from '../identities.ts';
import { KEY, KEY_FIELDS, keyUseOfProject } from '../keys.ts';
import { covers } from '../places.ts';
import { DESCRIBE, PASS } from '../rule.ts';
import type { Missing, Rule, RuleContext } from '../rule.ts';
import type { FindingEvidence } from '../finding.ts';
import { WORKLOADS } from '../workloads.ts';

const CMEK_PAGE = 'https://cloud.google.com/vertex-ai/docs/general/cmek';
const BUCKET = 'gcp-storage-bucket';
const ENCRYPTED = [...KEY_FIELDS.keys()];

/** Which key protects what. */
export const KEY_USE_RULES: readonly Rule[] = [
  {
    id: 'encryption-no-cmek',
    title: 'No key of the customer’s, though the project uses one elsewhere',
    family: 'encryption',
    severity: 'medium',
    because: 'Google’s own keys still protect it; the organisation only cannot take the access away.',
    rationale: 'What is not under the key escapes its policy, its log and its destruction.',
    remediation: 'Create it again with the key; that of a resource cannot be changed.',
    command: 'gcloud kms keys list --keyring={keyRing} --location={location} --project={keyProject}',
    references: [CMEK_PAGE],
    attack: ['T1530'],
    needs: ['the resource’s document'],
    unknown: 'The resource’s document was collected only in part, so its key is not known.',
    subjects: ENCRYPTED.filter((kind) => kind !== BUCKET),
    examine: (node, context) => {
      const use = node.project === undefined ? undefined : keyUseOfProject(context).get(node.project);
      if (node.state !== 'present' || node.unsubmitted === true || use === undefined) {
        return undefined;
      }
      if (dataOf(node) === undefined) {
        return lacking(node, 'document', KEY_FIELDS.get(node.kind) ?? '');
      }
      if (linksFrom(context, node, 'USES_KMS_KEY').length > 0) {
        return PASS;
      }
      const [, keyProject = '', keyRing = ''] = /projects\/([^/]+)\/.*\/keyRings\/([^/]+)\//.exec(use.to) ?? [];
      return judge([at(node, KEY_FIELDS.get(node.kind) ?? ''), ...proofOf(use.evidence.slice(0, 1))], {
        nodes: [use.to],
        parameters: { keyProject, keyRing },
      });
    },
  },
  {
    id: 'encryption-key-other-region',
    title: 'The key lies in another region than what it protects',
    family: 'encryption',
    severity: 'medium',
    because: 'Where it works at all, data and key fall under two jurisdictions.',
    rationale:
      'Vertex AI and Cloud Storage want key and data in one place; a key elsewhere makes work fail, or data leave.',
    remediation: 'Use a key in the region of the resource.',
    command:
      'gcloud kms keys create NAME --keyring=KEYRING --location={location} --purpose=encryption --project={project}',
    references: [CMEK_PAGE, 'https://cloud.google.com/kms/docs/locations'],
    needs: ['the locations of the resource and the key'],
    unknown: 'The location of the resource is not known.',
    subjects: ENCRYPTED,
    examine: (node, context) => {
      const uses = linksFrom(context, node, 'USES_KMS_KEY');
      if (uses.length === 0 || node.unsubmitted === true) {
        return undefined;
      }
      const { location } = node;
      if (location === undefined) {
        return lacking(node, 'field', 'location');
      }
      const bad = those(uses, ({ to }) => {
        const place = nodeOf(context, to).location;
        return place !== undefined && !covers(place, location) && !covers(location, place);
      });
      return judgeLinks(bad);
    },
  },
  {
    id: 'encryption-key-other-project',
    title: 'A key protects resources of other projects',
    family: 'encryption',
    severity: 'info',
    because: 'It is good practice; the reviewer only has to look there as well.',
    rationale: 'Administrators of that project decide whether the data can be read, and can make it unreadable.',
    remediation: 'Review who administers keys in that project.',
    command: 'gcloud projects get-iam-policy {keyProject}',
    references: ['https://cloud.google.com/kms/docs/separation-of-duties'],
    needs: ['the projects of the resource and the key'],
    unknown: 'One project is known by its number and the other by its id, and no document ties the two.',
    subjects: [KEY],
    examine: (node, context) => {
      const uses = linksTo(context, node, 'USES_KMS_KEY');
      const elsewhere = uses.filter(({ from }) => nodeOf(context, from).project !== node.project);
      if (uses.length === 0 || node.state === 'unresolved') {
        return undefined;
      }
      const told = elsewhere.filter(({ from }) => areComparable(nodeOf(context, from).project, node.project));
      return judge(inWords(told), {
        ...takingPart(told),
        parameters: { keyProject: node.project ?? '' },
        missing: elsewhere.length > told.length && told.length === 0 ? [missing(node, 'field', 'project')] : [],
      });
    },
  },
  {
    id: 'encryption-key-version-named',
    title: 'A single version of a key is named',
    family: 'encryption',
    severity: 'low',
    because: 'It works, but the key’s rotation has no effect here.',
    rationale: 'What names a version stays with it when the key is rotated, and breaks when the version is destroyed.',
    remediation: 'Name the key without a version.',
    command: DESCRIBE,
    references: ['https://cloud.google.com/kms/docs/key-rotation'],
    needs: ['the resource’s document'],
    unknown: 'The resource’s document was collected only in part, so its key is not known.',
    subjects: ENCRYPTED,
    examine: (node, context) => {
      const uses = linksFrom(context, node, 'USES_KMS_KEY');
      if (node.state === 'present' && dataOf(node) === undefined && node.document?.form === 'summary') {
        return lacking(node, 'document', KEY_FIELDS.get(node.kind) ?? '');
      }
      return uses.length === 0
        ? undefined
        : judgeLinks(
            those(uses, ({ evidence }) => evidence.some(({ value }) => value.includes('/cryptoKeyVersions/'))),
          );
    },
  },
  {
    id: 'encryption-output-other-key',
    title: 'What the job makes is not under the job’s key',
    family: 'encryption',
    severity: 'medium',
    because: 'The job’s own key then protects the machine’s disks and not the result.',
    rationale: 'The results of a job under a key should be readable only for those who may use that key.',
    remediation: 'Set the job’s key as the default key of the bucket, and name it when the model is uploaded.',
    command: 'gcloud storage buckets update gs://{bucket} --default-encryption-key={key}',
    references: ['https://cloud.google.com/storage/docs/encryption/using-customer-managed-keys', CMEK_PAGE],
    attack: ['T1530'],
    needs: ['the job’s key', 'the bucket’s `encryption`', 'the model’s `encryptionSpec`'],
    unknown: 'The bucket was not collected, so its key is not known.',
    subjects: WORKLOADS,
    examine: (node, context) => {
      const own = linksFrom(context, node, 'USES_KMS_KEY');
      const outputs = linksFrom(context, node, 'WRITES_TO', 'PRODUCED_MODEL');
      const first = own[0];
      if (first === undefined || outputs.length === 0) {
        return undefined;
      }
      const evidence: FindingEvidence[] = [];
      const unread: Missing[] = [];
      const nodes: NodeId[] = [];
      for (const { to } of outputs) {
        const made = nodeOf(context, to);
        const field = KEY_FIELDS.get(made.kind) ?? '';
        if (dataOf(made) === undefined) {
          unread.push(missing(made, 'document', field));
        } else if (
          !sharesKey(
            made,
            own.map((edge) => edge.to),
            context,
          )
        ) {
          evidence.push(at(made, field, textAt(dataOf(made), field)));
          nodes.push(to);
        }
      }
      if (evidence.length === 0) {
        return judge(evidence, { missing: unread });
      }
      return judge([...evidence, ...proofOf(first.evidence)], {
        nodes: [...nodes, first.to],
        edges: [first, ...outputs.filter(({ to }) => nodes.includes(to))],
        missing: unread,
        parameters: {
          bucket:
            nodes
              .find((id) => nodeOf(context, id).kind === BUCKET)
              ?.split('/')
              .at(-1) ?? '',
          key: first.evidence[0]?.value ?? '',
        },
      });
    },
  },
];

function sharesKey(node: GraphNode, keys: readonly NodeId[], context: RuleContext): boolean {
  return linksFrom(context, node, 'USES_KMS_KEY').some(({ to }) => keys.includes(to));
}
