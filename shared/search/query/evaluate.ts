import type { GraphNode } from '../../graph/graph.ts';
import type { KindId } from '../../kinds/index.ts';
import type { RelationId } from '../../kinds/kind.ts';
import type { Matches } from '../match-term.ts';
import { nodesNamed } from '../named-resource.ts';
import { testValues } from './columns.ts';
import type { Estate } from './estate.ts';
import type { ValueField } from './fields.ts';
import { crossing, unreadLinks } from './knowledge.ts';
import { matchText } from './match-text.ts';
import { at } from '../../graph/view/compact-graph.ts';
import { countingClasses, eachLink, type Network } from './network.ts';
import type { Clause, LinkFilter, Plan, Possession } from './plan.ts';
import { fittingTargets, idTest } from './targets.ts';
import { type FindingInShort, isAnyFinding, isFinding } from './finding-words.ts';
import { mapBytes } from './map-bytes.ts';
import { ANY_VALUE, type ValueTest } from './values.ts';
import { type Reached, walkFrom, wayTo } from './walk.ts';

/**
 * What is known of a resource and a condition. A document that was not read leaves conditions open, and so does their negation:
 * “could not read” is never taken for “none”. AND is the least of these, OR the greatest, NOT the difference from YES.
 */
export const NO = 0;
export const UNKNOWN = 1;
export const YES = 2;

/** A part of a query, evaluated. */
export interface Evaluated {
  readonly plan: Plan;
  /** NO, UNKNOWN or YES per node. */
  readonly verdicts: Uint8Array;
  /** Parts of `all`, `any`, `not`, and the query of a walk. */
  readonly parts: readonly Evaluated[];
  /** Of a text: the quality of the match and the best text, per node. */
  readonly matches?: Matches;
  /** Of a walk. */
  readonly reached?: Reached;
  /** Of a target: 1 where a node is one of those meant. */
  readonly fitting?: Uint8Array;
}

/** Evaluates a query for every resource at once. Linear in resources and links for each condition. */
export function evaluate(estate: Estate, plan: Plan): Evaluated {
  switch (plan.type) {
    case 'all':
    case 'any':
    case 'not':
      return combine(
        plan,
        plan.type === 'not' ? [evaluate(estate, plan.item)] : plan.items.map((item) => evaluate(estate, item)),
      );
    case 'text':
      return evaluateText(estate, plan);
    case 'walk':
      return evaluateWalk(estate, plan);
    case 'target': {
      const fitting = fittingTargets(estate, plan);
      return { plan, verdicts: namers(estate, plan, fitting, plan.isOther), parts: [], fitting };
    }
    default:
      return { plan, verdicts: verdictsOf(estate, plan), parts: [] };
  }
}

function combine(
  plan: Extract<Plan, { readonly type: 'all' | 'any' | 'not' }>,
  parts: readonly Evaluated[],
): Evaluated {
  const [first, ...others] = parts.map(({ verdicts }) => verdicts);
  const verdicts = first === undefined ? new Uint8Array(0) : first.slice();
  if (plan.type === 'not') verdicts.forEach((verdict, node) => (verdicts[node] = YES - verdict));
  for (const other of others) {
    for (let node = 0; node < verdicts.length; node += 1) {
      const isLess = at(other, node) < at(verdicts, node);
      if (isLess === (plan.type === 'all')) verdicts[node] = at(other, node);
    }
  }
  return { plan, verdicts, parts };
}

function evaluateText({ graph, index }: Estate, plan: Extract<Plan, { readonly type: 'text' }>): Evaluated {
  const matches = matchText(index, plan.term);
  const verdicts = mapBytes(matches.scores, (score) => (score > 0 ? YES : NO));
  // A name of a resource stands in no text of the index as it is spelled.
  const named =
    plan.term.pattern === undefined && /[/:@]/.test(plan.term.text) ? nodesNamed(graph, plan.term.text) : [];
  if (named.length > 0) index.nodes.forEach((node, number) => named.includes(node) && (verdicts[number] = YES));
  return { plan, verdicts, parts: [], matches };
}

