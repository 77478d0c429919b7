import type { EscalationPath, EscalationStep, Grant } from '../../graph/access/access.ts';
import { isAccessLink } from '../../graph/access/access-layer.ts';
import type { Evidence, GraphEdge, GraphNode, NodeId } from '../../graph/graph.ts';
import type { AccessRelation } from '../../kinds/kind.ts';
import { judge, missing, proofOf } from '../facts.ts';
import { isAgent, usersOf } from '../identities.ts';
import { lookup, WITHDRAW } from '../rule.ts';
import type { Missing, Rule, RuleContext, Verdict } from '../rule.ts';
import { unknownRoles } from '../who-can.ts';
import { missingProjectPolicy } from './identity-access.ts';

const ACCOUNT = 'gcp-iam-service-account';
const IMPERSONATION_PAGE = 'https://cloud.google.com/iam/docs/service-account-permissions';

/** Who may act as the accounts of workloads. */
export const IMPERSONATION_RULES: readonly Rule[] = [
  {
    id: 'identity-public-impersonation',
    title: 'Everyone can act as an account of the work',
    family: 'identity',
    severity: 'critical',
    because: 'No credential of the organisation is needed.',
    rationale: 'With a token of the account anybody has all its rights, from anywhere.',
    remediation: 'Remove the public members from the account’s policy.',
    command: WITHDRAW,
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
    command: WITHDRAW,
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
      // What nobody can tell of a role may be one more step of a path.
      const untold = isAgent(node)
        ? []
        : unknownRoles(
            context.access.whoCan(node.id).unknown,
            ({ principal }) => context.access.principal(principal)?.audience !== 'agent',
          );
      const evidence = paths.flatMap((path) => grantsOn(path).map((grant) => grant.evidence));
      return judge(
        proofOf(distinct(evidence)),
        paths.length > 0
          ? {
              nodes: paths.flatMap((path) => [path.principal, ...path.steps.map(({ to }) => to), ...gained(path)]),
              edges: paths.flatMap((path) => linksAlong(path, context)),
              missing: untold,
            }
          : { missing: [...missingPolicies(node, context), ...untold] },
      );
    },
  },
];

/** Of what the account can do that the principal cannot, as much as shows why the path matters. */
const SHOWN_GAINS = 3;

/** The grants of the steps, then those by which the account reaches what the principal does not. */
function grantsOn({ steps, gains }: EscalationPath): readonly Grant[] {
  return [...steps.flatMap((step) => step.grants), ...gains.slice(0, SHOWN_GAINS).map(({ grant }) => grant)];
}

function gained({ gains }: EscalationPath): readonly NodeId[] {
  return gains.slice(0, SHOWN_GAINS).map(({ grant }) => grant.resource);
}

/** What a step does as a link tells it; a grant that acts on what lies in a resource has links of its own relations. */
const RELATION_OF_STEP: Readonly<Record<EscalationStep['action'], AccessRelation>> = {
  'run-jobs': 'CAN_RUN_JOBS',
  'act-as': 'CAN_IMPERSONATE',
  'get-token': 'CAN_IMPERSONATE',
  'create-key': 'CAN_CREATE_KEYS',
  'set-policy': 'CAN_ADMIN',
};

/** Links by which a path can be drawn, step by step: from who acts to where that was granted, and on to what is reached. */
function linksAlong({ steps, gains }: EscalationPath, context: RuleContext): readonly GraphEdge[] {
  return [
    ...steps.flatMap(({ action, grants }) =>
      grants.flatMap((grant) => linksOfGrant(grant, RELATION_OF_STEP[action], context)),
    ),
    ...gains.slice(0, SHOWN_GAINS).flatMap(({ grant, relation }) => linksOfGrant(grant, relation, context)),
  ];
}

function linksOfGrant({ evidence }: Grant, relation: AccessRelation, context: RuleContext): readonly GraphEdge[] {
  const links = accessLinks(context).get(placeOf(evidence)) ?? [];
  const exact = links.filter(({ type }) => type === relation);
  return exact.length > 0 ? exact : links;
}

/** Links that tell who may do what, by the place in a policy that says so: a policy may name thousands. */
const accessLinks = lookup(({ graph }) => {
  const links = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges.values()) {
    for (const evidence of isAccessLink(edge) ? edge.evidence : []) {
      const known = links.get(placeOf(evidence));
      if (known === undefined) {
        links.set(placeOf(evidence), [edge]);
      } else {
        known.push(edge);
      }
    }
  }
  return links;
});

function placeOf({ document, path }: Pick<Evidence, 'document' | 'path'>): string {
  return `${document} ${path}`;
}

function judgeImpersonators(node: GraphNode, context: RuleContext, audience: 'public' | 'many'): Verdict | undefined {
  const users = usersOf(node, context);
  if (users.length === 0 || node.state === 'unresolved' || isAgent(node)) {
    return undefined;
  }
  const { direct, inherited, policies, unknown } = context.access.whoCan(node.id);
  const grants = [...direct, ...inherited].filter(
    ({ relation, principal }) =>
      (relation === 'CAN_IMPERSONATE' || relation === 'CAN_CREATE_KEYS') &&
      context.access.principal(principal)?.audience === audience,
  );
  const [first] = grants;
  return judge(proofOf(distinct(grants.map(({ grant }) => grant.evidence))), {
    nodes: grants.flatMap(({ principal, grant }) => [principal, grant.resource]),
    missing: [
      ...(policies.some(({ state, resource }) => state === 'not-collected' && resource === node.id)
        ? [missing(node, 'policy')]
        : []),
      ...unknownRoles(unknown, ({ principal }) => context.access.principal(principal)?.audience === audience),
    ],
    ...(first === undefined ? {} : { grant: first.grant }),
  });
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

function distinct<Item extends { readonly document: NodeId; readonly path: string }>(
  items: readonly Item[],
): readonly Item[] {
  return [...new Map(items.map((item) => [placeOf(item), item])).values()];
}
