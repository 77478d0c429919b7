import { Check, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { formatCount } from '../state/format.ts';
import { NO_PICKS } from '../state/findings/pick-findings.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';

/** What can be done with the findings that were chosen one by one; nothing as long as none is. */
export function PickedFindings(): React.JSX.Element | null {
  const { dialogs } = useWorkbench();
  const picks = useShared('findings', (state) => state.picks);
  const setPicks = useShared('findings', (state) => state.setPicks);
  const findings = [...picks.findings.values()];
  if (findings.length === 0) return null;
  const title = findings.length === 1 ? (findings[0]?.title ?? '') : 'Chosen one by one';
  return (
    <div className="findings-picked" role="group" aria-label="Chosen findings">
      <span role="status">
        <strong>{formatCount(findings.length, 'finding')}</strong> chosen
      </span>
      <Button
        className="button button--small"
        onPress={() => dialogs.getState().open({ type: 'accept-findings', findings, title })}
      >
        <Check size={14} aria-hidden /> Accept the chosen…
      </Button>
      <Button className="button button--small button--quiet" onPress={() => setPicks(NO_PICKS)}>
        <X size={14} aria-hidden /> Choose none
      </Button>
    </div>
  );
}