function evaluateWalk(estate: Estate, plan: Extract<Plan, { readonly type: 'walk' }>): Evaluated {
  const { network, index } = estate;
  const query = evaluate(estate, plan.query);
  const isOrigin = new Uint8Array(index.nodes.length);
  query.verdicts.forEach((verdict, node) => {
    if (verdict === YES) isOrigin[at(network.toCompact, node)] = 1;
  });
  const reached = walkFrom(network, isOrigin, plan.walk, plan.hops, plan.links);
  const isOwnLink = plan.walk === 'linked' || plan.walk === 'uses';
  // One link away, only what may name a resource of those kinds is open.
  const kinds = new Set(
    index.nodes.filter((_node, number) => at(query.verdicts, number) === YES).map(({ kind }) => kind),
  );
  const isUnread = unreadLinks(plan.links.relations, plan.hops === 1 ? kinds : undefined);
  const verdicts = mapBytes(index.nodes, (node, number) => {
    if (wayTo(reached, at(network.toCompact, number)) !== undefined) return YES;
    return isOwnLink && isUnread(node) ? UNKNOWN : NO;
  });
  return { plan, verdicts, parts: [query], reached };
}

type SimpleClause = Exclude<Clause, { readonly type: 'text' | 'walk' | 'target' }>;

function verdictsOf(estate: Estate, plan: SimpleClause): Uint8Array {
  const { nodes } = estate.index;
  switch (plan.type) {
    case 'kind':
      return mapBytes(nodes, ({ kind }) => (plan.kinds.has(kind) ? YES : NO));
    case 'collected':
      return mapBytes(nodes, ({ state }) => (state === plan.state ? YES : NO));
    case 'id': {
      const test = idTest(estate.graph, plan.term);
      return mapBytes(nodes, (node) => (test(node) === plan.isOther ? NO : YES));
    }
    case 'value':
      return valueVerdicts(estate, plan.field, plan.test);
    case 'has':
      return possession(estate, plan.what);
    case 'takes-part':
      return takersPart(estate, plan.links);
    case 'shared-by':
      return mapBytes(usersOf(estate, plan.links), (count) => (plan.test.number(count) ? YES : NO));
    case 'crosses':
      return crossers(estate, plan.what, plan.links);
    case 'finding':
      return findingVerdicts(estate, (finding) => {
        const found = isFinding(plan.term, finding);
        return found === undefined || !plan.isOther ? found : !found;
      });
  }
}

function valueVerdicts({ column: columnOf, graph }: Estate, field: ValueField, test: ValueTest): Uint8Array {
  const column = columnOf(field);
  const passes = testValues(column, test);
  // A project may be asked for by its number.
  if (field.source === 'project') {
    for (const [number, id] of graph.projectIds) {
      const value = column.values.indexOf(id);
      if (value >= 0 && test.text(number, number)) passes[value] = 1;
    }
  }
  return mapBytes(column.isKnown, (isKnown, node) => {
    const end = at(column.offsets, node + 1);
    for (let place = at(column.offsets, node); place < end; place += 1) {
      if (at(passes, at(column.entries, place)) === 1) return YES;
    }
    return isKnown === 1 ? NO : UNKNOWN;
  });
}

function possession(estate: Estate, what: Possession): Uint8Array {
  switch (what.type) {
    case 'relations':
      return namers(estate, { relations: what.relations });
    case 'target':
      return namers(estate, { kinds: what.kinds });
    case 'value':
      return valueVerdicts(estate, what.field, ANY_VALUE);
    case 'finding':
      return findingVerdicts(estate, isAnyFinding);
  }
}

interface Naming {
  readonly kind?: KindId;
  readonly kinds?: ReadonlySet<KindId>;
  readonly relation?: RelationId;
  readonly relations?: ReadonlySet<RelationId>;
}

