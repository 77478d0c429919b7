import type { NodeId } from '../../../shared/graph/graph.ts';
import type { View, ViewNode } from '../../../shared/graph/view.ts';
import { UNFOLD_STEP } from '../../../shared/graph/view/unfold.ts';
import type { RelationId } from '../../../shared/kinds/kind.ts';
import { RELATIONS } from '../../../shared/links/relations.ts';
import { valueOf } from '../../api/client.ts';
import type { RelationCount } from '../../inventory/worker/protocol/details-protocol.ts';
import type { NodeSummary } from '../../inventory/worker/protocol/node-summary.ts';
import type { EvidenceMark } from '../selection-store.ts';
import { focusOn, foldGroup, hideNodes, nodeIdsOf, revealNode, showOnly, unfoldGroup } from './view-changes.ts';
import type { FocusDirection } from './view-changes.ts';
import type { Workbench } from '../workbench.ts';

/** Most nodes that are brought in unasked; the rest stays folded or behind the next "expand". */
export const EXPAND_LIMIT = 50;

/** Most nodes brought in at once when the user wants all: with more, the graph is slow and cannot be read. */
export const EXPAND_CAP = 500;

/** Returns the selected view nodes' graph nodes. */
export function selectedNodeIds({ view, selection }: Workbench): readonly NodeId[] {
  const { laidOut, history } = view.getState();
  if (laidOut === undefined) return [];
  return nodeIdsBehind(
    laidOut.view,
    selection.getState().trail.here.ids,
    history.present.state.spec.display !== undefined,
  );
}

/** Returns the graph nodes behind selected ids. The table has what the graph folds: there an id that is not drawn is a graph node's. */
export function nodeIdsBehind(view: View, ids: readonly string[], isTable: boolean): readonly NodeId[] {
  const drawn = nodeIdsOf(view, ids);
  if (!isTable) return drawn;
  const shown = new Set(view.nodes.map(({ id }) => id));
  return [...drawn, ...ids.filter((id): id is NodeId => !shown.has(id))];
}

/**
 * Shows a node wherever it is now: selects and centres it, opens its details, and brings it into the view if a filter, a fold
 * or the bound keeps it out.
 */
export async function showNode(workbench: Workbench, id: NodeId, mark?: EvidenceMark): Promise<void> {
  const { view, selection, panes, inventory, notices } = workbench;
  selection.getState().inspect(id, mark);
  panes.getState().show('details');
  const drawn = view.getState().laidOut?.view.nodes.some((node) => node.id === id) ?? false;
  if (!drawn) {
    const [node] = await inventory.nodes([id]);
    if (node === undefined) {
      notices.getState().notify({ tone: 'warning', title: 'This resource is not in the inventory', detail: id });
      return;
    }
    const shown = await view.getState().change(`Show ${node.title}`, (spec) => revealNode(spec, node));
    if (!shown) return;
  }
  selection.getState().centreOn(id);
}

/** Selects and centres what stands at an end of a drawn link: a resource wherever it is now, or a fold. */
export async function showViewNode(workbench: Workbench, id: string): Promise<void> {
  const { view, selection } = workbench;
  const node = view.getState().laidOut?.view.nodes.find((candidate) => candidate.id === id);
  if (node?.members === undefined) {
    // What is no fold of the view has the id of a graph node (see ViewNode.id).
    await showNode(workbench, id as NodeId);
    return;
  }
  selection.getState().select([id]);
  selection.getState().centreOn(id);
}

/** Goes to an end of the selected link. */
export async function showLinkEnd(workbench: Workbench, end: 'source' | 'target'): Promise<void> {
  const { link } = workbench.selection.getState().trail.here;
  if (link !== undefined) await showViewNode(workbench, link[end]);
}

/** Shows only the ends of the selected link, which stays selected. */
export async function showLinkEnds(workbench: Workbench): Promise<void> {
  const { view, selection } = workbench;
  const { link } = selection.getState().trail.here;
  const { laidOut } = view.getState();
  if (link === undefined || laidOut === undefined) return;
  await showOnlyNodes(workbench, nodeIdsOf(laidOut.view, [link.source, link.target]), 'Show only the ends of the link');
}

/** Shows the place a link or a report speaks of, marked in the raw document. */
export function showEvidence(workbench: Workbench, document: NodeId, path: string, value: string): Promise<void> {
  return showNode(workbench, document, { path, value });
}

/** Hides the selected nodes. */
export async function hideSelection(workbench: Workbench): Promise<void> {
  await hide(workbench, selectedNodeIds(workbench));
}

/** Hides nodes and says so. */
export async function hide(workbench: Workbench, ids: readonly NodeId[]): Promise<void> {
  if (ids.length === 0) return;
  const { view, selection, notices } = workbench;
  const name = `Hide ${countOf(ids.length)}`;
  if (await view.getState().change(name, (spec) => hideNodes(spec, ids))) {
    selection.getState().select([]);
    notices.getState().announce(`${name}: done. Undo brings back what was hidden.`);
  }
}

