import { TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { describeAuthProblem } from '../../shared/errors/describe-auth-problem.ts';
import type { CollectionStatus } from '../../shared/ipc/collection.ts';
import { valueOf } from '../api/client.ts';
import { CommandText } from '../controls/CommandText.tsx';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import './collection-bar.css';

/** A collection whose login has ended: what to do, and the way on. */
export function PausedCollection({ status }: { readonly status: CollectionStatus }): React.JSX.Element {
  const { main, run } = useWorkbench();
  const refusedAgain = useShared('collection', (state) => state.refusedAgain);
  const { title, message, advice, command } = describeAuthProblem(status.problem ?? { kind: 'expired' });
  return (
    <section className="collection collection--warning" role="alert">
      <div className="collection__row">
        <TriangleAlert size={16} aria-hidden />
        <p className="collection__text">
          <strong>{title}.</strong> {refusedAgain && 'It was tried again, and refused again. '}
          {message} {advice} What was read is kept.
        </p>
        {command !== undefined && <CommandText command={command} />}
        <div className="collection__buttons">
          <Button
            className="button button--small button--primary"
            onPress={() => run(() => valueOf(main.continueCollection()))}
          >
            Continue
          </Button>
          <Button className="button button--small" onPress={() => run(() => valueOf(main.stopCollection()))}>
            Stop and keep
          </Button>
        </div>
      </div>
    </section>
  );
}
