import { Button, Label, ProgressBar } from 'react-aria-components';
import { PausedCollection } from '../connect/PausedCollection.tsx';
import type { Session } from '../state/session-store.ts';
import { stopCollection } from '../state/collection/collection-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { describeCollecting, describeProgress } from './describe-progress.ts';
import { LineageMark } from './LineageMark.tsx';
import '../ui/controls.css';
import './start.css';

/** Progress of opening, with a way out that keeps what was read. */
export function OpeningScreen({
  opening,
}: {
  readonly opening: Extract<Session, { phase: 'opening' }>;
}): React.JSX.Element {
  const workbench = useWorkbench();
  const collection = useShared('collection', (state) => state.status);
  const { phase, detail, percent } =
    collection === undefined ? describeProgress(opening.progress) : describeCollecting(collection);
  return (
    <main className="screen opening">
      <div className="opening__card">
        <LineageMark size={40} />
        <h1 className="truncate">
          {collection === undefined ? 'Opening' : 'Collecting'} {opening.title}
        </h1>
        {collection?.phase === 'paused' ? (
          <PausedCollection status={collection} />
        ) : (
          <>
            <ProgressBar
              className="progress"
              {...(percent === undefined ? { isIndeterminate: true } : { value: percent })}
            >
              <Label>{opening.cancelling ? 'Stopping; what was read is kept' : phase}</Label>
              <div className="progress__track">
                <div className="progress__bar" style={{ width: percent === undefined ? '30%' : `${percent}%` }} />
              </div>
            </ProgressBar>
            <p className="muted opening__detail">{detail}</p>
            <Button
              className="button"
              isDisabled={opening.cancelling}
              onPress={() => {
                if (collection === undefined) workbench.session.getState().cancel();
                else workbench.run(() => stopCollection(workbench));
              }}
            >
              Cancel and keep what was read
            </Button>
          </>
        )}
      </div>
    </main>
  );
}
