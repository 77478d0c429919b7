import { CircleCheck, CircleX, LoaderCircle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { AppErrorDescription } from '../../shared/errors/error-description.ts';
import { CommandText } from '../controls/CommandText.tsx';
import { describeAuthProblem } from '../../shared/errors/describe-auth-problem.ts';
import type { ConnectionTest } from '../../shared/ipc/collection.ts';
import { formatCount } from '../state/format.ts';

/** How far the test of a connection is. */
export type TestState =
  | { readonly status: 'none' | 'running' }
  /** `projects` are those of the form, of which the first was tested. */
  | { readonly status: 'done'; readonly result: ConnectionTest; readonly projects: readonly string[] }
  | { readonly status: 'failed'; readonly failure: AppErrorDescription };

/** What a test of the connection found, API by API. */
export function ConnectionTestResult({ test }: { readonly test: TestState }): React.JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const { status } = test;
  useEffect(() => {
    if (status !== 'none') place.current?.scrollIntoView({ block: 'nearest' });
  }, [status]);
  return (
    <div ref={place} className="connect__test" role="status">
      {test.status === 'running' && (
        <p className="connect__running">
          <LoaderCircle size={16} aria-hidden /> Testing the connection…
        </p>
      )}
      {test.status === 'failed' && (
        <div className="check-row">
          <CircleX size={16} aria-hidden className="check-row__bad" />
          <div className="check-row__text">
            <p>
              <strong>{test.failure.title}.</strong> {test.failure.message}{' '}
              <span className="muted">{test.failure.advice}</span>
            </p>
            {test.failure.command !== undefined && <CommandText command={test.failure.command} />}
          </div>
        </div>
      )}
      {test.status === 'done' && <Checks result={test.result} projects={test.projects} />}
    </div>
  );
}

interface ChecksProps {
  readonly result: ConnectionTest;
  readonly projects: readonly string[];
}

function Checks({ result: { source, checks }, projects }: ChecksProps): React.JSX.Element {
  const problem = source.problem === undefined ? undefined : describeAuthProblem(source.problem);
  const failed = checks.filter(({ ok }) => !ok).length;
  return (
    <>
      <p>
        <strong>
          {problem !== undefined
            ? problem.title
            : failed === 0
              ? 'The connection works.'
              : `Connected; ${failed} of ${formatCount(checks.length, 'check')} failed.`}
        </strong>{' '}
        <span className="muted">
          {source.title}
          {source.principal === undefined ? '' : ` as ${source.principal}`}
          {testedIn(projects)}
        </span>
      </p>
      <ul>
        {checks.map(({ what, ok, message }) => (
          <li key={what} className="check-row">
            {ok ? (
              <CircleCheck size={16} aria-label="Works" className="check-row__good" />
            ) : (
              <CircleX size={16} aria-label="Does not work" className="check-row__bad" />
            )}
            <span>
              {what} <span className="muted">{message}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where the APIs were tested: the first project stands for all, which would take a while. */
function testedIn([first, ...others]: readonly string[]): string {
  if (first === undefined) return '; name a project to test its APIs';
  if (others.length === 0) return `, in ${first}`;
  return `, in ${first}; ${others.length === 1 ? `${others.join('')} was` : `the other ${others.length} projects were`} not tested`;
}
