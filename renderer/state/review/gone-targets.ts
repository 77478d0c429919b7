import type { NodeId } from '../../../shared/graph/graph.ts';
import { formatCount } from '../format.ts';
import { recordOf } from './review-store.ts';
import type { Workbench } from '../workbench.ts';
import { nodesOfTarget, type ReviewRecord, type ReviewTarget } from '../../../shared/review/review-record.ts';

/** An entry of a review about something that the inventory does not have. */
export interface GoneEntry {
  readonly sort: 'note' | 'mark' | 'acceptance';
  /** What it is about, as it was called then. */
  readonly title: string;
  readonly text: string;
}

/** The nodes at which notes, marks and acceptances lie, each once. */
export function reviewedNodes({ notes, marks, acceptances }: ReviewRecord): readonly NodeId[] {
  const targets = [...notes, ...marks].flatMap(({ target }) => nodesOfTarget(target));
  return [...new Set([...targets, ...acceptances.map(({ resource }) => resource)])];
}

/** What lies at nodes that are missing: kept, but seen nowhere else. */
export function goneEntries(
  { notes, marks, acceptances }: ReviewRecord,
  missing: ReadonlySet<NodeId>,
): readonly GoneEntry[] {
  const isGone = (nodes: readonly NodeId[]): boolean => nodes.some((id) => missing.has(id));
  return [
    ...notes
      .filter(({ target }) => isGone(nodesOfTarget(target)))
      .map(({ target, title, text }): GoneEntry => ({ sort: 'note', title: titleOf(target, title), text })),
    ...marks
      .filter(({ target }) => isGone(nodesOfTarget(target)))
      .map(({ target, title, mark }): GoneEntry => ({ sort: 'mark', title: titleOf(target, title), text: mark })),
    ...acceptances
      .filter(({ resource }) => isGone([resource]))
      .map(({ resource, title, rule, reason }): GoneEntry => ({
        sort: 'acceptance',
        title: title ?? resource,
        text: `${rule}: ${reason}`,
      })),
  ];
}

function titleOf(target: ReviewTarget, title: string | undefined): string {
  return title ?? nodesOfTarget(target).join(' → ');
}

/** Says that the review names resources that are not in the inventory, where it does; the dialog of bookmarks lists them. */
export async function tellGone({ inventory, review, notices }: Workbench): Promise<void> {
  const record = recordOf(review.getState());
  const nodes = reviewedNodes(record);
  if (nodes.length === 0) return;
  const gone = goneEntries(record, new Set(await inventory.missing(nodes)));
  if (gone.length === 0) return;
  const [first] = gone;
  notices.getState().notify({
    tone: 'info',
    title: `${formatCount(gone.length, 'entry', 'entries')} of the review ${gone.length === 1 ? 'is' : 'are'} about what is not here`,
    detail: `${first?.title ?? ''}${gone.length > 1 ? ' and others' : ''}. They are kept.`,
    action: 'bookmarks',
  });
}
