import { CircleAlert, LoaderCircle } from 'lucide-react';
import { useState } from 'react';
import { Button, Label, ProgressBar } from 'react-aria-components';
import { describeAuthProblem } from '../../shared/errors/describe-auth-problem.ts';
import { hasEnded, shareDone, type CollectionStatus } from '../../shared/ipc/collection.ts';
import { CommandText } from '../controls/CommandText.tsx';
import { formatCount } from '../state/format.ts';
import { runAction } from '../actions/run-action.ts';
import { stopCollection } from '../state/collection/collection-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { PausedCollection } from './PausedCollection.tsx';
import { PlacesTable } from './PlacesTable.tsx';
import { doingOf, endingOf, remainingText } from './progress.ts';
import './connect.css';
import './collection-bar.css';

/** How far the collection of this window is, above the graph: progress with a way to stop, or what to do when it cannot go on. */
export function CollectionBar(): React.JSX.Element | null {
  const status = useShared('collection', (state) => state.status);
  const dismissed = useShared('collection', (state) => state.dismissed);
  const isShown = useShared('session', ({ session }) => session.phase !== 'open' || session.stream !== 'growing');
  if (status === undefined || dismissed) return null;
  if (status.phase === 'paused') return <PausedCollection status={status} />;
  // The process that reads is done before the window has drawn all it read.
  if (!isShown && READ.has(status.phase)) return <Running status={status} />;
  if (status.phase === 'complete') return null;
  if (hasEnded(status)) return <Ended status={status} />;
  return <Running status={status} />;
}

/** Endings after which all that was read still comes to the window. */
const READ: ReadonlySet<CollectionStatus['phase']> = new Set(['complete', 'partial', 'cancelled']);

function Running({ status }: { readonly status: CollectionStatus }): React.JSX.Element {
  const workbench = useWorkbench();
  const [details, setDetails] = useState(false);
  const [stopping, setStopping] = useState(false);
  const isRead = hasEnded(status);
  const share = isRead ? undefined : shareDone(status);
  const left = remainingText(status);
  return (
    <section className="collection" aria-label="Collection">
      <div className="collection__row">
        <ProgressBar
          className="progress collection__progress"
          {...(share === undefined ? { isIndeterminate: true } : { value: share * 100 })}
        >
          <Label>
            <LoaderCircle size={14} aria-hidden />{' '}
            {stopping && !isRead ? 'Stopping; what was read is kept' : doingOf(status)}
          </Label>
          <div className="progress__track">
            <div className="progress__bar" style={{ width: share === undefined ? '30%' : `${share * 100}%` }} />
          </div>
        </ProgressBar>
        <span className="muted collection__numbers">
          {formatCount(status.documents, 'document')}
          {status.rate >= 1 && ` · ${Math.round(status.rate).toLocaleString('en')} a second`}
          {left !== undefined && ` · ${left}`}
        </span>
        <Button className="button button--small" aria-expanded={details} onPress={() => setDetails(!details)}>
          {details ? 'Hide places' : 'Show places'}
        </Button>
        <Button
          className="button button--small"
          isDisabled={stopping || isRead}
          onPress={() => {
            setStopping(true);
            workbench.run(() => stopCollection(workbench));
          }}
        >
          Stop and keep
        </Button>
      </div>
      <Notices status={status} />
      {details && <PlacesTable places={status.places} />}
    </section>
  );
}

function Ended({ status }: { readonly status: CollectionStatus }): React.JSX.Element | null {
  const workbench = useWorkbench();
  const { phase, problem, failure } = status;
  const ending = endingOf(status);
  if (ending === undefined) return null;
  const { title, text } = ending;
  const described = problem === undefined ? undefined : describeAuthProblem(problem);
  const said = described === undefined ? (failure ?? text) : `${described.message} ${described.advice}`;
  return (
    <section className="collection collection--warning" role="status">
      <div className="collection__row">
        <CircleAlert size={16} aria-hidden />
        <p className="collection__text">
          <strong>{title}.</strong> {said}
        </p>
        {described?.command !== undefined && <CommandText command={described.command} />}
        <div className="collection__buttons">
          {phase === 'partial' && (
            <Button className="button button--small" onPress={() => workbench.panes.getState().showReport('coverage')}>
              Show what is missing
            </Button>
          )}
          <Button
            className="button button--small button--primary"
            onPress={() => runAction(workbench, 'retry-collection')}
          >
            {phase === 'partial' ? 'Read again what failed' : 'Go on'}
          </Button>
          <Button className="button button--small" onPress={() => workbench.collection.getState().dismiss()}>
            Dismiss
          </Button>
        </div>
      </div>
      <Notices status={status} />
    </section>
  );
}

function Notices({ status }: { readonly status: CollectionStatus }): React.JSX.Element | null {
  if (status.notices.length === 0) return null;
  return (
    <ul className="collection__notices muted">
      {status.notices.map((notice) => (
        <li key={notice}>{notice}</li>
      ))}
    </ul>
  );
}
