import { Button } from 'react-aria-components';
import { runAction } from '../actions/run-action.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { HitsSwitch } from './HitsSwitch.tsx';
import { announceHits } from './group-hits.ts';

/** How many resources are found, and what can be done with the query. */
export function SearchFoot({ onChosen }: { readonly onChosen: () => void }): React.JSX.Element {
  const workbench = useWorkbench();
  const { query, answered, hits, total, undecided } = useShared('search', (state) => state);
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
      <Button
        className="button button--small button--quiet"
        isDisabled={!searching}
        onPress={() => runAction(workbench, 'copy-query-link')}
      >
        Copy link
      </Button>
      <HitsSwitch isDisabled={!searching || total === 0} onChosen={onChosen} />
    </div>
  );
}
