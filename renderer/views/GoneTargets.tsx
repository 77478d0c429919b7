import { useCallback } from 'react';
import { formatCount } from '../state/format.ts';
import { goneEntries, reviewedNodes } from '../state/review/gone-targets.ts';
import { recordOf } from '../state/review/review-store.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';

/** Entries that are listed; all are kept. */
const LISTED = 200;

/** What the review says of resources that the inventory does not have: nothing else shows it. */
export function GoneTargets(): React.JSX.Element | null {
  const { inventory } = useWorkbench();
  const record = useShared('review', recordOf);
  const answer = useAnswer(useCallback(() => inventory.missing(reviewedNodes(record)), [inventory, record]));
  if (answer.status === 'failed') return <p className="muted">{answer.message}</p>;
  if (answer.status === 'loading' || answer.value.length === 0) return null;
  const gone = goneEntries(record, new Set(answer.value));
  return (
    <section className="bookmarks" aria-label="About what is not in this inventory">
      <h3>About what is not in this inventory</h3>
      <p className="muted">
        {formatCount(gone.length, 'entry', 'entries')} of the review {gone.length === 1 ? 'names' : 'name'} resources
        that are not here. They are kept, for when these come back.
      </p>
      <ul>
        {gone.slice(0, LISTED).map(({ sort, title, text }, index) => (
          // Entries have no identity of their own here, and do not move.
          <li key={`${sort} ${title} ${String(index)}`}>
            <span className="chip">{sort}</span> <strong>{title}</strong> {text}
          </li>
        ))}
      </ul>
      {gone.length > LISTED && <p className="muted">and {(gone.length - LISTED).toLocaleString('en')} more</p>}
    </section>
  );
}
