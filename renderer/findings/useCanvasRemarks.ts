import { useCallback, useMemo } from 'react';
import { canvasRemarks, NO_REMARKS, type CanvasRemarks } from '../graph/card-remarks.ts';
import type { FindingBadges } from '../inventory/worker/protocol/findings-protocol.ts';
import type { LaidOutView } from '../inventory/worker/protocol/packed-view.ts';
import { recordOf } from '../state/review/review-store.ts';
import type { Session } from '../state/session-store.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import type { Workbench } from '../state/workbench.ts';

/**
 * Returns what rules and reviewers say of what is drawn. The rules are asked only after the first view is on the screen and the
 * rest of the inventory is looked through, and not at all while badges are switched off.
 */
export function useCanvasRemarks(
  open: Extract<Session, { phase: 'open' }>,
  laidOut: LaidOutView | undefined,
): CanvasRemarks {
  const { inventory, view } = useWorkbench();
  const configuration = useShared('findings', (state) => state.configuration);
  const isOn = useShared('findings', (state) => state.badges);
  const record = useShared('review', recordOf);
  const isReady = isOn && open.report !== undefined && laidOut !== undefined;
  const { acceptances } = record;
  const answer = useAnswer(
    useCallback(
      () => (isReady ? ask(inventory, view, laidOut, configuration, acceptances) : NONE),
      [inventory, view, isReady, laidOut, configuration, acceptances],
    ),
    'badges',
  );
  const badges = isOn && answer.status === 'ready' ? answer.value : undefined;
  return useMemo(
    () => (laidOut === undefined ? NO_REMARKS : canvasRemarks(laidOut.view, badges, record)),
    [laidOut, badges, record],
  );
}

const NONE = Promise.resolve(undefined);

/** The badges of the present view; by what else they are other ones is only named here. */
function ask(
  inventory: Workbench['inventory'],
  view: Workbench['view'],
  ..._changed: readonly unknown[]
): Promise<FindingBadges> {
  return inventory.findingBadges(view.getState().history.present.state.spec);
}
