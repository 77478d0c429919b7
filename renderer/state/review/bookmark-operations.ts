import type { NodeId } from '../../../shared/graph/graph.ts';
import { putView, removeView } from '../../../shared/review/change-review.ts';
import type { SavedTab, SavedView } from '../../../shared/review/review-record.ts';
import { formatCount } from '../format.ts';
import { recordOf } from './review-store.ts';
import { readySaved, stateInFront } from './saved-views.ts';
import { openTab } from '../tabs/tab-operations.ts';
import type { Workbench } from '../workbench.ts';

/** Keeps the view in front as a bookmark. */
export function saveView(workbench: Workbench, name: string, note: string): void {
  const { review, notices } = workbench;
  const { change, newId, sign } = review.getState();
  const view: SavedView = { id: newId(), name, ...noted(note), ...sign(), state: stateInFront(workbench) };
  change(`Bookmark “${name}”`, (record) => putView(record, view));
  notices.getState().notify({ tone: 'success', title: `Bookmark “${name}” saved` });
}

/** Gives a bookmark another name and note. */
export function changeView({ review }: Workbench, id: string, name: string, note: string): void {
  const { change, sign } = review.getState();
  const view = recordOf(review.getState()).views.find((each) => each.id === id);
  if (view === undefined) return;
  const { note: _before, ...rest } = view;
  change(`Change the bookmark “${name}”`, (record) => putView(record, { ...rest, name, ...noted(note), ...sign() }));
}

/** Makes a bookmark keep the view in front in place of its own. */
export function replaceView(workbench: Workbench, id: string): void {
  const { review, notices } = workbench;
  const { change, sign } = review.getState();
  const view = recordOf(review.getState()).views.find((each) => each.id === id);
  if (view === undefined) return;
  const state = stateInFront(workbench);
  change(`Replace the bookmark “${view.name}”`, (record) => putView(record, { ...view, ...sign(), state }));
  notices.getState().announce(`Bookmark ${view.name} keeps this view now`);
}

/** Deletes a bookmark; undoing brings it back. */
export function deleteView({ review, notices }: Workbench, { id, name }: SavedView): void {
  review.getState().change(`Delete the bookmark “${name}”`, (record) => removeView(record, id));
  notices.getState().announce(`Bookmark ${name} deleted`);
}

/** Shows a bookmark: as a step of the view in front, or in a view of its own. */
export async function openView(workbench: Workbench, saved: SavedView, where: 'here' | 'new-tab'): Promise<void> {
  const { view, selection, trace, tabs, notices } = workbench;
  const { content, lost } = await readySaved(workbench, saved.state);
  if (where === 'new-tab') {
    await openTab(workbench, content, saved.name);
  } else {
    tabs.setState({ wanted: content.viewport ?? 'whole' });
    if (!(await view.getState().open(`Open “${saved.name}”`, content.history.present.state))) return;
    selection.getState().select(content.trail.here.ids);
    if (content.trace === undefined) trace.getState().clear();
    else trace.getState().show(content.trace);
    notices.getState().announce(`Bookmark ${saved.name} is shown`);
  }
  tellLost(workbench, `The bookmark “${saved.name}”`, lost);
}

/** Opens the views that a snapshot, or the last time, had open, each in a tab of its own. */
export async function openOffered(workbench: Workbench, offered: readonly SavedTab[]): Promise<void> {
  const lost = new Set<NodeId>();
  for (const saved of offered) {
    const ready = await readySaved(workbench, saved.state);
    await openTab(workbench, ready.content, saved.name);
    for (const id of ready.lost) lost.add(id);
  }
  workbench.review.getState().amend((record) => ({ ...record, tabs: [] }));
  tellLost(workbench, offered.length === 1 ? 'The view' : 'The views', [...lost]);
}

function tellLost({ notices }: Workbench, what: string, lost: readonly NodeId[]): void {
  if (lost.length === 0) return;
  notices.getState().notify({
    tone: 'warning',
    title: `${what} named ${formatCount(lost.length, 'resource')} that this inventory does not have`,
    detail: `${lost.slice(0, 3).join(', ')}${lost.length > 3 ? ' …' : ''}`,
  });
}

function noted(note: string): { readonly note?: string } {
  return note.trim() === '' ? {} : { note: note.trim() };
}
