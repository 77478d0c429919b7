import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { runAction } from '../actions/run-action.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';

/** A view that takes longer than this can be given up. */
const PATIENCE = 1000;

/** Says that the graph is being arranged, and offers to stop that, once it takes long. */
export function StopArranging(): React.JSX.Element | null {
  const pending = useShared('view', (state) => state.pending);
  return pending ? <Offer /> : null;
}

function Offer(): React.JSX.Element | null {
  const workbench = useWorkbench();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  return (
    <span className="chip chip--info" role="status">
      Arranging…
      <Button className="button button--small button--quiet" onPress={() => runAction(workbench, 'stop-arranging')}>
        Stop
      </Button>
    </span>
  );
}
