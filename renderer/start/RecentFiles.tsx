import { FileClock, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { valueOf } from '../api/client.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** Files opened before, newest first; one click opens them again. */
export function RecentFiles(): React.JSX.Element | null {
  const workbench = useWorkbench();
  const { main } = workbench;
  const recent = useShared('app', (state) => state.recent);
  if (recent === undefined || recent.length === 0) return null;
  return (
    <section aria-labelledby="start-recent">
      <div className="start__section-head">
        <h2 id="start-recent">Recent</h2>
        <Button
          className="button button--quiet button--small"
          aria-label="Clear recent files"
          onPress={() => workbench.run(() => valueOf(main.clearRecent()))}
        >
          Clear
        </Button>
      </div>
      <ul className="recent">
        {recent.map(({ id, title, location, openedTime }) => (
          <li key={id} className="recent__row">
            <Button className="recent__open" onPress={() => workbench.run(() => valueOf(main.openRecent({ id })))}>
              <FileClock size={16} aria-hidden />
              <span className="recent__text">
                <span className="truncate">{title}</span>
                <span className="truncate muted">{location}</span>
              </span>
              <time className="muted" dateTime={openedTime}>
                {new Date(openedTime).toLocaleDateString()}
              </time>
            </Button>
            <IconButton
              small
              label={`Remove ${title} from the list`}
              icon={<X size={14} aria-hidden />}
              onPress={() => workbench.run(() => valueOf(main.removeRecent({ id })))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
