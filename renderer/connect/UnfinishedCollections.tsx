import { CloudOff } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { UnfinishedCollection } from '../../shared/ipc/collection.ts';
import { valueOf } from '../api/client.ts';
import { formatTime } from '../state/format.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useWorkbench } from '../state/use-workbench.ts';
import './connect.css';

/** Collections that were cut off, stopped or never saved: to go on with, to open as they are, or to discard. */
export function UnfinishedCollections(): React.JSX.Element | null {
  const { main } = useWorkbench();
  const [asked, setAsked] = useState(0);
  const answer = useAnswer(
    useCallback(async () => ({ asked, all: await valueOf(main.listUnfinished()) }), [main, asked]),
    'unfinished',
  );
  if (answer.status === 'failed') return <p role="alert">Kept collections could not be listed: {answer.message}</p>;
  if (answer.status === 'loading' || answer.value.all.length === 0) return null;
  return (
    <section aria-labelledby="start-unfinished">
      <div className="start__section-head">
        <h2 id="start-unfinished">Collections not saved</h2>
      </div>
      <ul className="recent">
        {answer.value.all.map((unfinished) => (
          <Row key={unfinished.id} unfinished={unfinished} onDiscarded={() => setAsked(asked + 1)} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  readonly unfinished: UnfinishedCollection;
  readonly onDiscarded: () => void;
}

function Row({ unfinished: { id, title, startedTime, bytes }, onDiscarded }: RowProps): React.JSX.Element {
  const { main, run, dialogs } = useWorkbench();
  return (
    <li className="recent__row unfinished">
      <CloudOff size={16} aria-hidden />
      <span className="recent__text">
        <span className="truncate">{title}</span>
        <span className="truncate muted">
          {formatTime(startedTime)?.utc ?? startedTime} · {(bytes / 1e6).toFixed(1)} MB, secrets masked
        </span>
      </span>
      <Button
        className="button button--small"
        aria-label={`Go on with ${title}`}
        onPress={() => dialogs.getState().open({ type: 'connect', resume: { id, title } })}
      >
        Go on
      </Button>
      <Button
        className="button button--small"
        aria-label={`Open ${title} as it is`}
        onPress={() => run(() => valueOf(main.openUnfinished({ id })))}
      >
        Open as it is
      </Button>
      <Button
        className="button button--small"
        aria-label={`Discard ${title}`}
        onPress={() =>
          run(async () => {
            await valueOf(main.discardUnfinished({ id }));
            onDiscarded();
          })
        }
      >
        Discard
      </Button>
    </li>
  );
}
