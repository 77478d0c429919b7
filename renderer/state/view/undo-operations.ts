import { redoName, undoName } from './history.ts';
import type { Workbench } from '../workbench.ts';

/** A change that can be taken back or made again, and whose it is. */
export interface NextChange {
  readonly of: 'view' | 'review';
  readonly name: string;
}

type Histories = Pick<Workbench, 'view' | 'review'>;

/** The newest change of view or review that can be taken back. */
export function nextUndo({ view, review }: Histories): NextChange | undefined {
  const shown = view.getState().history;
  const made = review.getState().history;
  const viewName = undoName(shown);
  const reviewName = undoName(made);
  if (reviewName === undefined) return viewName === undefined ? undefined : { of: 'view', name: viewName };
  if (viewName === undefined || (made.present.at ?? 0) > (shown.present.at ?? 0)) {
    return { of: 'review', name: reviewName };
  }
  return { of: 'view', name: viewName };
}

/** The change that was taken back last and can be made again. */
export function nextRedo({ view, review }: Histories): NextChange | undefined {
  const shown = view.getState().history;
  const made = review.getState().history;
  const viewName = redoName(shown);
  const reviewName = redoName(made);
  if (reviewName === undefined) return viewName === undefined ? undefined : { of: 'view', name: viewName };
  if (viewName === undefined || (made.future[0]?.at ?? 0) < (shown.future[0]?.at ?? 0)) {
    return { of: 'review', name: reviewName };
  }
  return { of: 'view', name: viewName };
}

/** Takes back the newest change, whether of the view or of the review. */
export async function undoNewest(workbench: Pick<Workbench, 'view' | 'review' | 'notices'>): Promise<void> {
  const { view, review, notices } = workbench;
  const next = nextUndo(workbench);
  if (next === undefined) return;
  if (next.of === 'review') review.getState().undo();
  else if (!(await view.getState().undo())) return;
  notices.getState().announce(`Undone: ${next.name}`);
}

/** Makes the change again that was taken back last. */
export async function redoNewest(workbench: Pick<Workbench, 'view' | 'review' | 'notices'>): Promise<void> {
  const { view, review, notices } = workbench;
  const next = nextRedo(workbench);
  if (next === undefined) return;
  if (next.of === 'review') review.getState().redo();
  else if (!(await view.getState().redo())) return;
  notices.getState().announce(`Done again: ${next.name}`);
}
