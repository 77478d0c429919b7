import type { NodeId } from '../../../shared/graph/graph.ts';
import type { LineageDirection, LineageWay } from '../../../shared/graph/lineage.ts';
import { formatCount } from '../format.ts';
import { selectedNodeIds, showOnlyNodes } from '../view/node-operations.ts';
import { stepPath, tracedParts, type Trace, type TracedPaths } from './trace-store.ts';
import { addNodes } from '../../../shared/graph/view/add-nodes.ts';
import type { Workbench } from '../workbench.ts';

/** Most resources a lineage follows: more cannot be looked at one by one. */
export const LINEAGE_LIMIT = 5000;

/** Most resources that a trace brings into the graph unasked. */
const BRING_IN_LIMIT = 60;

/** Lights up what a resource came from, or what it feeds. */
export async function traceLineage(
  workbench: Workbench,
  id: NodeId,
  direction: LineageDirection,
  way: LineageWay = 'dependencies',
): Promise<void> {
  const { inventory, trace, notices } = workbench;
  const [answer, [node]] = await Promise.all([
    inventory.lineage(id, { direction, way, limit: LINEAGE_LIMIT }),
    inventory.nodes([id]),
  ]);
  if (node === undefined) return;
  const traced: Trace = { type: 'lineage', of: id, title: node.title, direction, way, answer };
  trace.getState().show(traced);
  notices.getState().announce(traceText(traced));
}

/** Lights up the lineage of what is selected. */
export async function traceSelection(workbench: Workbench, direction: LineageDirection): Promise<void> {
  const [id] = selectedNodeIds(workbench);
  if (id !== undefined) await traceLineage(workbench, id, direction);
}

/** Lights up paths, or one of them, and draws those of its resources that are not in the graph. */
export async function showPaths(workbench: Workbench, traced: TracedPaths): Promise<void> {
  await showTrace(workbench, traced);
}

/** Lights something up and draws those of its resources that are not in the graph. */
export async function showTrace(workbench: Workbench, traced: Trace): Promise<void> {
  const { trace, view, notices, graph } = workbench;
  trace.getState().show(traced);
  notices.getState().announce(traceText(traced));
  const { nodes } = tracedParts(traced);
  const drawn = new Set<string>(view.getState().laidOut?.view.nodes.map(({ id }) => id));
  const missing = nodes.filter((id) => !drawn.has(id));
  if (missing.length === 0 || missing.length > BRING_IN_LIMIT) return;
  if (await view.getState().change(`Draw ${traceWords(traced)}`, (spec) => addNodes(spec, missing))) {
    graph.current?.fit();
  }
}

/** Lights up the next or previous of the paths. */
export async function goToPath(workbench: Workbench, by: 1 | -1): Promise<void> {
  const { trace } = workbench.trace.getState();
  if (trace?.type === 'paths') await showPaths(workbench, stepPath(trace, by));
}

/** Shows nothing but what is lit up. */
export async function showOnlyTraced(workbench: Workbench): Promise<void> {
  const { trace } = workbench.trace.getState();
  if (trace === undefined) return;
  await showOnlyNodes(workbench, tracedParts(trace).nodes, `Show only ${traceWords(trace)}`);
}

/** Draws what is lit up but not in the graph, without taking anything away. */
export async function bringInTraced(workbench: Workbench, missing: readonly NodeId[]): Promise<void> {
  await workbench.view
    .getState()
    .change(`Draw ${formatCount(missing.length, 'resource')}`, (spec) => addNodes(spec, missing));
}

/** Asks for the paths between the two selected resources, in the order of their selection. */
export function askForPaths({ selection, dialogs }: Workbench, ends: 'both' | 'from' | 'to'): void {
  // Offered for single resources only; a view node that is no fold has the id of its graph node (see ViewNode.id).
  const [first, second] = selection.getState().trail.here.ids as readonly NodeId[];
  if (first === undefined) return;
  if (ends === 'to') dialogs.getState().open({ type: 'paths', to: first });
  else
    dialogs
      .getState()
      .open({ type: 'paths', from: first, ...(ends === 'both' && second !== undefined ? { to: second } : {}) });
}

/** Dims nothing any more. */
export function clearTrace({ trace, notices }: Workbench): void {
  trace.getState().clear();
  notices.getState().announce('Everything is lit up again.');
}

/** What is lit up, as part of a sentence: `path 2 of 7`, `what fraud-model came from`. */
export function traceWords(trace: Trace): string {
  if (trace.type === 'paths') return pathWords(trace);
  if (trace.type === 'finding') return `what takes part in “${trace.title}” at ${trace.resource}`;
  return trace.direction === 'sources' ? `what ${trace.title} came from` : `what ${trace.title} feeds`;
}

function pathWords({ at, answer }: TracedPaths): string {
  const count = answer.paths.length;
  return at === undefined ? `the ${formatCount(count, 'path')}` : `path ${at + 1} of ${count.toLocaleString('en')}`;
}

/** What is lit up, as a sentence with numbers. */
export function traceText(trace: Trace): string {
  if (trace.type === 'paths') {
    const [path] = trace.answer.paths.slice(trace.at ?? 0);
    const first = path?.nodes[0]?.title ?? '';
    const last = path?.nodes.at(-1)?.title ?? '';
    const words = pathWords(trace);
    const length = trace.at === undefined ? '' : `, ${formatCount(path?.links.length ?? 0, 'link')}`;
    return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)} from ${first} to ${last}${length}`;
  }
  if (trace.type === 'finding')
    return `${trace.title}: ${trace.resource}, ${formatCount(trace.nodes.length, 'resource')}`;
  const { title, direction, answer } = trace;
  const { length } = answer.nodes;
  const count = `${answer.truncated ? 'at least ' : ''}${formatCount(length - 1, 'resource')}`;
  if (length <= 1) {
    return direction === 'sources'
      ? `Nothing in this inventory says what ${title} came from`
      : `Nothing in this inventory depends on ${title}`;
  }
  return direction === 'sources' ? `${title} came from ${count}` : `${title} feeds ${count}`;
}
