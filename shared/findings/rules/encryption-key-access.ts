import type { Access } from '../../graph/access/access.ts';
import type { NodeId } from '../../graph/graph.ts';
import { judge, linksTo, missing, proofOf } from '../facts.ts';
import { KEY } from '../keys.ts';
import { WITHDRAW } from '../rule.ts';
import type { Rule } from '../rule.ts';
import { isMany, isPublic, judgeAccess, unknownRoles } from '../who-can.ts';

const POLICY_NOT_READ = 'The key’s IAM policy was not collected, so who can use it is not known.';

/** Who may use and administer keys. */
export const KEY_ACCESS_RULES: readonly Rule[] = [
  {
    id: 'encryption-public-key',
    title: 'Everyone can use a key',
    family: 'encryption',
    severity: 'critical',
    because: 'Encryption with it protects from nobody who gets at the data.',
    rationale: 'Public members in the policy of a key let anybody decrypt, or administer the key.',
    remediation: 'Remove the public members from the key’s policy.',
    command: WITHDRAW,
    references: ['https://cloud.google.com/kms/docs/iam'],
    cis: ['1.9'],
    attack: ['T1530'],
    needs: ['the IAM policy of the key'],
    unknown: POLICY_NOT_READ,
    subjects: [KEY],
    examine: (node, context) =>
      node.state === 'unresolved' || linksTo(context, node, 'USES_KMS_KEY').length === 0
        ? undefined
        : judgeAccess(node, context, {
            id: 'encryption-public-key',
            relations: ['CAN_DECRYPT', 'CAN_ENCRYPT', 'CAN_ADMIN'],
            isBad: isPublic,
          }),
  },
  {
    id: 'encryption-broad-decrypt',
    title: 'A whole group or domain can decrypt with a key',
    family: 'encryption',
    severity: 'high',
    because: 'The key then protects little more than the policies of the storage do.',
    rationale: 'A key of the customer’s own is there to keep those apart who may store data and those who may read it.',
    remediation: 'Grant the role to the service agents that need it.',
    command: WITHDRAW,
    references: ['https://cloud.google.com/kms/docs/iam'],
    attack: ['T1530'],
    needs: ['the IAM policies of the key and its project'],
    unknown: POLICY_NOT_READ,
    subjects: [KEY],
    examine: (node, context) =>
      node.state === 'unresolved' || linksTo(context, node, 'USES_KMS_KEY').length === 0
        ? undefined
        : judgeAccess(node, context, { id: 'encryption-broad-decrypt', relations: ['CAN_DECRYPT'], isBad: isMany }),
  },
  {
    id: 'encryption-no-separation',
    title: 'One identity both administers a key and uses it',
    family: 'encryption',
    severity: 'medium',
    because: 'It takes that one identity to go wrong.',
    rationale: 'Who administers a key decides who may use it; who does both can read the data and cover it up.',
    remediation: 'Give the two roles to different identities.',
    command: 'gcloud kms keys get-iam-policy {id} --keyring={keyRing} --location={location} --project={project}',
    references: ['https://cloud.google.com/kms/docs/separation-of-duties'],
    cis: ['1.11'],
    attack: ['T1098.003'],
    needs: ['the IAM policies of the key and its project'],
    unknown: POLICY_NOT_READ,
    subjects: [KEY],
    examine: (node, context) => {
      if (node.state === 'unresolved' || linksTo(context, node, 'USES_KMS_KEY').length === 0) {
        return undefined;
      }
      const { direct, inherited, unknown } = context.access.whoCan(node.id);
      const isOne = (principal: NodeId): boolean =>
        !['agent', 'public'].includes(context.access.principal(principal)?.audience ?? '');
      const both = [...doBoth([...direct, ...inherited])].filter(isOne);
      const grants = [...direct, ...inherited]
        .filter(({ principal }) => both.includes(principal))
        .map(({ grant }) => grant.evidence);
      return judge(proofOf([...new Map(grants.map((each) => [`${each.document} ${each.path}`, each])).values()]), {
        nodes: both,
        missing: [
          ...(node.document?.iamPolicy === undefined ? [missing(node, 'policy')] : []),
          // A role that nobody knows may be the half that an identity lacks, or both.
          ...unknownRoles(unknown, ({ principal }) => isOne(principal)),
        ],
      });
    },
  },
];

/** Identities that may change a key's policy or state and may use the key themselves, not only have a service use it. */
function doBoth(list: readonly Access[]): ReadonlySet<NodeId> {
  const admins = new Set(list.filter(({ relation }) => relation === 'CAN_ADMIN').map(({ principal }) => principal));
  const users = list.filter(({ permissions }) => permissions.some((each) => /\.useTo(?:Decrypt|Encrypt)$/.test(each)));
  return new Set(users.map(({ principal }) => principal).filter((principal) => admins.has(principal)));
}
