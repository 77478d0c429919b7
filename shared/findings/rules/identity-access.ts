import type { Grant } from '../../graph/access/access.ts';
import type { GraphNode, NodeId } from '../../graph/graph.ts';
import { judge, lacking, missing, proofOf } from '../facts.ts';
import { inWords, isAgent, projectNode, takingPart, usersOf } from '../identities.ts';
import { WITHDRAW } from '../rule.ts';
import type { Missing, Rule, RuleContext, Verdict } from '../rule.ts';
import { unknownRoles } from '../who-can.ts';

const BASIC_ROLES: ReadonlySet<string> = new Set(['roles/owner', 'roles/editor']);
const IMPERSONATION_ROLES: ReadonlySet<string> = new Set([
  'roles/iam.serviceAccountUser',
  'roles/iam.serviceAccountTokenCreator',
  'roles/iam.serviceAccountOpenIdTokenCreator',
  'roles/iam.serviceAccountAdmin',
  'roles/iam.serviceAccountKeyAdmin',
  'roles/iam.workloadIdentityUser',
]);

/** What custom roles are judged by, whose names say nothing. */
const IMPERSONATES =
  /^iam\.(?:serviceAccounts\.(?:actAs|getAccessToken|implicitDelegation|signBlob|signJwt)|serviceAccountKeys\.create)$/;
const ADMINISTERS = /\.setIamPolicy$|^iam\.roles\.update$/;

function allows({ reading }: Grant, permission: RegExp): boolean {
  return (
    reading.status === 'known' &&
    reading.source === 'custom' &&
    reading.permissions.some((each) => permission.test(each))
  );
}

function impersonates(grant: Grant): boolean {
  return IMPERSONATION_ROLES.has(grant.role) || allows(grant, IMPERSONATES);
}

function administers(grant: Grant): boolean {
  const { role } = grant;
  const isNamedSo = role.startsWith('roles/') && /admin$/i.test(role) && !/\.(?:object|user)admin$/i.test(role);
  return isNamedSo || allows(grant, ADMINISTERS);
}

const ACCOUNT = 'gcp-iam-service-account';
const PROJECT = 'gcp-cloud-resource-manager-project';
const IAM_PAGE = 'https://cloud.google.com/iam/docs/using-iam-securely';
const IMPERSONATION_PAGE = 'https://cloud.google.com/iam/docs/service-account-permissions';

/** What accounts of workloads may do, and who may act as them. */
export const ACCESS_RULES: readonly Rule[] = [
  {
    id: 'identity-basic-role',
    title: 'An account of the work is Owner or Editor of a project',
    family: 'identity',
    severity: 'high',
    because: 'Editor changes nearly every resource of the project; the code of one job is enough to use it.',
    rationale:
      'Every dependency that a job installs runs with these rights. Basic roles also grow with every new service.',
    remediation: 'Grant the predefined roles that the work needs and remove the basic role.',
    command: WITHDRAW,
    references: ['https://cloud.google.com/iam/docs/roles-overview', IAM_PAGE],
    cis: ['1.5'],
    attack: ['T1078.004', 'T1098.003'],
    needs: ['the IAM policy of the project'],
    unknown: 'The IAM policy of the account’s project was not collected, so its roles there are not known.',
    subjects: [ACCOUNT],
    examine: (node, context) => judgeGrants(node, context, ({ role }) => BASIC_ROLES.has(role)),
  },
  {
    id: 'identity-admin-role',
    title: 'An account of the work administers a service',
    family: 'identity',
    severity: 'high',
    because: 'Administrators of a service can change who has access to it.',
    rationale:
      'Training reads data and writes models. It needs no role with which policies, keys or registries are changed.',
    remediation: 'Replace the administrator’s role by the narrowest one with which the job still runs.',
    command: WITHDRAW,
    references: [IAM_PAGE],
    cis: ['1.5'],
    attack: ['T1078.004', 'T1098.003'],
    needs: ['the IAM policy of the project'],
    unknown: 'The IAM policy of the account’s project was not collected, so its roles there are not known.',
    subjects: [ACCOUNT],
    examine: (node, context) => judgeGrants(node, context, administers),
  },
  {
    id: 'identity-impersonates-others',
    title: 'An account of the work can act as other accounts',
    family: 'identity',
    severity: 'high',
    because: 'Its rights are those of every account it can act as.',
    rationale: 'Whoever controls the code of a job reaches the other accounts by asking for their tokens or keys.',
    remediation: 'Remove the role, or grant it on the one account that is needed instead of the project.',
    command: WITHDRAW,
    references: [IMPERSONATION_PAGE],
    cis: ['1.6'],
    attack: ['T1078.004', 'T1548.005'],
    needs: ['the IAM policies of the project and of accounts'],
    unknown: 'The IAM policy of the account’s project was not collected, so its roles there are not known.',
    subjects: [ACCOUNT],
    examine: (node, context) => judgeGrants(node, context, impersonates),
  },
  {
    id: 'identity-agent-extra-roles',
    title: 'The shared service agent was given more than its own role',
    family: 'identity',
    severity: 'high',
    because: 'Every job of the project that names no account has these rights.',
    rationale:
      'Roles of the agent cannot be limited to one job, and nobody reviews who may submit a job without an account.',
    remediation: 'Move the role to an account that the one job names.',
    command: WITHDRAW,
    references: ['https://cloud.google.com/vertex-ai/docs/general/access-control'],
    attack: ['T1098.003'],
    needs: ['the IAM policy of the project'],
    unknown: 'No policy was collected on which the agent’s roles would stand.',
    subjects: [ACCOUNT],
    examine: (node, context) => {
      const users = usersOf(node, context).filter(({ type }) => type === 'IMPLICIT_IDENTITY');
      if (users.length === 0 || node.state === 'unresolved') {
        return undefined;
      }
      const grants = context.access.grantsTo(node.id);
      const extra = grants.filter(({ role }) => role !== 'roles/aiplatform.customCodeServiceAgent');
      return grants.length === 0 ? lacking(node, 'policy') : judgeThese(extra, users);
    },
  },
  {
    id: 'identity-project-wide-impersonation',
    title: 'Acting as every account of the project is granted to somebody',
    family: 'identity',
    severity: 'medium',
    because: 'It holds for every account, also for those made later.',
    rationale: 'A role to use accounts that stands on the project makes its holder as strong as the strongest account.',
    remediation: 'Grant the role on the accounts that are needed.',
    command: WITHDRAW,
    references: [IMPERSONATION_PAGE, IAM_PAGE],
    cis: ['1.6'],
    attack: ['T1078.004', 'T1548.005'],
    needs: ['the IAM policy of the project'],
    unknown: 'The project’s IAM policy was not collected.',
    subjects: [PROJECT],
    examine: (node, context) =>
      withUnknownRoles(
        node,
        context,
        judgePolicy(node, context, (grant) => impersonates(grant) && !isAgentOf(grant.principal, context)),
      ),
  },
  {
    id: 'identity-public-project',
    title: 'A role on the project is granted to everyone',
    family: 'identity',
    severity: 'critical',
    because: 'No credential of the organisation is needed.',
    rationale: 'The role holds for every resource of the project on which it has an effect.',
    remediation: 'Remove the public members from the project’s policy.',
    command: WITHDRAW,
    references: [IAM_PAGE],
    attack: ['T1078.004'],
    needs: ['the IAM policy of the project'],
    unknown: 'The project’s IAM policy was not collected.',
    subjects: [PROJECT],
    examine: (node, context) =>
      judgePolicy(node, context, ({ principal }) => context.access.principal(principal)?.audience === 'public'),
  },
];

