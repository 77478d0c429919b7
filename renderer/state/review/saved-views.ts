import type { NodeId } from '../../../shared/graph/graph.ts';
import { fitView, nodesOfSpec } from '../../../shared/review/fit-view.ts';
import type { KeptTab } from '../../../shared/review/kept-review.ts';
import {
  REVIEW_LIMITS,
  type SavedTab,
  type SavedTrace,
  type SavedViewState,
} from '../../../shared/review/review-record.ts';
import { startHistory, type History } from '../view/history.ts';
import { NOTHING, type Selected } from '../selection-store.ts';
import { contentInFront } from '../tabs/tab-operations.ts';
import type { TabContent } from '../tabs/tab-store.ts';
import { LINEAGE_LIMIT } from '../trace/trace-operations.ts';
import type { Trace } from '../trace/trace-store.ts';
import { isAtFirst, listingBy } from '../listing/table-store.ts';
import { startTrail } from '../view/trail.ts';
import { EMPTY_MEMORY, type ViewMemory } from '../view/view-store.ts';
import type { Workbench } from '../workbench.ts';

/** Steps of a history that are kept beside the present one: enough to go back, and little to write each time. */
const KEPT_STEPS = 40;

/** What is kept of a view beside what it shows. */
type Surroundings = Omit<SavedViewState, 'spec' | 'positions'>;

function surroundingsOf({ trail, trace, viewport, query = '', listing }: TabContent): Surroundings {
  const { ids } = trail.here;
  const question = trace === undefined ? undefined : questionOf(trace);
  return {
    ...(viewport === undefined ? {} : { viewport }),
    ...(ids.length === 0 ? {} : { selected: ids }),
    ...(question === undefined ? {} : { trace: question }),
    ...(query === '' || query.length > REVIEW_LIMITS.query ? {} : { query }),
    ...(listing === undefined || isAtFirst(listing.sort) ? {} : { sort: listing.sort }),
  };
}

/** A finding that is lit up is no question; the pane of findings has it. */
function questionOf(trace: Trace): SavedTrace | undefined {
  if (trace.type === 'lineage') {
    const { of, direction, way } = trace;
    return { type: 'lineage', of, direction, way };
  }
  if (trace.type !== 'paths') return undefined;
  const { question, at } = trace;
  return { type: 'paths', question, ...(at === undefined ? {} : { at }) };
}

/** The state of a view, to be saved: with the positions of what it draws. */
export function savedState(content: TabContent): SavedViewState {
  const { spec, positions } = content.history.present.state;
  return { spec, positions: content.drawn?.laidOut.positions ?? positions, ...surroundingsOf(content) };
}

/** The view in front, to be saved. */
export function stateInFront(workbench: Workbench): SavedViewState {
  return savedState(contentInFront(workbench));
}

/** All open views with what they show, for a snapshot. One view that nobody touched is none. */
export function savedTabs(workbench: Workbench): readonly SavedTab[] {
  const { tabs, active } = workbench.tabs.getState();
  const front = contentInFront(workbench);
  if (tabs.length === 1 && front.history.past.length === 0) return [];
  return tabs.map(({ id, name, content = front }) => ({
    id,
    name,
    state: savedState(content),
    ...(id === active ? { active: true } : {}),
  }));
}

/** All open views with their histories, to be taken up again. */
export function keptTabs(workbench: Workbench): readonly KeptTab[] {
  const { tabs, active } = workbench.tabs.getState();
  const front = contentInFront(workbench);
  return tabs.map(({ id, name, content = front }) => ({
    id,
    name,
    ...(id === active ? { active: true } : {}),
    ...surroundingsOf(content),
    ...keptSteps(content.history),
  }));
}

const steps = new WeakMap<ViewMemory, KeptTab['steps'][number]>();

function keptSteps({ past, present, future }: History<ViewMemory>): Pick<KeptTab, 'steps' | 'present'> {
  const kept = past.slice(-KEPT_STEPS);
  const all = [...kept, present, ...future.slice(0, KEPT_STEPS)].map(({ name, state }) => {
    const known = steps.get(state);
    const step = known?.name === name ? known : { name, ...state };
    steps.set(state, step);
    return step;
  });
  return { steps: all, present: kept.length };
}

/** A view that can be shown again, and what of it the inventory does not have. */
export interface ReadyView {
  readonly content: TabContent;
  readonly lost: readonly NodeId[];
}

/** Makes a kept view ready to be shown. Of a history only the present step is fitted: the others are when they are shown. */
export async function readyKept(workbench: Workbench, tab: KeptTab): Promise<ReadyView> {
  const entries = tab.steps.map(({ name, spec, positions }) => ({ name, state: { spec, positions } }));
  const present = entries[tab.present] ?? { name: tab.name, state: EMPTY_MEMORY };
  const { state, lost } = await fitted(workbench, present.state);
  const history: History<ViewMemory> = {
    past: entries.slice(0, tab.present),
    present: { name: present.name, state },
    future: entries.slice(tab.present + 1),
  };
  return { content: await contentOf(workbench, history, tab), lost };
}

/** Makes a saved view ready to be shown, with nothing before it in its history. */
export async function readySaved(workbench: Workbench, saved: SavedViewState): Promise<ReadyView> {
  const { spec, positions } = saved;
  const { state, lost } = await fitted(workbench, { spec, positions });
  return { content: await contentOf(workbench, startHistory(state), saved), lost };
}

async function fitted(
  { inventory }: Workbench,
  { spec, positions }: ViewMemory,
): Promise<{ readonly state: ViewMemory; readonly lost: readonly NodeId[] }> {
  const ids = nodesOfSpec(spec);
  const missing = ids.length === 0 ? [] : await inventory.missing(ids);
  const { spec: fits, lost } = fitView(spec, new Set(missing));
  return { state: { spec: fits, positions }, lost };
}

async function contentOf(
  workbench: Workbench,
  history: History<ViewMemory>,
  { viewport, selected = [], trace, query, sort }: Surroundings,
): Promise<TabContent> {
  return {
    history,
    trail: startTrail(selectionOf(selected)),
    trace: trace === undefined ? undefined : await askAgain(workbench, trace),
    viewport,
    ...(query === undefined ? {} : { query }),
    ...(sort === undefined ? {} : { listing: listingBy(sort) }),
  };
}

function selectionOf(ids: readonly string[]): Selected {
  const [only] = ids;
  if (only === undefined) return NOTHING;
  return ids.length === 1 ? { ids, inspected: only } : { ids };
}

/** The answer to a question that was asked before; undefined where the inventory no longer has what it is about. */
async function askAgain({ inventory }: Workbench, saved: SavedTrace): Promise<Trace | undefined> {
  if (saved.type === 'lineage') {
    const { of, direction, way } = saved;
    const [node] = await inventory.nodes([of]);
    if (node === undefined) return undefined;
    const answer = await inventory.lineage(of, { direction, way, limit: LINEAGE_LIMIT });
    return { ...saved, title: node.title, answer };
  }
  const { question, at } = saved;
  if ((await inventory.missing([question.from, question.to])).length > 0) return undefined;
  const answer = await inventory.paths(question);
  return answer.paths.length === 0
    ? undefined
    : { type: 'paths', question, answer, at: at !== undefined && at < answer.paths.length ? at : undefined };
}