/** Shows the neighbourhood of nodes. */
export async function focusNodes(
  workbench: Workbench,
  ids: readonly NodeId[],
  depth: number,
  direction: FocusDirection = 'both',
): Promise<void> {
  if (ids.length === 0) return;
  const { view, graph } = workbench;
  const way = direction === 'both' ? `${depth} deep` : direction;
  const shown = await view
    .getState()
    .rearrange(`Focus on ${countOf(ids.length)}, ${way}`, (spec) => focusOn(spec, ids, depth, direction));
  if (shown) graph.current?.fit();
}

/** Shows only these nodes, and the links among them. */
export async function showOnlyNodes(workbench: Workbench, ids: readonly NodeId[], name: string): Promise<void> {
  const { view, graph } = workbench;
  const shown = await view.getState().rearrange(name, (spec) => showOnly(spec, ids));
  if (shown) graph.current?.fit();
}

/** Unfolds the selected folds; asks first where several bring in many nodes. */
export async function unfoldSelection(workbench: Workbench): Promise<void> {
  const { view, selection, dialogs } = workbench;
  const ids = new Set(selection.getState().trail.here.ids);
  const folds =
    view.getState().laidOut?.view.nodes.filter((node) => node.members !== undefined && ids.has(node.id)) ?? [];
  const most = folds.reduce((sum, { members = [] }) => sum + Math.min(members.length, UNFOLD_STEP), 0);
  if (folds.length > 1 && most > EXPAND_LIMIT) dialogs.getState().open({ type: 'unfold', folds, most });
  else await unfold(workbench, folds);
}

/** Unfolds folds as one step. */
export async function unfold({ view }: Workbench, folds: readonly ViewNode[]): Promise<void> {
  const [first] = folds;
  if (first === undefined) return;
  await view
    .getState()
    .change(`Unfold ${first.title}`, (spec) => folds.reduce((before, fold) => unfoldGroup(before, fold.id), spec));
}

/** Folds the groups again out of which the selected nodes came. */
export async function foldSelection(workbench: Workbench): Promise<void> {
  const { view, selection } = workbench;
  const ids = new Set(selection.getState().trail.here.ids);
  const nodes = view.getState().laidOut?.view.nodes ?? [];
  const groups = nodes.flatMap((node) =>
    node.unfoldedFrom !== undefined && ids.has(node.id) ? [node.unfoldedFrom] : [],
  );
  await view.getState().change('Fold back', (spec) => groups.reduce(foldGroup, spec));
}

/** Brings in the neighbours of a node by one relation; asks first where there are more than `EXPAND_LIMIT`. */
export async function expandOrAsk(workbench: Workbench, id: NodeId, counted: RelationCount): Promise<void> {
  const { relation, direction, notShown } = counted;
  if (notShown <= EXPAND_LIMIT) await expandNode(workbench, id, counted, EXPAND_LIMIT);
  else workbench.dialogs.getState().open({ type: 'expand', id, asked: { relation, direction } });
}

/** Brings in neighbours of a node by one relation, most linked first, at most `limit` of those that are not drawn yet. */
export async function expandNode(
  workbench: Workbench,
  id: NodeId,
  { relation, direction }: Pick<RelationCount, 'relation' | 'direction'>,
  limit: number,
): Promise<void> {
  const { view, notices } = workbench;
  const name = `Expand ${relationWords(relation, direction)}`;
  const found = await view.getState().expand(name, { id, relation, direction, limit });
  if (found === undefined || found.ids.length === 0) return;
  const rest = found.rest > 0 ? `, ${found.rest} more can be expanded` : '';
  notices.getState().announce(`${countOf(found.ids.length)} added${rest}.`);
}

/** How a relation is spoken of from a node at which its links go out or come in. */
export function relationWords(relation: RelationId, direction: RelationCount['direction']): string {
  const { label, reverseLabel } = RELATIONS[relation];
  return direction === 'outgoing' ? label : reverseLabel;
}

/** Copies the full names of nodes, one a line. */
export async function copyNames(workbench: Workbench, ids: readonly string[]): Promise<void> {
  await valueOf(workbench.main.copyText({ text: ids.join('\n') }));
  workbench.notices
    .getState()
    .notify({ tone: 'success', title: ids.length === 1 ? 'Name copied' : `${ids.length} names copied` });
}

/** `1 resource`, `3 resources`. */
function countOf(count: number): string {
  return count === 1 ? '1 resource' : `${count.toLocaleString('en')} resources`;
}

/** Words that tell nodes of equal title apart: project, location, life-cycle state. */
export function subtitleOf(node: Pick<NodeSummary, 'project' | 'location'>): string {
  return [node.project, node.location].filter((part) => part !== undefined).join(' · ');
}
