import { isJsonObject } from '../../json.ts';
import { at, dataOf, judge, lacking, linksTo, listAt, textAt } from '../facts.ts';
import { inWords, isGone, takingPart } from '../identities.ts';
import { keyUseOfProject } from '../keys.ts';
import { WITHDRAW } from '../rule.ts';
import type { Rule, RuleContext, Verdict } from '../rule.ts';
import { isMany, isPublic, judgeAccess } from '../who-can.ts';
import type { GraphEdge, GraphNode } from '../../graph/graph.ts';

const BUCKET = 'gcp-storage-bucket';
const NOT_READ = 'The bucket was not collected, so its settings are not known.';
const UPDATE = 'gcloud storage buckets update gs://{id}';

/** The buckets that work reads and writes. */
export const BUCKET_RULES: readonly Rule[] = [
  {
    id: 'data-public-bucket',
    title: 'Everyone has access to a bucket that work uses',
    family: 'data',
    severity: 'critical',
    because: 'Data and models are open to anybody who learns the name.',
    rationale: 'Public members get at every object: training data, code, checkpoints and models.',
    remediation: 'Remove the public members and enforce public access prevention.',
    command: 'gcloud storage buckets update gs://{id} --public-access-prevention',
    references: [
      'https://cloud.google.com/storage/docs/access-control/making-data-public',
      'https://cloud.google.com/storage/docs/public-access-prevention',
    ],
    cis: ['5.1'],
    attack: ['T1530'],
    needs: ['the IAM policy of the bucket', 'the bucket’s `acl`'],
    unknown: 'The bucket’s IAM policy was not collected, so whether it is public is not known.',
    subjects: [BUCKET],
    examine: (node, context) => {
      if (!isUsed(node, context)) {
        return undefined;
      }
      const verdict = judgeAccess(node, context, {
        id: 'data-public-bucket',
        relations: ['CAN_READ', 'CAN_WRITE', 'CAN_ADMIN'],
        isBad: isPublic,
      });
      const data = dataOf(node) ?? {};
      const lists = ['acl', 'defaultObjectAcl'].flatMap((list) =>
        listAt(data, list).flatMap((entry, index) => {
          const entity = isJsonObject(entry) ? textAt(entry, 'entity') : '';
          return /^all(?:Authenticated)?Users$/.test(entity) ? [at(node, `${list}[${index}].entity`, entity)] : [];
        }),
      );
      return lists.length === 0 ? verdict : { ...verdict, evidence: [...verdict.evidence, ...lists] };
    },
  },
  {
    id: 'data-broad-read',
    title: 'A whole group or domain can read a bucket that work uses',
    family: 'data',
    severity: 'medium',
    because: 'The members are of the organisation, but nobody chose them for this data.',
    rationale: 'Who joins the group or the domain can read training data and models from that day on.',
    remediation: 'Grant the role to the accounts and people that need it.',
    command: WITHDRAW,
    references: ['https://cloud.google.com/storage/docs/access-control/iam'],
    attack: ['T1530'],
    needs: ['the IAM policies of the bucket and its project'],
    unknown: 'The bucket’s IAM policy was not collected, so who can read it is not known.',
    subjects: [BUCKET],
    examine: (node, context) =>
      isUsed(node, context)
        ? judgeAccess(node, context, { id: 'data-broad-read', relations: ['CAN_READ'], isBad: isMany })
        : undefined,
  },
  {
    id: 'data-no-public-access-prevention',
    title: 'Nothing keeps a bucket from being made public',
    family: 'data',
    severity: 'medium',
    because: 'Somebody must still make it public; a policy of the organisation may forbid it.',
    rationale: 'One wrong member in a policy is enough to publish the bucket.',
    remediation: 'Enforce public access prevention on the bucket or for the organisation.',
    command: `${UPDATE} --public-access-prevention`,
    references: ['https://cloud.google.com/storage/docs/public-access-prevention'],
    attack: ['T1530'],
    needs: ['the bucket’s `iamConfiguration`'],
    unknown: NOT_READ,
    subjects: [BUCKET],
    examine: (node, context) =>
      judgeBucket(node, context, 'iamConfiguration.publicAccessPrevention', (value) => value !== 'enforced'),
  },
  {
    id: 'data-fine-grained-acl',
    title: 'Access to objects of a bucket is set object by object',
    family: 'data',
    severity: 'medium',
    because: 'It hides access rather than giving it.',
    rationale:
      'Lists on single objects do not show in the bucket’s policy, so no review of the policy tells who can read what.',
    remediation: 'Switch uniform bucket-level access on.',
    command: `${UPDATE} --uniform-bucket-level-access`,
    references: ['https://cloud.google.com/storage/docs/uniform-bucket-level-access'],
    cis: ['5.2'],
    attack: ['T1530'],
    needs: ['the bucket’s `iamConfiguration`'],
    unknown: NOT_READ,
    subjects: [BUCKET],
    examine: (node, context) => {
      const old = textAt(dataOf(node), 'iamConfiguration.bucketPolicyOnly.enabled');
      return judgeBucket(
        node,
        context,
        'iamConfiguration.uniformBucketLevelAccess.enabled',
        (value) => value !== 'true' && old !== 'true',
      );
    },
  },
  {
    id: 'data-no-cmek',
    title: 'A bucket has no key of the customer’s, though its project uses one elsewhere',
    family: 'data',
    severity: 'low',
    because: 'Google’s own keys still protect it.',
    rationale: 'Objects in it escape the key’s policy, its log and its destruction.',
    remediation: 'Set a default key and rewrite the objects.',
    command: `${UPDATE} --default-encryption-key={key}`,
    references: ['https://cloud.google.com/storage/docs/encryption/using-customer-managed-keys'],
    attack: ['T1530'],
    needs: ['the bucket’s `encryption`'],
    unknown: NOT_READ,
    subjects: [BUCKET],
    examine: (node, context) => {
      const use = node.project === undefined ? undefined : keyUseOfProject(context).get(node.project);
      if (!isUsed(node, context)) {
        return undefined;
      }
      const data = dataOf(node);
      if (data === undefined) {
        return lacking(node, 'document', 'encryption.defaultKmsKeyName');
      }
      return use === undefined
        ? undefined
        : judge(textAt(data, 'encryption.defaultKmsKeyName') === '' ? [at(node, 'encryption.defaultKmsKeyName')] : [], {
            nodes: [use.to],
            parameters: { key: use.evidence[0]?.value ?? '' },
          });
    },
  },
  {
    id: 'data-no-versions',
    title: 'Objects that lineage depends on can be overwritten without a trace',
    family: 'data',
    severity: 'low',
    because: 'Somebody must have the right to write.',
    rationale: 'Without versions or retention a replaced model, package or checkpoint leaves nothing to compare with.',
    remediation: 'Keep versions of objects, or set a retention period.',
    command: `${UPDATE} --versioning`,
    references: [
      'https://cloud.google.com/storage/docs/object-versioning',
      'https://cloud.google.com/storage/docs/bucket-lock',
    ],
    attack: ['T1565.001', 'T1485'],
    needs: ['the bucket’s `versioning` and `retentionPolicy`'],
    unknown: NOT_READ,
    subjects: [BUCKET],
    examine: (node, context) => {
      const uses = linksTo(context, node, 'WRITES_TO', 'STORED_IN', 'LOADS_CODE_FROM');
      if (uses.length === 0 || node.state === 'unresolved') {
        return undefined;
      }
      const data = dataOf(node);
      if (data === undefined) {
        return lacking(node, 'document', 'versioning.enabled');
      }
      const keeps =
        textAt(data, 'versioning.enabled') === 'true' || textAt(data, 'retentionPolicy.retentionPeriod') !== '';
      return judge(
        keeps
          ? []
          : [
              at(node, 'versioning.enabled', textAt(data, 'versioning.enabled')),
              at(node, 'retentionPolicy.retentionPeriod'),
              ...inWords(uses.slice(0, 2)),
            ],
        takingPart(uses),
      );
    },
  },
  {
    id: 'data-no-access-logs',
    title: 'Nobody keeps who read a bucket that work uses',
    family: 'data',
    severity: 'info',
    because: 'Data access logs of the project may tell the same, and they are not part of an inventory.',
    rationale: 'After a leak the first question is who read what.',
    remediation: 'Switch data access logs on for Cloud Storage, or usage logs for the bucket.',
    command: `${UPDATE} --log-bucket=gs://LOG_BUCKET`,
    references: [
      'https://cloud.google.com/storage/docs/audit-logging',
      'https://cloud.google.com/storage/docs/access-logs',
    ],
    attack: ['T1562.008'],
    needs: ['the bucket’s `logging`'],
    unknown: NOT_READ,
    subjects: [BUCKET],
    examine: (node, context) => {
      if (!isUsed(node, context)) {
        return undefined;
      }
      const data = dataOf(node);
      return data === undefined
        ? lacking(node, 'document', 'logging.logBucket')
        : judge(textAt(data, 'logging.logBucket') === '' ? [at(node, 'logging.logBucket')] : []);
    },
  },
  {
    id: 'data-missing-bucket',
    title: 'A bucket that is named does not exist',
    family: 'data',
    severity: 'high',
    because: 'Names of buckets are free for all the world: whoever takes it gets what is written there.',
    rationale: 'A job that reads or writes a bucket whose name somebody else took is fed by, or feeds, a stranger.',
    remediation: 'Take the name out of everything that uses it, or create the bucket again in your own project.',
    command: 'gcloud storage buckets create gs://{id} --public-access-prevention --uniform-bucket-level-access',
    references: ['https://cloud.google.com/storage/docs/buckets#naming'],
    attack: ['T1565.001', 'T1530'],
    needs: ['the buckets of the projects, or the answer that this one does not exist'],
    unknown: 'Whether the bucket exists was not asked, or could not be read.',
    subjects: [BUCKET],
    examine: (node, context) => {
      if (!isUsed(node, context)) {
        return undefined;
      }
      const uses = usesOf(node, context);
      return isGone(node)
        ? judge(inWords(uses), takingPart(uses))
        : node.state === 'present'
          ? judge([])
          : lacking(node, 'document', 'name');
    },
  },
];

function usesOf(node: GraphNode, context: RuleContext): readonly GraphEdge[] {
  return linksTo(context, node, 'WRITES_TO', 'LOADS_CODE_FROM', 'STORED_IN', 'READS_DATA', 'REFERENCES_DATA');
}

function isUsed(node: GraphNode, context: RuleContext): boolean {
  return node.state !== 'unresolved' && usesOf(node, context).length > 0;
}

/** Judges a setting that the API always sends: where it is absent, it was left out of the export. */
function judgeBucket(
  node: GraphNode,
  context: RuleContext,
  path: string,
  isBad: (value: string) => boolean,
): Verdict | undefined {
  if (!isUsed(node, context)) {
    return undefined;
  }
  const data = dataOf(node);
  if (data === undefined || data['iamConfiguration'] === undefined) {
    return lacking(node, data === undefined ? 'document' : 'field', path);
  }
  const value = textAt(data, path);
  return judge(isBad(value) ? [at(node, path, value)] : []);
}
