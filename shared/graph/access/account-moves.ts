import { compareText } from '../../compare.ts';
import { kindById } from '../../kinds/index.ts';
import type { KindId } from '../../kinds/index.ts';
import { readServiceAccount } from '../../resource/service-account-reference.ts';
import type { Graph, NodeId } from '../graph.ts';
import type { AccessModel, EscalationStep, Reach } from './access.ts';

/** One way by which a principal comes to have the rights of an account, or of whoever may do anything in a project. */
export interface Move {
  /** The account; for a policy that can be set, the project, folder or organisation of the policy. */
  readonly to: NodeId;
  readonly steps: readonly EscalationStep[];
}

const JOB: KindId = 'gcp-ai-platform-custom-job';
const PROJECTS = '//cloudresourcemanager.googleapis.com/projects/';
const ACCOUNT: KindId = 'gcp-iam-service-account';

const ACT_AS = 'iam.serviceAccounts.actAs';

/** Each of these makes a token or a signature of the account, with which others make one. */
const TOKENS: readonly string[] = [
  'iam.serviceAccounts.getAccessToken',
  'iam.serviceAccounts.implicitDelegation',
  'iam.serviceAccounts.signBlob',
  'iam.serviceAccounts.signJwt',
];

/** With either the role a principal has, or the roles of all, can be changed. */
const SETS_POLICY = /\.setIamPolicy$|^iam\.roles\.update$/;

/** Accounts followed from one grant on a project or above. */
const MOST_ACCOUNTS = 200;

/** Lists the ways from a principal to other accounts, in a stable order; bounded for grants that reach very many. */
export function movesOf(principal: NodeId, graph: Graph, model: AccessModel): readonly Move[] {
  const reaches = model.whatCan(principal);
  const jobs = jobProjects(principal, reaches, model);
  const moves = reaches.flatMap((reach): readonly Move[] => {
    if (reach.kind === ACCOUNT) {
      return model
        .targetsOf(reach, MOST_ACCOUNTS)
        .flatMap((account) => accountMoves(principal, account, reach, jobs, graph));
    }
    return reach.relation === 'CAN_ADMIN' && isHierarchy(reach.kind)
      ? policyMove(principal, reach.grant.resource, reach)
      : [];
  });
  const agents = [...jobs.values()].flatMap((step) => agentMove(principal, step, graph));
  const first = new Map<NodeId, Move>();
  for (const move of [...moves, ...agents].toSorted(
    (left, right) => left.steps.length - right.steps.length || compareText(left.to, right.to),
  )) {
    if (move.to !== principal && !first.has(move.to)) {
      first.set(move.to, move);
    }
  }
  return [...first.values()];
}

function isHierarchy(kind: KindId): boolean {
  return kindById(kind).service === 'cloudresourcemanager.googleapis.com';
}

/** Projects in which the principal can run jobs, each with the step that says so. */
function jobProjects(
  principal: NodeId,
  reaches: readonly Reach[],
  model: AccessModel,
): ReadonlyMap<NodeId, EscalationStep> {
  const found = new Map<NodeId, EscalationStep>();
  for (const reach of reaches) {
    for (const project of reach.relation === 'CAN_RUN_JOBS' ? model.targetsOf(reach, MOST_ACCOUNTS) : []) {
      if (!found.has(project)) {
        found.set(project, stepOf('run-jobs', principal, project, reach, reach.permissions));
      }
    }
  }
  return found;
}

function accountMoves(
  principal: NodeId,
  account: NodeId,
  reach: Reach,
  jobs: ReadonlyMap<NodeId, EscalationStep>,
  graph: Graph,
): readonly Move[] {
  if (reach.relation === 'CAN_CREATE_KEYS') {
    return [{ to: account, steps: [stepOf('create-key', principal, account, reach, reach.permissions)] }];
  }
  if (reach.relation === 'CAN_ADMIN') {
    return policyMove(principal, account, reach);
  }
  const tokens = reach.permissions.filter((permission) => TOKENS.includes(permission));
  if (tokens.length > 0) {
    return [{ to: account, steps: [stepOf('get-token', principal, account, reach, tokens)] }];
  }
  const run = reach.permissions.includes(ACT_AS) ? runStep(jobs, graph.nodes.get(account)?.project) : undefined;
  return run === undefined
    ? []
    : [{ to: account, steps: [run, stepOf('act-as', principal, account, reach, [ACT_AS])] }];
}

/** A job may name an account of another project, but most name one of their own. */
function runStep(jobs: ReadonlyMap<NodeId, EscalationStep>, project: string | undefined): EscalationStep | undefined {
  const own = `${PROJECTS}${project ?? '-'}` as NodeId;
  return jobs.get(own) ?? jobs.values().next().value;
}

function policyMove(principal: NodeId, to: NodeId, reach: Reach): readonly Move[] {
  const permissions = reach.permissions.filter((permission) => SETS_POLICY.test(permission));
  return permissions.length === 0 ? [] : [{ to, steps: [stepOf('set-policy', principal, to, reach, permissions)] }];
}

/** A job that names no account runs as the agent of its project, which nobody needs a right to use. */
function agentMove(principal: NodeId, run: EscalationStep, graph: Graph): readonly Move[] {
  const number = numberOf(run.to, graph);
  const account = kindById(JOB).implicitIdentities?.[0]?.account;
  if (number === undefined || account === undefined) {
    return [];
  }
  const reading = readServiceAccount(account.replace('{projectNumber}', number));
  const to = reading.ok ? (reading.parsed.name as string as NodeId) : undefined;
  return to === undefined
    ? []
    : [{ to, steps: [run, { from: principal, to, action: 'act-as', permissions: [], grants: [] }] }];
}

const numbersOfIds = new WeakMap<Graph, ReadonlyMap<string, string>>();

function numberOf(project: NodeId, graph: Graph): string | undefined {
  const numbers = numbersOfIds.get(graph) ?? new Map([...graph.projectIds].map(([number, id]) => [id, number]));
  numbersOfIds.set(graph, numbers);
  const id = project.slice(PROJECTS.length);
  return numbers.get(id) ?? (/^\d+$/.test(id) ? id : undefined);
}

function stepOf(
  action: EscalationStep['action'],
  from: NodeId,
  to: NodeId,
  { grant, through }: Reach,
  permissions: readonly string[],
): EscalationStep {
  return { from, to, action, permissions, grants: [grant], ...(through === undefined ? {} : { through }) };
}
