import { ShieldAlert } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { Button } from 'react-aria-components';
import type { HiddenRisks } from '../inventory/worker/protocol/canvas-protocol.ts';
import { keepCriticalInSight, showHiddenRisks } from '../state/view/arrange-operations.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { hiddenRiskSentence, hiddenRiskText } from './risk-words.ts';

/**
 * Says which resources with severe findings are folded or left out, and draws the worst of them: a few critical ones unasked. The inventory is judged only when
 * the first view is on the screen and everything about it was told.
 */
export function HiddenRisksButton(): React.JSX.Element | null {
  const isTold = useShared(
    'session',
    ({ session }) => session.phase === 'open' && session.report !== undefined && session.stream !== 'growing',
  );
  return isTold ? <Risks /> : null;
}

function Risks(): React.JSX.Element | null {
  const workbench = useWorkbench();
  const { inventory, view } = workbench;
  const laidOut = useShared('view', (state) => state.laidOut);
  const answer = useAnswer(
    useCallback(
      (): Promise<HiddenRisks | undefined> =>
        laidOut === undefined
          ? Promise.resolve(undefined)
          : inventory.hiddenRisks(view.getState().history.present.state.spec),
      [inventory, view, laidOut],
    ),
    'hidden risks',
  );
  const risks = answer.status === 'ready' ? answer.value : undefined;
  useEffect(() => {
    if (risks !== undefined) workbench.run(() => keepCriticalInSight(workbench, risks));
  }, [workbench, risks]);
  const text = risks && hiddenRiskText(risks);
  if (risks === undefined || text === undefined) return null;
  const sentence = hiddenRiskSentence(risks);
  return (
    <Button
      className="button button--small view-bar__risks"
      aria-label={sentence}
      onPress={() => workbench.run(() => showHiddenRisks(workbench))}
    >
      <ShieldAlert size={13} aria-hidden />
      <span className="truncate" title={sentence}>
        {text}
      </span>
    </Button>
  );
}