/** Resources that name one of those that fit (or, with `isOther`, one that does not). */
function namers(estate: Estate, naming: Naming, fitting?: Uint8Array, isOther = false): Uint8Array {
  const { nodes } = estate.index;
  const kinds = naming.kind === undefined ? naming.kinds : new Set([naming.kind]);
  const relations = naming.relation === undefined ? naming.relations : new Set([naming.relation]);
  const verdicts = undecided(nodes, relations, kinds);
  eachLink(estate.network, relations === undefined ? {} : { relations }, (_edge, from, to) => {
    const kind = nodes[to]?.kind;
    const isMeant = kind !== undefined && (kinds?.has(kind) ?? true);
    if (isMeant && (fitting === undefined || (at(fitting, to) === 1) !== isOther)) verdicts[from] = YES;
  });
  return verdicts;
}

/** Nodes whose links are not known are undecided until a link is found. */
function undecided(
  nodes: readonly GraphNode[],
  relations?: ReadonlySet<RelationId>,
  kinds?: ReadonlySet<KindId>,
): Uint8Array {
  const isUnread = unreadLinks(relations, kinds);
  return mapBytes(nodes, (node) => (isUnread(node) ? UNKNOWN : NO));
}

function takersPart({ network, index }: Estate, links: LinkFilter): Uint8Array {
  const verdicts = undecided(index.nodes, links.relations);
  eachLink(network, links, (_edge, from, to) => {
    verdicts[from] = YES;
    verdicts[to] = YES;
  });
  return verdicts;
}

function crossers({ network, index }: Estate, what: 'project' | 'location', links: LinkFilter): Uint8Array {
  const { nodes } = index;
  const verdicts = undecided(nodes, links.relations);
  eachLink(network, links, (_edge, from, to) => {
    const [a, b] = [nodes[from], nodes[to]];
    const found = a === undefined || b === undefined ? false : crossing(a, b, what);
    const verdict = found === undefined ? UNKNOWN : found ? YES : NO;
    for (const end of [from, to]) verdicts[end] = Math.max(at(verdicts, end), verdict);
  });
  return verdicts;
}

/** Counts over all links, which are the same for every query of an inventory. */
const usersByAnyLink = new WeakMap<Network, Uint32Array>();

/** How many different resources name each resource. */
function usersOf(estate: Estate, links: LinkFilter): Uint32Array {
  if (links.relations !== undefined || links.confidences !== undefined) return countUsers(estate, links);
  const counts = usersByAnyLink.get(estate.network) ?? countUsers(estate, links);
  usersByAnyLink.set(estate.network, counts);
  return counts;
}

function countUsers({ network, index }: Estate, links: LinkFilter): Uint32Array {
  const { compact, toIndex } = network;
  const counts = new Uint32Array(index.nodes.length);
  const counting = countingClasses(network, links);
  // The target for which a source was counted last: several relations between two resources are one user.
  const countedFor = new Int32Array(compact.nodes.length).fill(-1);
  for (let node = 0; node < compact.nodes.length; node += 1) {
    let users = 0;
    for (let place = at(compact.offsets, node); place < at(compact.offsets, node + 1); place += 1) {
      const edge = at(compact.incident, place);
      const source = at(compact.from, edge);
      if (source === node || at(countedFor, source) === node) continue;
      if (at(counting, at(compact.edgeClass, edge)) === 0) continue;
      countedFor[source] = node;
      users += 1;
    }
    counts[at(toIndex, node)] = users;
  }
  return counts;
}

function findingVerdicts(
  { findings, index }: Estate,
  isMeant: (finding: FindingInShort) => boolean | undefined,
): Uint8Array {
  return mapBytes(index.nodes, ({ id }) => {
    let verdict: number = NO;
    for (const finding of findings?.(id) ?? []) {
      const found = isMeant(finding);
      verdict = Math.max(verdict, found === undefined ? UNKNOWN : found ? YES : NO);
    }
    return verdict;
  });
}
