import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import { ALL_FINDINGS } from '../../shared/findings/filter-findings.ts';
import type { NodeId } from '../../shared/graph/graph.ts';
import { statusWord } from '../findings/finding-words.ts';
import { SeverityMark } from '../findings/SeverityMark.tsx';
import '../findings/findings.css';
import { recordOf } from '../state/review/review-store.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import type { Workbench } from '../state/workbench.ts';

/** Findings listed here; the pane has all. */
const LISTED = 20;

/** What the rules say of one resource, each leading to its card in the pane. */
export function FindingsSection({ id }: { readonly id: NodeId }): React.JSX.Element {
  const { inventory, findings, panes } = useWorkbench();
  const acceptances = useShared('review', (state) => recordOf(state).acceptances);
  const configuration = useShared('findings', (state) => state.configuration);
  const answer = useAnswer(
    useCallback(() => ask(inventory, id, acceptances, configuration), [inventory, id, acceptances, configuration]),
    id,
  );

  function open(query: string): void {
    findings.getState().show({ query }, 'rule');
    panes.getState().show('findings');
  }

  return (
    <section className="details__section" aria-label="Findings here" aria-busy={answer.status === 'loading'}>
      <h4>
        Findings{' '}
        {answer.status === 'ready' && <span className="count">{answer.value.length.toLocaleString('en')}</span>}
      </h4>
      {answer.status === 'failed' && <p role="alert">The findings could not be worked out: {answer.message}</p>}
      {answer.status === 'ready' && answer.value.length === 0 && (
        <p className="muted">No problem found by these rules.</p>
      )}
      {answer.status === 'ready' && answer.value.length > 0 && (
        <ul className="finding-lines">
          {answer.value.slice(0, LISTED).map(({ rule, fingerprint, severity, status, title }) => (
            <li key={`${rule} ${fingerprint}`} className={`finding-line finding-line--${status}`}>
              <SeverityMark severity={severity} />
              <Button className="button button--quiet button--small" onPress={() => open(id)}>
                {title}
              </Button>
              <span className="muted">{statusWord(status)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Most findings of one resource that are counted. */
const MOST = 500;

function ask(
  inventory: Workbench['inventory'],
  id: NodeId,
  ..._changed: readonly unknown[]
): ReturnType<Workbench['inventory']['findingsOf']> {
  return inventory.findingsOf(ALL_FINDINGS, 'resource', id, 0, MOST);
}
