import { Cloud } from 'lucide-react';
import { Button } from 'react-aria-components';
import { hasEnded } from '../../shared/ipc/collection.ts';
import { findLive } from '../state/collection/collection-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { Chip } from '../ui/Chip.tsx';

/** Offers to look for the text in Google Cloud itself; only where the inventory was collected there. */
export function LiveSearchRow({ onStart }: { readonly onStart: () => void }): React.JSX.Element | null {
  const workbench = useWorkbench();
  const query = useShared('search', (state) => state.query.trim());
  const isLive = useShared('session', ({ session }) => session.phase === 'open' && session.source === 'live');
  const isReading = useShared('collection', ({ status }) => status === undefined || !hasEnded(status));
  if (!isLive || query === '') return null;
  return (
    <div className="search__live">
      <Button
        className="button button--small"
        isDisabled={isReading}
        onPress={() => {
          onStart();
          workbench.run(() => findLive(workbench, query));
        }}
      >
        <Cloud size={14} aria-hidden />
        <span className="truncate">Search Google Cloud for “{query}”</span>
      </Button>
      <Chip tone="info">live</Chip>
      {isReading && <span className="muted">once collecting has ended</span>}
    </div>
  );
}
