import type { Grouping, ViewSpec } from '../../../shared/graph/view.ts';
import {
  collapse,
  collapseOf,
  foldAreas,
  groupResources,
  spaceOut,
  togglePins,
  unfoldAreas,
  unpinAll,
} from './arrange-changes.ts';
import type { HiddenRisks } from '../../inventory/worker/protocol/canvas-protocol.ts';
import { formatCount } from '../format.ts';
import { startHistory } from './history.ts';
import { addNodes } from '../../../shared/graph/view/add-nodes.ts';
import type { Workbench } from '../workbench.ts';

/** Arranges the graph by another layout, `centre` being the nodes around which it is made. */
export async function arrange(
  workbench: Workbench,
  layout: ViewSpec['layout'],
  name: string,
  centre?: readonly string[],
): Promise<void> {
  await rearrange(workbench, name, ({ centre: _before, ...spec }) => ({
    ...spec,
    layout,
    ...(centre === undefined ? {} : { centre }),
  }));
}

/** Arranges the graph anew, after a change if one is given, and fits it. */
export async function rearrange(
  { view, graph }: Workbench,
  name: string,
  update?: (spec: ViewSpec) => ViewSpec,
): Promise<boolean> {
  const shown = await view.getState().rearrange(name, update);
  if (shown) graph.current?.fit();
  return shown;
}

/** Arranges cards closer together or further apart. */
export async function setSpacing(workbench: Workbench, spacing: ViewSpec['spacing'], name: string): Promise<void> {
  await rearrange(workbench, name, (spec) => spaceOut(spec, spacing));
}

/** Draws resources in areas by what they share, or no more. */
export async function groupBy(workbench: Workbench, grouping: Grouping | undefined): Promise<void> {
  const name = grouping === undefined ? 'Group only identical links' : `Group by ${groupingWords(grouping)}`;
  if (!(await rearrange(workbench, name, (spec) => groupResources(spec, grouping)))) return;
  const areas = workbench.view.getState().laidOut?.view.areas ?? [];
  workbench.notices
    .getState()
    .announce(
      grouping === undefined
        ? 'Nothing is grouped but identical links.'
        : areas.length === 0
          ? `No resource that is shown has a ${groupingWords(grouping)}.`
          : `Grouped by ${groupingWords(grouping)}: ${formatCount(areas.length, 'group')}.`,
    );
}

/** What resources are grouped by, in words: `project`, `label team`. */
export function groupingWords({ by, key = '' }: Grouping): string {
  return by === 'label' ? `label ${key}` : by === 'location' ? 'region' : by;
}

/** Folds one area, or unfolds it. */
export async function toggleArea({ view, notices, graph }: Workbench, id: string): Promise<void> {
  const { laidOut } = view.getState();
  const area = laidOut?.view.areas?.find((candidate) => candidate.id === id);
  if (laidOut === undefined || area === undefined) return;
  const name = `${area.folded === true ? 'Unfold' : 'Fold'} ${area.title}`;
  const shown = await view
    .getState()
    .change(name, (spec) =>
      area.folded === true
        ? { ...spec, folded: (spec.folded ?? []).filter((folded) => folded !== id) }
        : foldAreas(spec, laidOut.view, [id]),
    );
  if (!shown) return;
  notices.getState().announce(`${name}: done, ${formatCount(area.count, 'resource')}.`);
  // The title that was pressed is gone; the keyboard goes on at the card in its place.
  if (area.folded !== true) graph.current?.focus(id);
}

/** Folds the areas in which the selected nodes stand, and selects their cards. */
export async function foldSelectedAreas(workbench: Workbench): Promise<void> {
  const { view, selection, notices, graph } = workbench;
  const { laidOut } = view.getState();
  const ids = new Set(selection.getState().trail.here.ids);
  if (laidOut === undefined) return;
  const { areas = [], nodes } = laidOut.view;
  const wanted = new Set(nodes.flatMap(({ id, area }) => (ids.has(id) && area !== undefined ? [area] : [])));
  const folding = areas.filter(({ id, folded }) => wanted.has(id) && folded !== true);
  const [first] = folding;
  if (first === undefined) return;
  const name = folding.length === 1 ? `Fold ${first.title}` : `Fold ${formatCount(folding.length, 'group')}`;
  const folded = folding.map(({ id }) => id);
  if (await view.getState().change(name, (spec) => foldAreas(spec, laidOut.view, folded))) {
    selection.getState().select(folded);
    graph.current?.focus(first.id);
    notices.getState().announce(`${name}: done. Enter unfolds it again.`);
  }
}

