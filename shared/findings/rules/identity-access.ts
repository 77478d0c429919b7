import type { EscalationPath, Grant } from '../../graph/access/access.ts';
import type { GraphNode, NodeId } from '../../graph/graph.ts';
import { judge, lacking, missing, proofOf } from '../facts.ts';
import { inWords, isAgent, projectNode, takingPart, usersOf } from '../identities.ts';
import { lookup } from '../rule.ts';
import type { Missing, Rule, RuleContext, Verdict } from '../rule.ts';

const BASIC_ROLES: ReadonlySet<string> = new Set(['roles/owner', 'roles/editor']);
const IMPERSONATION_ROLES: ReadonlySet<string> = new Set([
  'roles/iam.serviceAccountUser',
  'roles/iam.serviceAccountTokenCreator',
  'roles/iam.serviceAccountOpenIdTokenCreator',
  'roles/iam.serviceAccountAdmin',
  'roles/iam.serviceAccountKeyAdmin',
  'roles/iam.workloadIdentityUser',
]);

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
    command: 'gcloud projects remove-iam-policy-binding {granted} --member=serviceAccount:{id} --role={role}',
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
    command: 'gcloud projects remove-iam-policy-binding {granted} --member=serviceAccount:{id} --role={role}',
    references: [IAM_PAGE],
    cis: ['1.5'],
    attack: ['T1078.004', 'T1098.003'],
    needs: ['the IAM policy of the project'],
    unknown: 'The IAM policy of the account’s project was not collected, so its roles there are not known.',
    subjects: [ACCOUNT],
    examine: (node, context) =>
      judgeGrants(node, context, ({ role }) => /admin$/i.test(role) && !/\.(?:object|user)admin$/i.test(role)),
  },
  {
    id: 'identity-impersonates-others',
    title: 'An account of the work can act as other accounts',
    family: 'identity',
    severity: 'high',
    because: 'Its rights are those of every account it can act as.',
    rationale: 'Whoever controls the code of a job reaches the other accounts by asking for their tokens or keys.',
    remediation: 'Remove the role, or grant it on the one account that is needed instead of the project.',
    command: 'gcloud projects remove-iam-policy-binding {granted} --member=serviceAccount:{id} --role={role}',
    references: [IMPERSONATION_PAGE],
    cis: ['1.6'],
    attack: ['T1078.004', 'T1548.005'],
    needs: ['the IAM policies of the project and of accounts'],
    unknown: 'The IAM policy of the account’s project was not collected, so its roles there are not known.',
    subjects: [ACCOUNT],
    examine: (node, context) => judgeGrants(node, context, ({ role }) => IMPERSONATION_ROLES.has(role)),
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
    command: 'gcloud projects remove-iam-policy-binding {granted} --member=serviceAccount:{id} --role={role}',
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
    id: 'identity-public-impersonation',
    title: 'Everyone can act as an account of the work',
    family: 'identity',
    severity: 'critical',
    because: 'No credential of the organisation is needed.',
    rationale: 'With a token of the account anybody has all its rights, from anywhere.',
    remediation: 'Remove the public members from the account’s policy.',
    command:
      'gcloud iam service-accounts remove-iam-policy-binding {id} --project={project} --member={member} --role={role}',
    references: [IMPERSONATION_PAGE],
    attack: ['T1078.004'],
    needs: ['the IAM policy of the account'],
    unknown: 'The account’s IAM policy was not collected, so who can act as it is not known.',
    subjects: [ACCOUNT],
    examine: (node, context) => judgeImpersonators(node, context, 'public'),
  },
  {
    id: 'identity-broad-impersonation',
    title: 'A whole group or domain can act as an account of the work',
    family: 'identity',
    severity: 'medium',
    because: 'The members change without anybody looking at this account.',
    rationale: 'Every member can submit jobs as the account, and so read its data and write its models.',
    remediation: 'Grant the role to the few identities that submit jobs, on this account only.',
    command:
      'gcloud iam service-accounts remove-iam-policy-binding {id} --project={project} --member={member} --role={role}',
    references: [IMPERSONATION_PAGE],
    attack: ['T1078.004', 'T1548.005'],
    needs: ['the IAM policies of the account and its project'],
    unknown: 'The account’s IAM policy was not collected, so who can act as it is not known.',
    subjects: [ACCOUNT],
    examine: (node, context) => judgeImpersonators(node, context, 'many'),
  },
  {
    id: 'identity-escalation-path',
    title: 'Somebody gets more rights by running a job as an account',
    family: 'identity',
    severity: 'high',
    because: 'The path uses only what is granted now, and leaves few traces.',
    rationale:
      'Who may create jobs and hand an account to them has all rights of the account, whatever roles the person was meant to have.',
    remediation: 'Take away one step of the path: creating jobs, or acting as the account.',
    command: 'gcloud iam service-accounts get-iam-policy {id} --project={project}',
    references: [IMPERSONATION_PAGE, 'https://cloud.google.com/vertex-ai/docs/general/custom-service-account'],
    attack: ['T1078.004', 'T1548.005'],
    needs: ['the IAM policies of the project and of the account'],
    unknown: 'Policies of the account or its project were not collected, so not every way to it is known.',
    subjects: [ACCOUNT],
    examine: (node, context) => {
      const users = usersOf(node, context);
      const paths = escalationsTo(context).get(node.id) ?? [];
      if (users.length === 0 && paths.length === 0) {
        return undefined;
      }
      const grants = paths.flatMap(({ steps }) => steps.flatMap((step) => step.grants));
      return judge(
        proofOf(distinct(grants.map(({ evidence }) => evidence))),
        paths.length > 0
          ? { nodes: paths.flatMap(({ principal, steps }) => [principal, ...steps.map(({ to }) => to)]) }
          : { missing: missingPolicies(node, context) },
      );
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
    command: 'gcloud projects remove-iam-policy-binding {id} --member={member} --role={role}',
    references: [IMPERSONATION_PAGE, IAM_PAGE],
    cis: ['1.6'],
    attack: ['T1078.004', 'T1548.005'],
    needs: ['the IAM policy of the project'],
    unknown: 'The project’s IAM policy was not collected.',
    subjects: [PROJECT],
    examine: (node, context) =>
      judgePolicy(
        node,
        context,
        ({ role, principal }) => IMPERSONATION_ROLES.has(role) && !isAgentOf(principal, context),
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
    command: 'gcloud projects remove-iam-policy-binding {id} --member={member} --role={role}',
    references: [IAM_PAGE],
    attack: ['T1078.004'],
    needs: ['the IAM policy of the project'],
    unknown: 'The project’s IAM policy was not collected.',
    subjects: [PROJECT],
    examine: (node, context) =>
      judgePolicy(node, context, ({ principal }) => context.access.principal(principal)?.audience === 'public'),
  },
];

/** Roles of an account that work is done as, on the policies of the inventory. */
function judgeGrants(node: GraphNode, context: RuleContext, isBad: (grant: Grant) => boolean): Verdict | undefined {
  const users = usersOf(node, context).filter(({ type }) => type === 'RUNS_AS');
  if (users.length === 0 || node.state === 'unresolved' || isAgent(node)) {
    return undefined;
  }
  const bad = context.access.grantsTo(node.id).filter(isBad);
  return bad.length > 0 ? judgeThese(bad, users) : judge([], { missing: missingProjectPolicy(node, context) });
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
    parameters: { role: first.role, granted: first.resource.split('/').at(-1) ?? '' },
  });
}

