import { compareText } from '../../compare.ts';
import type { KindId } from '../../kinds/index.ts';
import type { AccessRelation } from '../../kinds/kind.ts';
import type { Graph, NodeId } from '../graph.ts';
import type { AccessModel, EscalationPath, EscalationStep, Principal, Reach } from './access.ts';
import { movesOf } from './account-moves.ts';
import type { Move } from './account-moves.ts';
import { createHierarchy } from './hierarchy.ts';
import type { Hierarchy } from './hierarchy.ts';

const ACCOUNT: KindId = 'gcp-iam-service-account';

/** Accounts taken over one after the other in one path. */
const LONGEST_CHAIN = 3;

/** Paths looked at for each path that is wanted, before the worst are chosen. */
const CANDIDATES = 20;

/** Gains listed of one path. */
const MOST_GAINS = 20;

/** How bad it is to gain a relation. */
const WEIGHT: Readonly<Record<AccessRelation, number>> = {
  CAN_IMPERSONATE: 7,
  CAN_CREATE_KEYS: 7,
  CAN_ADMIN: 6,
  CAN_WRITE: 4,
  CAN_DECRYPT: 4,
  CAN_READ: 3,
  CAN_RUN_JOBS: 2,
  CAN_ENCRYPT: 1,
};

const AUDIENCE_WEIGHT: Readonly<Record<Principal['audience'], number>> = { public: 300, many: 200, one: 100, agent: 0 };

/** Convenience groups only repeat what the principals behind them have. */
const GROUPS_OF_ROLES: ReadonlySet<Principal['type']> = new Set(['projectOwner', 'projectEditor', 'projectViewer']);

/**
 * Finds ways by which a principal comes to act as an account it is not, or to set a policy above it, and so to rights it does not
 * have itself: at most `limit`, worst first, equal for equal graphs. From each principal the shortest way to each account is
 * taken; the search ends after a number of candidates, so that it is bounded whatever the policies say.
 */
export function findEscalations(graph: Graph, model: AccessModel, limit: number): readonly EscalationPath[] {
  const hierarchy = createHierarchy(graph);
  const moves = new Map<NodeId, readonly Move[]>();
  const movesFrom = (principal: NodeId): readonly Move[] => {
    const known = moves.get(principal) ?? movesOf(principal, graph, model);
    moves.set(principal, known);
    return known;
  };
  const found: { readonly path: EscalationPath; readonly score: number }[] = [];
  for (const principal of startsOf(model)) {
    if (found.length >= limit * CANDIDATES) {
      break;
    }
    const covered = coverage(model.whatCan(principal.id), hierarchy);
    for (const [account, steps] of reachable(principal.id, movesFrom)) {
      const gains = gainsOf(account, steps, model, covered);
      // What is no account has no rights of its own: there the policy that can be set is the gain.
      const isPolicyAbove = graph.nodes.get(account)?.kind !== ACCOUNT && steps.at(-1)?.action === 'set-policy';
      if (gains.length > 0 || isPolicyAbove) {
        const path = pathOf(principal.id, account, steps, gains);
        found.push({ path, score: scoreOf(principal, path) });
      }
    }
  }
  return found
    .toSorted((left, right) => right.score - left.score || compareText(left.path.id, right.path.id))
    .slice(0, limit)
    .map(({ path }) => path);
}

/** Everyone but Google's own agents and identities that are no more; those most people stand behind first. */
function startsOf({ principals }: AccessModel): readonly Principal[] {
  return principals
    .filter(({ audience, deleted, type }) => audience !== 'agent' && !deleted && !GROUPS_OF_ROLES.has(type))
    .toSorted(
      (left, right) =>
        AUDIENCE_WEIGHT[right.audience] - AUDIENCE_WEIGHT[left.audience] || compareText(left.id, right.id),
    );
}

/** Accounts a principal can come to act as, each with the shortest way there. */
function reachable(
  start: NodeId,
  movesFrom: (principal: NodeId) => readonly Move[],
): ReadonlyMap<NodeId, readonly EscalationStep[]> {
  const ways = new Map<NodeId, readonly EscalationStep[]>([[start, []]]);
  let frontier: readonly NodeId[] = [start];
  for (let taken = 0; taken < LONGEST_CHAIN && frontier.length > 0; taken += 1) {
    const next: NodeId[] = [];
    for (const at of frontier) {
      for (const { to, steps } of movesFrom(at)) {
        if (!ways.has(to)) {
          ways.set(to, [...(ways.get(at) ?? []), ...steps]);
          next.push(to);
        }
      }
    }
    frontier = next;
  }
  ways.delete(start);
  return ways;
}

/** Answers whether a principal has a reach already: the same, or one that covers it from further up. */
function coverage(reaches: readonly Reach[], hierarchy: Hierarchy): (reach: Reach) => boolean {
  const held = new Set(reaches.map(keyOf));
  return (reach) =>
    held.has(keyOf(reach)) ||
    hierarchy
      .chainOf(reach.grant.resource)
      .some((container) => held.has(`${reach.relation} ${reach.kind} below ${container}`));
}

function keyOf({ relation, kind, scope, grant }: Reach): string {
  return `${relation} ${kind} ${scope} ${grant.resource}`;
}

/** Whoever can set a policy can gain anything there, so nothing is listed for that. */
function gainsOf(
  account: NodeId,
  steps: readonly EscalationStep[],
  model: AccessModel,
  covered: (reach: Reach) => boolean,
): readonly Reach[] {
  const seen = new Set<string>();
  const gains = model.whatCan(account).filter((reach) => {
    const isNew = !seen.has(keyOf(reach)) && !covered(reach);
    seen.add(keyOf(reach));
    return isNew && steps.length > 0;
  });
  return gains
    .toSorted((left, right) => weightOf(right) - weightOf(left) || compareText(keyOf(left), keyOf(right)))
    .slice(0, MOST_GAINS);
}

function weightOf({ relation, scope }: Reach): number {
  return WEIGHT[relation] * 2 + (scope === 'below' ? 1 : 0);
}

function pathOf(
  principal: NodeId,
  account: NodeId,
  steps: readonly EscalationStep[],
  gains: readonly Reach[],
): EscalationPath {
  return {
    id: [principal, ...steps.map(({ action, to }) => `${action} ${to}`)].join(' > '),
    principal,
    account,
    steps,
    gains,
    conditional: steps.some(({ grants }) => grants.some(({ condition }) => condition !== undefined)),
  };
}

function scoreOf({ audience }: Principal, { gains, steps, conditional }: EscalationPath): number {
  const [worst] = gains;
  const weight = worst === undefined ? WEIGHT.CAN_ADMIN * 2 : weightOf(worst);
  return AUDIENCE_WEIGHT[audience] + weight * 5 + gains.length - steps.length - (conditional ? 10 : 0);
}
