import { History } from 'lucide-react';
import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import { valueOf } from '../api/client.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useWorkbench } from '../state/use-workbench.ts';

/** What was open when the app ended without being closed; one click goes on with it. */
export function InterruptedInventories(): React.JSX.Element | null {
  const workbench = useWorkbench();
  const { main } = workbench;
  const answer = useAnswer(useCallback(() => valueOf(main.listInterrupted()), [main]));
  // A list that cannot be read is no reason to keep anyone from opening files.
  if (answer.status !== 'ready' || answer.value.length === 0) return null;
  return (
    <section aria-labelledby="start-interrupted">
      <div className="start__section-head">
        <h2 id="start-interrupted">Go on where you were</h2>
      </div>
      <p className="muted">The app ended unexpectedly. Your views, notes and marks were kept.</p>
      <ul className="recent">
        {answer.value.map(({ id, title, location }) => (
          <li key={id} className="recent__row">
            <Button
              className="recent__open"
              aria-label={`Go on with ${title}`}
              onPress={() => workbench.run(() => valueOf(main.goOn({ id })))}
            >
              <History size={16} aria-hidden />
              <span className="recent__text">
                <span className="truncate">{title}</span>
                <span className="truncate muted">{location}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
