import { Button } from 'react-aria-components';
import { runAction } from '../actions/run-action.ts';
import { shortcutKeys } from '../actions/shortcuts.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { showWhole } from '../state/view-changes.ts';
import { Keys } from '../ui/Keys.tsx';
import { announceHits } from './group-hits.ts';

/** How many resources are found, and what can be done with the query. */
export function SearchFoot({ onShowOnly }: { readonly onShowOnly: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const { query, answered, hits, total, undecided } = useShared('search', (state) => state);
  const picked = useShared('view', (state) => state.history.present.state.spec.only !== undefined);
  const searching = query.trim() !== '';
  return (
    <div className="search__foot">
      <span className="muted">
        {searching && (answered === '' ? 'Searching' : announceHits(hits.length, total))}
        {searching && undecided > 0 && (
          <span title="The documents that would tell were not collected: these may match or not.">
            {' '}
            · {undecided.toLocaleString('en')} undecided
          </span>
        )}
      </span>
      {picked && (
        <Button
          className="button button--small button--quiet"
          onPress={() => workbench.run(() => workbench.view.getState().change('Back to all', showWhole))}
        >
          Back to all
        </Button>
      )}
      <Button className="button button--small button--quiet" onPress={() => runAction(workbench, 'search-help')}>
        Syntax
      </Button>
      <Button className="button button--small button--quiet" onPress={() => runAction(workbench, 'questions')}>
        Questions
      </Button>
      <Button
        className="button button--small button--quiet"
        isDisabled={!searching}
        onPress={() => runAction(workbench, 'save-query')}
      >
        Save
      </Button>
      <Button className="button button--small" isDisabled={!searching || total === 0} onPress={onShowOnly}>
        Show only hits <Keys keys={shortcutKeys('Shift+Enter', workbench.mac)} />
      </Button>
    </div>
  );
}
