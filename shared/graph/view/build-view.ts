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
 * Returns a function that builds views of one graph. It remembers how nodes were folded for the last filter, so that hiding,
 * expanding and unfolding stay quick in a large inventory; the result is that of `buildView`.
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
  let lastKey: string | undefined;
  let lastPlan: DividedPlan | undefined;
  const described = new WeakMap<Unit, UnitDescription>();

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
    if (lastPlan === undefined || lastKey !== key) {
      const plan = planFolds(compact, visible.eligible, limit, order);
      const division = groupBy && divide(compact, visible.eligible, groupBy);
      lastPlan = {
        ...plan,
        ...(division && { division, units: splitByArea(compact, plan.units, division, limit) }),
      };
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
    const visible = visibleNodes(compact, spec, attention);
    const plan = planOf(spec, visible);
    const unfolded = unfold(plan.units, new Set(spec.unfolded), plan.levels, order);
    const alone = drawnUnits(compact, unfolded, visible);
    const units =
      plan.division === undefined ? alone : foldAreas(alone, plan.division, new Set(spec.folded), isWanted(visible));
    return draw(compact, units, { place: visible.place, division: plan.division, spec }, describe);
  };
}

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
