import { isEmptyReview, type ReviewRecord, type SavedTab } from '../../../shared/review/review-record.ts';
import type { KeptTab } from '../../../shared/review/kept-review.ts';
import type { OpenedReview } from '../../../shared/review/open-review.ts';
import { valueOf } from '../../api/client.ts';
import { describeError } from '../../errors/describe-error.ts';
import type { Autosave } from './autosave.ts';
import { formatCount } from '../format.ts';
import { tellGone } from './gone-targets.ts';
import { listIfLarge } from '../view/list-first.ts';
import { readyKept } from './saved-views.ts';
import type { InventorySource } from '../session-store.ts';
import { ONE_TAB, type Tab, type TabContent } from '../tabs/tab-store.ts';
import type { Workbench } from '../workbench.ts';

/**
 * Shows the first view of an inventory that was just read: the views as they were left the last time, or the first view of all.
 * Of a collection, which is not all there yet, the views are offered, not shown.
 */
export async function startInventory(workbench: Workbench, autosave: Autosave, source: InventorySource): Promise<void> {
  const { main, inventory, view, review, tabs, notices } = workbench;
  tabs.setState(ONE_TAB, true);
  const loaded = await valueOf(main.loadReview()).catch((error: unknown) => {
    const { title, message, advice } = describeError(error);
    notices.getState().notify({ tone: 'error', title, detail: `${message} ${advice}` });
    return undefined;
  });
  const opened = await inventory.review(loaded?.text);
  const kept = opened.kept?.tabs ?? [];
  const isResumed = source !== 'live' && kept.length > 0;
  review.getState().start(isResumed ? opened.record : withOffered(opened.record, kept));
  if (isResumed) await resumeTabs(workbench, kept);
  else {
    await view.getState().start();
    listIfLarge(workbench);
  }
  if (source !== 'live') await tellGone(workbench);
  if (loaded === undefined) return;
  await tellProblems(workbench, loaded.key, opened);
  if (loaded.elsewhere) {
    notices.getState().notify({
      tone: 'warning',
      title: 'This inventory is open in another window',
      detail: 'Notes and views are kept there. What you do here is in a snapshot only if you save one.',
    });
    return;
  }
  autosave.begin(loaded.key, opened.base, loaded.text !== undefined);
  if (isResumed) tellResumed(workbench, opened, kept.length);
}

/** Puts the views back; the one that was in front is shown. */
async function resumeTabs(workbench: Workbench, kept: readonly KeptTab[]): Promise<void> {
  const { tabs, selection, trace, search, table, notices } = workbench;
  const ready = await Promise.all(kept.map(async (tab) => ({ tab, ...(await readyKept(workbench, tab)) })));
  const front = ready.find(({ tab }) => tab.active) ?? ready[0];
  if (front === undefined) return;
  const { content } = front;
  const all = ready.map((each): Tab => {
    const { id, name } = each.tab;
    return each === front ? { id, name } : { id, name, content: each.content };
  });
  tabs.setState({ tabs: all, active: front.tab.id, closed: [], wanted: content.viewport }, true);
  selection.getState().adopt(content.trail);
  if (content.trace !== undefined) trace.getState().show(content.trace);
  if (content.query !== undefined) search.getState().setQuery(content.query);
  table.getState().adopt(content.listing);
  await showOrStart(workbench, content);
  const lost = new Set(ready.flatMap((each) => each.lost));
  if (lost.size > 0) {
    notices.getState().notify({
      tone: 'warning',
      title: `${formatCount(lost.size, 'resource')} of the views ${lost.size === 1 ? 'is' : 'are'} not in this inventory any more`,
      detail: `${[...lost].slice(0, 3).join(', ')}${lost.size > 3 ? ' …' : ''}`,
    });
  }
}

/** A view that cannot be made any more must not keep the inventory from opening. */
async function showOrStart({ view }: Workbench, { history }: TabContent): Promise<void> {
  try {
    await view.getState().adopt(history);
  } catch {
    await view.getState().start();
  }
}

function withOffered(record: ReviewRecord, kept: readonly KeptTab[]): ReviewRecord {
  if (kept.length === 0) return record;
  const offered = kept.flatMap(({ steps, present, id, name, active, ...surroundings }): SavedTab[] => {
    const step = steps[present];
    if (step === undefined) return [];
    const { spec, positions } = step;
    return [{ id, name, ...(active === undefined ? {} : { active }), state: { ...surroundings, spec, positions } }];
  });
  return { ...record, tabs: offered };
}

async function tellProblems(
  { main, notices }: Workbench,
  key: string,
  { problems }: Pick<OpenedReview, 'problems'>,
): Promise<void> {
  if (problems.length === 0) return;
  await valueOf(main.setReviewAside({ key }));
  notices.getState().notify({
    tone: 'warning',
    title: 'Not all of your work on this inventory could be read',
    detail: `${problems.slice(0, 3).join(' ')} The file was put aside.`,
  });
}

function tellResumed({ notices, tabs, view }: Workbench, { record, kept }: OpenedReview, count: number): void {
  const { past } = view.getState().history;
  if (past.length === 0 && count === 1 && isEmptyReview(record)) return;
  const parts = [
    formatCount(tabs.getState().tabs.length, 'view'),
    ...(record.views.length === 0 ? [] : [formatCount(record.views.length, 'bookmark')]),
    ...(record.notes.length === 0 ? [] : [formatCount(record.notes.length, 'note')]),
  ];
  const when = kept === undefined ? '' : ` of ${new Date(kept.savedTime).toLocaleString('en')}`;
  notices.getState().notify({
    tone: 'info',
    title: 'You go on where you left off',
    detail: `${parts.join(', ')}${when}.`,
    action: 'first-view',
  });
}
