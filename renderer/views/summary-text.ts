import type { ReviewRecord } from '../../shared/review/review-record.ts';
import { formatCount } from '../state/format.ts';

/** `3 bookmarks, 5 notes`; what there is none of is left out. */
export function summaryText({ views, queries, notes, marks, acceptances, tabs }: ReviewRecord): string {
  const counts = [
    [views.length, 'bookmark'],
    [notes.length, 'note'],
    [marks.length, 'mark'],
    [acceptances.length, 'accepted finding'],
    [queries.length, 'saved query', 'saved queries'],
    [tabs.length, 'view that was open', 'views that were open'],
  ] as const;
  return counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => formatCount(count, one, many))
    .join(', ');
}
