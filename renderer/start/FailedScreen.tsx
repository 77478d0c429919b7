import { CircleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { CommandText } from '../controls/CommandText.tsx';
import { CopyButton } from '../controls/CopyButton.tsx';
import { collectionFailure } from '../connect/collection-failure.ts';
import { problemPlace, reportText } from '../inventory/report-text.ts';
import { formatCount } from '../state/format.ts';
import { runAction } from '../actions/run-action.ts';
import type { OpeningFailure } from '../state/session-store.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import '../ui/controls.css';
import './start.css';

/** Most reasons listed; all of them are in the copied text. */
const LISTED = 200;

/** Said when what was opened gave no inventory: what went wrong, file by file, and the way on. */
export function FailedScreen({
  title,
  failure: found,
}: {
  readonly title: string;
  readonly failure: OpeningFailure;
}): React.JSX.Element {
  const workbench = useWorkbench();
  const collection = useShared('collection', (state) => state.status);
  const failure = (collection === undefined ? undefined : collectionFailure(collection)) ?? found;
  const problems = failure.report?.problems ?? [];
  const skipped = failure.report?.skipped ?? [];
  return (
    <main className="screen failed scrolls">
      <div className="failed__card">
        <header className="failed__head" role="alert">
          <CircleAlert size={28} aria-hidden />
          <div>
            <h1>{failure.title}</h1>
            <p className="truncate muted">{title}</p>
          </div>
        </header>
        <p>{failure.message}</p>
        <p className="muted">{failure.advice}</p>
        {failure.command !== undefined && <CommandText command={failure.command} />}
        {failure.report !== undefined && problems.length + skipped.length > 0 && (
          <section aria-labelledby="failed-reasons">
            <div className="start__section-head">
              <h2 id="failed-reasons">Reasons</h2>
              <CopyButton text={reportText(failure.report)} label="Copy reasons" />
            </div>
            <ul className="reasons">
              {problems.slice(0, LISTED).map((problem, index) => (
                <li key={index}>
                  <code>{problemPlace(problem)}</code>
                  <span>{problem.reason}</span>
                </li>
              ))}
              {skipped.slice(0, LISTED).map(({ file, type, count }) => (
                <li key={`${file} ${type}`}>
                  <code>{file}</code>
                  <span>
                    {formatCount(count, 'record')} of type {type} skipped: this app does not know the type.
                  </span>
                </li>
              ))}
            </ul>
            {problems.length > LISTED && (
              <p className="muted">and {formatCount(problems.length - LISTED, 'more', 'more')}</p>
            )}
          </section>
        )}
        <div className="failed__buttons">
          {collection === undefined ? (
            <Button className="button button--primary" onPress={() => runAction(workbench, 'open-files')}>
              Open other files…
            </Button>
          ) : (
            <Button className="button button--primary" onPress={() => runAction(workbench, 'connect')}>
              Connect again…
            </Button>
          )}
          <Button className="button" onPress={() => runAction(workbench, 'close-inventory')}>
            Back to the start screen
          </Button>
        </div>
      </div>
    </main>
  );
}
