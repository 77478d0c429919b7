import { useCallback } from 'react';
import type { FindingFilter } from '../../shared/findings/filter-findings.ts';
import type { FindingsOverview } from '../inventory/worker/protocol/findings-protocol.ts';
import type { Workbench } from '../state/workbench.ts';
import { recordOf } from '../state/review/review-store.ts';
import { useAnswer, type Answer } from '../state/useAnswer.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';

/**
 * Returns what the rules say of the inventory, asked again when it grew (`revision`), when the filter, the configuration or what
 * is accepted is another one. The answer before stays until then.
 */
export function useFindings(revision: object, filter: FindingFilter): Answer<FindingsOverview> {
  const { inventory } = useWorkbench();
  const configuration = useShared('findings', (state) => state.configuration);
  const acceptances = useShared('review', (state) => recordOf(state).acceptances);
  const before = useShared('review', (state) => recordOf(state).findingsBefore);
  const notes = useShared('review', (state) => recordOf(state).notes);
  const marks = useShared('review', (state) => recordOf(state).marks);
  // A query may ask for them; what it finds is then another.
  const remarks = filter.query === '' ? undefined : notes;
  const marked = filter.query === '' ? undefined : marks;
  return useAnswer(
    useCallback(
      () => ask(inventory, filter, revision, configuration, acceptances, before, remarks, marked),
      [inventory, filter, revision, configuration, acceptances, before, remarks, marked],
    ),
    'findings',
  );
}

/** By what the answer is another one is only named here: the worker knows it. */
function ask(
  inventory: Workbench['inventory'],
  filter: FindingFilter,
  ..._changed: readonly unknown[]
): Promise<FindingsOverview> {
  return inventory.findings(filter);
}
