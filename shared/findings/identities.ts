import type { GraphEdge, GraphNode, NodeId } from '../graph/graph.ts';
import type { KindId } from '../kinds/index.ts';
import { KINDS } from '../kinds/index.ts';
import { parseServiceAccount } from '../resource/service-account.ts';
import type { ServiceAccountIdentity } from '../resource/service-account.ts';
import { linksTo, nodeOf, proofOf } from './facts.ts';
import type { FindingEvidence } from './finding.ts';
import { lookup } from './rule.ts';
import type { RuleContext, Verdict } from './rule.ts';
import { isWorkload, specsOf } from './workloads.ts';

/** Kinds whose resources act as an account: they have a link rule that says so. */
export const WORK: readonly KindId[] = KINDS.filter(({ links }) =>
  links.some(({ relation }) => relation === 'RUNS_AS'),
).map(({ id }) => id);

/** Links of the work that is done as an account; what only launched jobs of the inventory is left out. */
export function usersOf(node: GraphNode, context: RuleContext): readonly GraphEdge[] {
  const table = usersOfNode(context);
  let users = table.get(node);
  if (users === undefined) {
    users = linksTo(context, node, 'RUNS_AS', 'IMPLICIT_IDENTITY').filter(({ from }) => {
      const user = nodeOf(context, from);
      return specsOf(user).length === 0 || isWorkload(user, context);
    });
    table.set(node, users);
  }
  return users;
}

/** Some ten rules ask for the users of each account, and one account may have all jobs. */
const usersOfNode = lookup(() => new Map<GraphNode, readonly GraphEdge[]>());

/** Most users of an account whose links are shown as evidence. */
const FEW = 5;

/** The places that name the account, of the first users in order of their names. */
export function inWords(users: readonly GraphEdge[]): readonly FindingEvidence[] {
  return users
    .toSorted((left, right) => (left.from < right.from ? -1 : 1))
    .slice(0, FEW)
    .flatMap(({ evidence }) => proofOf(evidence));
}

/** The resources and links that take part. */
export function takingPart(users: readonly GraphEdge[]): Pick<Verdict, 'nodes' | 'edges'> {
  return { nodes: users.map(({ from }) => from), edges: users };
}

/** Whether two projects are both spelled as numbers or both as ids, so that they can be told apart. */
export function areComparable(left: string | undefined, right: string | undefined): boolean {
  return left !== undefined && right !== undefined && /^\d+$/.test(left) === /^\d+$/.test(right);
}

/** What the address of an account's node says; read once for each account. */
export function accountOf(node: GraphNode): ServiceAccountIdentity | undefined {
  if (!accounts.has(node)) {
    accounts.set(node, parseServiceAccount(node.title));
  }
  return accounts.get(node);
}

const accounts = new WeakMap<GraphNode, ServiceAccountIdentity | undefined>();

/** Whether an account is Google's own for a service. */
export function isAgent(node: GraphNode): boolean {
  return accountOf(node)?.accountClass === 'agent';
}

/** Whether the place of a resource was read and the resource was not there. */
export function isGone({ state, reason }: GraphNode): boolean {
  return (
    state === 'referenced' &&
    reason !== undefined &&
    /^(?:Not (?:among the|found in)|Asked for, and there is none)/.test(reason)
  );
}

/** Id of the node of a project. */
export function projectNode(context: RuleContext, project: string | undefined): GraphNode | undefined {
  return context.graph.nodes.get(`//cloudresourcemanager.googleapis.com/projects/${project ?? ''}` as NodeId);
}
