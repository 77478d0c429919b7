import { EMPTY_REVIEW } from '../../../shared/review/review-record.ts';
import type { ReviewedPart } from '../../inventory/worker/protocol/findings-protocol.ts';
import { recordOf } from '../review/review-store.ts';
import type { Workbench } from '../workbench.ts';

/**
 * Tells the worker by what it judges: what reviewers accept, each time that changes, and with the function that is returned the
 * configuration, which a worker has to hear before it opens an inventory.
 */
export function tellStandards(
  {
    inventory,
    findings,
    review,
    search,
    notices,
  }: Pick<Workbench, 'inventory' | 'findings' | 'review' | 'search' | 'notices'>,
  report: (error: unknown) => void,
): () => void {
  let told: ReviewedPart = EMPTY_REVIEW;
  review.subscribe((state) => {
    const { notes, marks, acceptances, findingsBefore } = recordOf(state);
    const isSame =
      notes === told.notes &&
      marks === told.marks &&
      acceptances === told.acceptances &&
      findingsBefore === told.findingsBefore;
    if (isSame) return;
    told = { notes, marks, acceptances, ...(findingsBefore === undefined ? {} : { findingsBefore }) };
    inventory.reviewFindings(told).catch(report);
    // A query may ask for marks, notes and findings.
    search.getState().askAgain();
  });
  findings.subscribe(({ configuration }, before) => {
    if (configuration !== before.configuration) search.getState().askAgain();
  });
  return () => {
    const { configuration, setConfiguration } = findings.getState();
    if (configuration === undefined) return;
    inventory.configureFindings(configuration.text).then((reading) => {
      if (reading.ok) return;
      setConfiguration(undefined);
      const detail = `${configuration.file} does not fit this version any more. Choose it again to see why.`;
      notices.getState().notify({ tone: 'warning', title: 'Findings are judged by the defaults', detail });
    }, report);
  };
}