/** Folds all areas, or unfolds all. */
export async function setAllAreas({ view }: Workbench, how: 'folded' | 'open'): Promise<void> {
  const { laidOut } = view.getState();
  if (laidOut === undefined) return;
  const ids = (laidOut.view.areas ?? []).map(({ id }) => id);
  if (how === 'open') await view.getState().change('Unfold all groups', unfoldAreas);
  else await view.getState().change('Fold all groups', (spec) => foldAreas(spec, laidOut.view, ids));
}

/** Pins the selected nodes where they stand, or unpins them if all are. */
export async function toggleSelectedPins({ view, selection, notices }: Workbench): Promise<void> {
  const { ids } = selection.getState().trail.here;
  if (ids.length === 0) return;
  const { pinned = [] } = view.getState().history.present.state.spec;
  const arePinned = ids.every((id) => pinned.includes(id));
  const name = `${arePinned ? 'Unpin' : 'Pin'} ${formatCount(ids.length, 'node')}`;
  if (await view.getState().change(name, (spec) => togglePins(spec, ids))) {
    notices
      .getState()
      .announce(
        arePinned ? `${name}: done.` : `${name}: done. What is pinned stays in its place when all is rearranged.`,
      );
  }
}

/** Unpins everything. */
export async function unpinEverything({ view, notices }: Workbench): Promise<void> {
  if (await view.getState().change('Unpin everything', unpinAll)) notices.getState().announce('Nothing is pinned.');
}

/** Takes away the neighbours of the selected node that were brought in, or hang on it alone. */
export async function collapseSelection({ view, selection, notices }: Workbench): Promise<void> {
  const [id] = selection.getState().trail.here.ids;
  const drawn = view.getState().laidOut?.view;
  if (id === undefined || drawn === undefined) return;
  const taken = collapseOf(drawn, id);
  const count = taken.back.length + taken.away.length;
  if (count === 0) {
    notices.getState().announce('Nothing hangs on this node alone, and nothing was brought in by expanding it.');
    return;
  }
  const title = drawn.nodes.find((node) => node.id === id)?.title ?? '';
  if (await view.getState().change(`Collapse ${title}`, (spec) => collapse(spec, taken))) {
    notices.getState().announce(`${formatCount(count, 'resource')} taken away. Expand brings them back.`);
  }
}

/** Draws the worst of the resources with severe findings that are folded or left out. */
export async function showHiddenRisks(workbench: Workbench): Promise<void> {
  const { view, inventory, notices } = workbench;
  const { worst } = await inventory.hiddenRisks(view.getState().history.present.state.spec);
  if (worst.length === 0) return;
  const name = `Show ${formatCount(worst.length, 'resource')} with severe findings`;
  if (await view.getState().change(name, (spec) => addNodes(spec, worst)))
    notices.getState().announce(`${name}: done.`);
}

/** Most resources with critical findings that are drawn one by one without being asked for. */
const DRAWN_UNASKED = 12;

/**
 * Draws the resources with critical findings that a first view folds or leaves out, so that no fold hides the worst; it is part of
 * that view and no step. With more of them than can be looked at, and in a view the user has changed, it is for the user to ask.
 */
export async function keepCriticalInSight(
  { view, notices }: Workbench,
  { folded, undrawn, worst }: HiddenRisks,
): Promise<void> {
  const { past, present, future } = view.getState().history;
  const critical = worst.slice(0, folded.critical + undrawn.critical);
  const isFirst = past.length === 0 && future.length === 0 && present.state.spec.added.length === 0;
  if (!isFirst || critical.length === 0 || critical.length > DRAWN_UNASKED) return;
  const { spec, positions } = present.state;
  if (await view.getState().adopt(startHistory({ spec: addNodes(spec, critical), positions })))
    notices.getState().announce(`${formatCount(critical.length, 'resource')} with critical findings drawn one by one.`);
}

/** Gives up a layout that takes long. */
export function stopArranging({ view, notices }: Workbench): void {
  view.getState().cancel();
  notices.getState().announce('Stopped. The graph stays as it was.');
}