/** A role that nobody knows may let its holder use accounts too. */
function withUnknownRoles(node: GraphNode, context: RuleContext, verdict: Verdict | undefined): Verdict | undefined {
  const unknown = unknownRoles(context.access.grantsOn(node.id), ({ principal }) => !isAgentOf(principal, context));
  return verdict === undefined || unknown.length === 0
    ? verdict
    : { ...verdict, missing: [...verdict.missing, ...unknown] };
}

/** Roles of an account that work is done as, on the policies of the inventory. */
function judgeGrants(node: GraphNode, context: RuleContext, isBad: (grant: Grant) => boolean): Verdict | undefined {
  const users = usersOf(node, context).filter(({ type }) => type === 'RUNS_AS');
  if (users.length === 0 || node.state === 'unresolved' || isAgent(node)) {
    return undefined;
  }
  const grants = context.access.grantsTo(node.id);
  const bad = grants.filter(isBad);
  return bad.length > 0
    ? judgeThese(bad, users)
    : judge([], { missing: [...missingProjectPolicy(node, context), ...unknownRoles(grants)] });
}

function judgeThese(grants: readonly Grant[], users: Parameters<typeof inWords>[0]): Verdict {
  const [first] = grants;
  if (first === undefined) {
    return judge([]);
  }
  const { nodes = [], edges = [] } = takingPart(users);
  return judge([...proofOf(grants.map(({ evidence }) => evidence)), ...inWords(users)], {
    nodes: [...grants.map(({ resource }) => resource), ...nodes],
    edges,
    grant: first,
  });
}

function judgePolicy(node: GraphNode, context: RuleContext, isBad: (grant: Grant) => boolean): Verdict | undefined {
  if (node.state !== 'present') {
    return undefined;
  }
  if (node.document?.iamPolicy === undefined) {
    return lacking(node, 'policy');
  }
  const bad = context.access.grantsOn(node.id).filter(isBad);
  const [first] = bad;
  return judge(proofOf(bad.map(({ evidence }) => evidence)), {
    nodes: bad.map(({ principal }) => principal),
    ...(first === undefined ? {} : { grant: first }),
  });
}

/** Says that the policy of an account's project was not collected. */
export function missingProjectPolicy(node: GraphNode, context: RuleContext): readonly Missing[] {
  const project = projectNode(context, node.project);
  return project?.document?.iamPolicy === undefined ? [missing(project ?? node, 'policy')] : [];
}

function isAgentOf(principal: NodeId, context: RuleContext): boolean {
  return context.access.principal(principal)?.audience === 'agent';
}
