import { Button } from 'react-aria-components';
import { isEmptyReview } from '../../shared/review/review-record.ts';
import { runAction } from '../actions/run-action.ts';
import { openOffered } from '../state/review/bookmark-operations.ts';
import { formatCount } from '../state/format.ts';
import { recordOf } from '../state/review/review-store.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { summaryText } from './summary-text.ts';

/** What reviewers made of the inventory, in numbers, and the ways to it. Nothing where there is nothing. */
export function ReviewSummary(): React.JSX.Element | null {
  const workbench = useWorkbench();
  const record = useShared('review', recordOf);
  if (isEmptyReview(record)) return null;
  return (
    <section className="details__section">
      <h4>Review</h4>
      <p>{summaryText(record)}</p>
      {record.tabs.length > 0 && (
        <Button
          className="button button--small overview__button"
          onPress={() => workbench.run(() => openOffered(workbench, record.tabs))}
        >
          Open the {formatCount(record.tabs.length, 'view')} as they were
        </Button>
      )}
      <Button className="button button--small overview__button" onPress={() => runAction(workbench, 'bookmarks')}>
        Bookmarks and views…
      </Button>
    </section>
  );
}
