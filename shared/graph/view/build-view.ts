import { type GraphContent, lineageOf } from '../access/access-layer.ts';
import type { Graph, GraphNode, NodeId } from '../graph.ts';
import type { View, ViewNode, ViewSpec } from '../view.ts';
import { at, type CompactGraph, compactGraph, nodeAt } from './compact-graph.ts';
import { describeGroup, describeNode } from './describe-unit.ts';
import { type FoldPlan, planFolds } from './fold-plan.ts';
import { type Attention, byImportance } from './importance.ts';
import { isFailure } from './lifecycle-label.ts';
import { compareText } from '../../compare.ts';
import { asksForAccess, withAddedPrincipals } from './access-view.ts';
import { unfold } from './unfold.ts';
import { single, type Unit } from './unit.ts';
import { drawLinks } from './view-edges.ts';
import { FILTERED, HIDDEN, OUT_OF_FOCUS, OVER_LIMIT, SHOWN, visibleNodes, type VisibleNodes } from './visible-nodes.ts';

/** Returns what is drawn of a graph for a specification. Deterministic, and linear in nodes and edges but for sorting. */
export function buildView(graph: Graph, spec: ViewSpec, attention: Attention): View {
  return createViewBuilder(graph, attention)(spec);
}

/**
 * Returns a function that builds views of one graph. It remembers how nodes were folded for the last filter, so that hiding,
 * expanding and unfolding stay quick in a large inventory; the result is that of `buildView`.
 */
export function createViewBuilder(graph: Graph, attention: Attention): (spec: ViewSpec) => View {
  const lineage = lineageOf(graph);
  const buildLineage = contentViewBuilder(lineage, attention);
  if (lineage === graph) return buildLineage;
  let buildWhole: ((spec: ViewSpec) => View) | undefined;
  return (spec) => {
    if (!asksForAccess(spec, lineage)) return withAddedPrincipals(graph, lineage, spec, buildLineage(spec));
    buildWhole ??= contentViewBuilder(graph, attention);
    return buildWhole(spec);
  };
}

function contentViewBuilder(content: GraphContent, attention: Attention): (spec: ViewSpec) => View {
  const compact = compactGraph(content);
  const order = byImportance(compact, attention);
  let lastKey: string | undefined;
  let lastPlan: FoldPlan | undefined;
  const described = new WeakMap<Unit, UnitDescription>();

  function planOf(spec: ViewSpec, visible: VisibleNodes): FoldPlan {
    // Hidden nodes matter only to what a focus reaches.
    const key = JSON.stringify([spec.exclude, spec.only, spec.focus, spec.focus && spec.hidden, spec.limit]);
    if (lastPlan === undefined || lastKey !== key) {
      lastPlan = planFolds(compact, visible.eligible, spec.limit, order);
      lastKey = key;
    }
    return lastPlan;
  }

  /** Folds of thousands of jobs mostly stay as they are from view to view, and describing them takes longest. */
  function describe(unit: Unit): UnitDescription {
    const known = described.get(unit);
    if (known !== undefined) return known;
    const description = describeUnit(compact, unit, attention);
    described.set(unit, description);
    return description;
  }

  return (spec) => {
    const visible = visibleNodes(compact, spec);
    const plan = planOf(spec, visible);
    const units = unfold(plan.units, new Set(spec.unfolded), plan.levels, order);
    return draw(compact, drawnUnits(compact, units, visible), visible.place, describe);
  };
}

