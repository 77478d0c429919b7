import { useCallback } from 'react';
import type { ShownCounts } from '../inventory/worker/protocol/canvas-protocol.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';

/** How much of each value the graph shows; undefined until the first view is on the screen with all that is told about it. */
export function useShownCounts(): ShownCounts | undefined {
  const { inventory, view } = useWorkbench();
  const laidOut = useShared('view', (state) => state.laidOut);
  const isTold = useShared('session', ({ session }) => session.phase === 'open' && session.report !== undefined);
  const answer = useAnswer(
    useCallback(
      (): Promise<ShownCounts | undefined> =>
        isTold && laidOut !== undefined
          ? inventory.shownCounts(view.getState().history.present.state.spec)
          : Promise.resolve(undefined),
      [inventory, view, laidOut, isTold],
    ),
    'shown counts',
  );
  return answer.status === 'ready' ? answer.value : undefined;
}