function judgeImpersonators(node: GraphNode, context: RuleContext, audience: 'public' | 'many'): Verdict | undefined {
  const users = usersOf(node, context);
  if (users.length === 0 || node.state === 'unresolved' || isAgent(node)) {
    return undefined;
  }
  const { direct, inherited, policies } = context.access.whoCan(node.id);
  const grants = [...direct, ...inherited].filter(
    ({ relation, principal }) =>
      (relation === 'CAN_IMPERSONATE' || relation === 'CAN_CREATE_KEYS') &&
      context.access.principal(principal)?.audience === audience,
  );
  const [first] = grants;
  return judge(proofOf(distinct(grants.map(({ grant }) => grant.evidence))), {
    nodes: grants.flatMap(({ principal, grant }) => [principal, grant.resource]),
    missing: policies.some(({ state, resource }) => state === 'not-collected' && resource === node.id)
      ? [missing(node, 'policy')]
      : [],
    parameters: { role: first?.grant.role ?? '', member: first?.grant.evidence.value ?? '' },
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
    parameters: { role: first?.role ?? '', member: first?.evidence.value ?? '' },
  });
}

function missingProjectPolicy(node: GraphNode, context: RuleContext): readonly Missing[] {
  const project = projectNode(context, node.project);
  return project?.document?.iamPolicy === undefined ? [missing(project ?? node, 'policy')] : [];
}

function missingPolicies(node: GraphNode, context: RuleContext): readonly Missing[] {
  const own = node.document?.iamPolicy === undefined && !isAgent(node) ? [missing(node, 'policy')] : [];
  return [...own, ...missingProjectPolicy(node, context)];
}

const escalationsTo = lookup((context) => {
  const byAccount = new Map<NodeId, EscalationPath[]>();
  for (const path of context.access.escalations()) {
    const known = byAccount.get(path.account);
    if (known === undefined) {
      byAccount.set(path.account, [path]);
    } else {
      known.push(path);
    }
  }
  return byAccount;
});

function isAgentOf(principal: NodeId, context: RuleContext): boolean {
  return context.access.principal(principal)?.audience === 'agent';
}

function distinct<Item extends { readonly document: NodeId; readonly path: string }>(
  items: readonly Item[],
): readonly Item[] {
  return [...new Map(items.map((item) => [`${item.document} ${item.path}`, item])).values()];
}
