import type { GraphNode } from '../../graph/graph.ts';
import { at, dataOf, DAY, judge, lacking, linksTo, nodeOf, textAt, timeOf } from '../facts.ts';
import { isAgent, usersOf } from '../identities.ts';
import { WITHDRAW } from '../rule.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { partsWereRead } from '../was-read.ts';

const ACCOUNT = 'gcp-iam-service-account';
const ACCOUNT_KEY = 'gcp-iam-service-account-key';
const KEYS_PAGE = 'https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys';

/** Keys that somebody downloaded, and policies that name what is no more. */
export const KEY_RULES: readonly Rule[] = [
  {
    id: 'identity-user-managed-key',
    title: 'An account of the work has a user-managed key',
    family: 'identity',
    severity: 'medium',
    because: 'The key has to be stolen first, but then works from anywhere until somebody deletes it.',
    rationale:
      'A key file is a password that does not expire by itself. Vertex AI needs none to run work as an account.',
    remediation: 'Find who uses the key, let them impersonate the account instead, and delete the key.',
    command: 'gcloud iam service-accounts keys delete {key} --iam-account={id}',
    references: [KEYS_PAGE],
    cis: ['1.4'],
    attack: ['T1098.001', 'T1552.001'],
    needs: ['the keys of the account'],
    unknown: 'The account’s keys were not collected.',
    subjects: [ACCOUNT],
    examine: (node, context) => judgeKeys(node, context, () => true),
  },
  {
    id: 'identity-old-user-managed-key',
    title: 'A user-managed key of an account is old',
    family: 'identity',
    severity: 'high',
    because: 'The older a key, the more copies of it lie about, and the less anybody knows of them.',
    rationale: 'Keys that are never changed outlive the people, laptops and build servers they were made for.',
    remediation: 'Delete the key; where it is still needed, make a new one first.',
    command: 'gcloud iam service-accounts keys delete {key} --iam-account={id}',
    references: [KEYS_PAGE, 'https://cloud.google.com/iam/docs/key-rotation'],
    cis: ['1.7'],
    attack: ['T1098.001', 'T1552.001'],
    needs: ['the keys of the account with `validAfterTime`'],
    unknown: 'The account’s keys were not collected.',
    subjects: [ACCOUNT],
    examine: (node, context) =>
      judgeKeys(node, context, (key) => {
        const made = timeOf(textAt(dataOf(key), 'validAfterTime'));
        return made !== undefined && context.asOf - made > context.settings.accountKeyDays * DAY;
      }),
  },
  {
    id: 'identity-deleted-member',
    title: 'A policy still names a deleted identity',
    family: 'identity',
    severity: 'low',
    because: 'The deleted identity can do nothing; only an undeleted one gets its rights back.',
    rationale: 'Left-over members hide who really has access, and an account that is undeleted has the role again.',
    remediation: 'Remove the member from the policy.',
    command: WITHDRAW,
    references: ['https://cloud.google.com/iam/docs/service-accounts-delete-undelete'],
    attack: ['T1098.003'],
    needs: ['the IAM policy of the resource'],
    unknown: 'The IAM policy was not collected.',
    subjects: [
      'gcp-cloud-resource-manager-project',
      'gcp-storage-bucket',
      'gcp-cloud-kms-crypto-key',
      'gcp-artifact-registry-repository',
      ACCOUNT,
    ],
    examine: (node, context) => {
      if (node.state !== 'present') {
        return undefined;
      }
      if (node.document?.iamPolicy === undefined) {
        return lacking(node, 'policy');
      }
      const dead = context.access
        .grantsOn(node.id)
        .filter(({ principal }) => context.access.principal(principal)?.deleted === true);
      const [first] = dead;
      return judge(
        dead.map(({ evidence }) => at({ id: evidence.document }, evidence.path, evidence.value)),
        { nodes: dead.map(({ principal }) => principal), ...(first === undefined ? {} : { grant: first }) },
      );
    },
  },
];

function judgeKeys(
  node: GraphNode,
  context: RuleContext,
  isBad: (key: GraphNode) => boolean,
): ReturnType<Rule['examine']> {
  if (usersOf(node, context).length === 0 || node.state === 'unresolved' || isAgent(node)) {
    return undefined;
  }
  const links = linksTo(context, node, 'PART_OF');
  const keys = links.map(({ from }) => nodeOf(context, from)).filter(({ kind }) => kind === ACCOUNT_KEY);
  // Every account has keys that Google manages, so where none is known none was read, unless only the others were asked for.
  if (keys.length === 0 && !partsWereRead(context, ACCOUNT_KEY, node)) {
    return lacking(node, 'field', 'keys');
  }
  const bad = keys.filter(
    (key) =>
      textAt(dataOf(key), 'keyType') === 'USER_MANAGED' && textAt(dataOf(key), 'disabled') !== 'true' && isBad(key),
  );
  return judge(
    bad.flatMap((key) => [
      at(key, 'keyType', 'USER_MANAGED'),
      at(key, 'validAfterTime', textAt(dataOf(key), 'validAfterTime')),
    ]),
    {
      nodes: bad.map(({ id }) => id),
      edges: links.filter(({ from }) => bad.some(({ id }) => id === from)),
      parameters: { key: bad[0]?.id.split('/').at(-1) ?? '' },
    },
  );
}