/** Takes out of the planned units what is hidden, and draws what the user added on its own. */
function drawnUnits(compact: CompactGraph, units: readonly Unit[], visible: VisibleNodes): Unit[] {
  const drawn: Unit[] = [];
  const placed = new Uint8Array(compact.nodes.length);
  for (const unit of units) {
    const members = unit.members.filter((member) => at(visible.place, member) === SHOWN);
    const together = unit.group === undefined ? members : members.filter((member) => at(visible.added, member) === 0);
    for (const member of members) placed[member] = 1;
    if (together.length === unit.members.length) {
      drawn.push(unit);
      continue;
    }
    if (together.length > 1) drawn.push({ ...unit, members: together });
    else drawn.push(...together.map((member) => single(member, unit.unfoldedFrom)));
    if (together !== members) {
      drawn.push(...members.filter((member) => at(visible.added, member) === 1).map((member) => single(member)));
    }
  }
  for (let node = 0; node < compact.nodes.length; node += 1) {
    if (at(placed, node) === 1 || at(visible.place, node) !== SHOWN) continue;
    if (at(visible.added, node) === 1) drawn.push(single(node));
    else visible.place[node] = OVER_LIMIT;
  }
  return drawn;
}

/** What is drawn of a unit, whatever is drawn around it. */
type UnitDescription = Omit<ViewNode, 'hiddenLinks'>;

function draw(
  compact: CompactGraph,
  units: readonly Unit[],
  place: Uint8Array,
  describe: (unit: Unit) => UnitDescription,
): View {
  const unitOf = new Int32Array(compact.nodes.length).fill(-1);
  units.forEach((unit, index) => {
    for (const member of unit.members) unitOf[member] = index;
  });
  const ids = units.map((unit) => unit.group ?? nodeAt(compact, at(unit.members, 0)).id);
  const { edges, hiddenLinks } = drawLinks(compact, unitOf, ids);
  const nodes = units.map((unit, index) => ({
    rank: at(compact.kindRank, at(unit.members, 0)),
    node: { ...describe(unit), hiddenLinks: at(hiddenLinks, index) },
  }));
  const ordered = nodes.toSorted(
    (a, b) => a.rank - b.rank || compareText(a.node.title, b.node.title) || compareText(a.node.id, b.node.id),
  );
  const counts = [0, 0, 0, 0, 0];
  for (const reason of place) counts[reason] = at(counts, reason) + 1;
  const left = (
    [
      ['filter', FILTERED],
      ['hidden', HIDDEN],
      ['focus', OUT_OF_FOCUS],
      ['limit', OVER_LIMIT],
    ] as const
  ).map(([reason, code]) => ({ reason, count: at(counts, code) }));
  return {
    nodes: ordered.map(({ node }) => node),
    edges,
    shown: at(counts, SHOWN),
    total: compact.nodes.length,
    left: left.filter(({ count }) => count > 0),
  };
}

function describeUnit(compact: CompactGraph, unit: Unit, attention: Attention): UnitDescription {
  const numbers = unit.members.length === 1 ? unit.members : unit.members.toSorted((a, b) => a - b);
  const members = numbers.map((member) => nodeAt(compact, member));
  const [first] = members;
  if (first === undefined) throw new Error('a unit needs a member');
  const label = unit.group === undefined ? describeNode(first) : describeGroup(members);
  const lifecycle = groupLifecycle(members);
  return {
    id: unit.group ?? first.id,
    kind: first.kind,
    state: first.state,
    ...label,
    ...(lifecycle === undefined ? {} : { lifecycle }),
    ...(members.every((member) => member.unsubmitted === true) ? { unsubmitted: true } : {}),
    ...(unit.group === undefined ? {} : { members: members.map(({ id }): NodeId => id) }),
    ...(unit.unfoldedFrom === undefined ? {} : { unfoldedFrom: unit.unfoldedFrom }),
    attention: members.reduce((sum, { id }) => sum + (attention.get(id) ?? 0), 0),
  };
}

/** With this share of failed members a fold counts as failed; in a large fold there is nearly always one. */
const FAILED_SHARE = 0.25;

/** The state all members are in, or that of the failed ones where they are many. */
function groupLifecycle(members: readonly GraphNode[]): string | undefined {
  const [first] = members;
  if (members.every((member) => member.lifecycle === first?.lifecycle)) return first?.lifecycle;
  const failed = members.filter((member) => isFailure(member.lifecycle));
  return failed.length >= members.length * FAILED_SHARE ? failed[0]?.lifecycle : undefined;
}
