import { type GraphContent, lineageOf } from '../access/access-layer.ts';
import type { Graph } from '../graph.ts';
import type { View, ViewSpec } from '../view.ts';
import { divide, type Division, foldAreas, splitByArea } from './areas.ts';
import { at, type CompactGraph, compactGraph } from './compact-graph.ts';
import { describeUnit, draw, type UnitDescription } from './draw-view.ts';
import { type FoldPlan, planFolds } from './fold-plan.ts';
import { type Attention, byImportance } from './importance.ts';
import { asksForAccess, withAddedPrincipals } from './access-view.ts';
import { unfold } from './unfold.ts';
import { brought, single, type Unit } from './unit.ts';
import { OVER_LIMIT, SHOWN, visibleNodes, type VisibleNodes } from './visible-nodes.ts';

/** Returns what is drawn of a graph for a specification. Deterministic, and linear in nodes and edges but for sorting. */
export function buildView(graph: Graph, spec: ViewSpec, attention: Attention): View {
  return createViewBuilder(graph, attention)(spec);
}

/**
 * Returns a function that builds views of one graph. It remembers how nodes were folded for the last filters, so that hiding,
 * expanding, unfolding and taking back stay quick in a large inventory; the result is that of `buildView`.
 */
export function createViewBuilder(graph: Graph, attention: Attention): (spec: ViewSpec) => View {
  const lineage = lineageOf(graph);
  const buildLineage = contentViewBuilder(lineage, attention);
  if (lineage === graph) return buildLineage;
  let buildWhole: ((spec: ViewSpec) => View) | undefined;
  return (spec) => {
    if (!asksForAccess(spec, lineage)) return withAddedPrincipals(graph, lineage, spec, buildLineage(spec), attention);
    buildWhole ??= contentViewBuilder(graph, attention);
    return buildWhole(spec);
  };
}

function contentViewBuilder(content: GraphContent, attention: Attention): (spec: ViewSpec) => View {
  const compact = compactGraph(content);
  const order = byImportance(compact, attention);
  const plans = new Map<string, DividedPlan>();
  const described = new WeakMap<Unit, UnitDescription>();
  const alone = new Map<number, UnitDescription>();

  function planOf(spec: ViewSpec, visible: VisibleNodes): DividedPlan {
    const { exclude, time, only, focus, hidden, limit, groupBy } = spec;
    const { relations, confidences, flows, ...ofNodes } = exclude;
    // Hidden nodes and links that are switched off matter only to what a focus reaches.
    const key = JSON.stringify([
      ofNodes,
      time,
      only,
      focus,
      focus && [hidden, relations, confidences, flows],
      limit,
      groupBy,
    ]);
    const known = plans.get(key);
    plans.delete(key);
    const made = known ?? makePlan(visible.eligible, limit, groupBy);
    plans.set(key, made);
    for (const oldest of [...plans.keys()].slice(0, -MOST_PLANS)) plans.delete(oldest);
    return made;
  }

  function makePlan(eligible: Uint8Array, limit: number, groupBy: ViewSpec['groupBy']): DividedPlan {
    const plan = planFolds(compact, eligible, limit, order);
    const division = groupBy && divide(compact, eligible, groupBy);
    return { ...plan, ...(division && { division, units: splitByArea(compact, plan.units, division, limit) }) };
  }

  /** What is drawn mostly stays as it is from view to view: folds of thousands of jobs, and thousands of jobs drawn alone. */
  function describe(unit: Unit): UnitDescription {
    const isPlain = unit.group === undefined && unit.unfoldedFrom === undefined;
    const [first = -1] = unit.members;
    const known = isPlain ? alone.get(first) : described.get(unit);
    if (known !== undefined) return known;
    const description = describeUnit(compact, unit, attention);
    if (isPlain) alone.set(first, description);
    else described.set(unit, description);
    return description;
  }

  return (spec) => {
    const visible = visibleNodes(compact, spec, attention);
    const plan = planOf(spec, visible);
    const unfolded = unfold(plan.units, new Set(spec.unfolded), plan.levels, order);
    const drawn = drawnUnits(compact, unfolded, visible);
    const units =
      plan.division === undefined ? drawn : foldAreas(drawn, plan.division, new Set(spec.folded), isWanted(visible));
    return draw(compact, units, { place: visible.place, division: plan.division, spec }, describe);
  };
}

/** Ways in which nodes were folded that are remembered: of the filters one switches to and fro between. */
const MOST_PLANS = 4;

/** How nodes are folded, and the areas they stand in. */
interface DividedPlan extends FoldPlan {
  readonly division?: Division;
}

/** Whether the user asked for a resource itself. */
function isWanted({ added }: VisibleNodes): (unit: Unit) => boolean {
  return ({ group, members }) => group === undefined && at(added, at(members, 0)) === 1;
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
      drawn.push(...members.filter((member) => at(visible.added, member) === 1).map(brought));
    }
  }
  for (let node = 0; node < compact.nodes.length; node += 1) {
    if (at(placed, node) === 1 || at(visible.place, node) !== SHOWN) continue;
    if (at(visible.added, node) === 1) drawn.push(brought(node));
    else visible.place[node] = OVER_LIMIT;
  }
  return drawn;
}
