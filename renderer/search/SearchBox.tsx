import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { SearchHit } from '../../shared/search/hit.ts';
import { showNode, showOnlyHits } from '../state/node-operations.ts';
import { SEARCH_INPUT_ID } from '../state/run-action.ts';
import { shortcutKeys } from '../state/shortcuts.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { showWhole } from '../state/view-changes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Keys } from '../ui/Keys.tsx';
import { announceHits, groupHits, moveOption } from './group-hits.ts';
import { HitList, optionId } from './HitList.tsx';
import './search.css';

const LIST_ID = 'search-hits';

/**
 * The search box: hits as one types, grouped by kind. A combobox with a list as in
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/; the focus stays in the text field.
 */
export function SearchBox(): React.JSX.Element {
  const workbench = useWorkbench();
  const { search, notices, view } = workbench;
  const { query, answered, hits, total, failure } = useShared('search', (state) => state);
  const picked = useShared('view', (state) => state.history.present.state.spec.only !== undefined);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const returnTo = useRef<HTMLElement | null>(null);
  const box = useRef<HTMLDivElement>(null);

  const groups = groupHits(hits);
  const options = groups.flatMap((group) => group.hits);
  const current = options[active];
  const searching = query.trim() !== '';
  const listed = open && searching;

  useEffect(() => {
    setActive(0);
    if (answered !== '' && failure === undefined) notices.getState().announce(announceHits(hits.length, total));
  }, [answered, failure, hits, total, notices]);

  function leave(): void {
    setOpen(false);
    returnTo.current?.focus();
  }

  function choose(hit: SearchHit): void {
    setOpen(false);
    workbench.run(async () => {
      await showNode(workbench, hit.id);
      workbench.graph.current?.focus(hit.id);
    });
  }

  function press(event: React.KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (listed) setOpen(false);
      else leave();
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      // An answer that is still under way belongs to other letters: Enter waits for the right one.
      if (listed && current !== undefined && answered === query) {
        if (event.shiftKey) onlyHits();
        else choose(current);
      }
      return;
    }
    const next = moveOption(active, options.length, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setOpen(true);
    setActive(next);
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  }

  function onlyHits(): void {
    setOpen(false);
    workbench.run(() => showOnlyHits(workbench, query));
  }

  return (
    <div
      className="search"
      role="search"
      ref={box}
      onBlur={(event) => {
        if (box.current?.contains(event.relatedTarget) !== true) setOpen(false);
      }}
    >
      <Search className="search__icon" size={16} aria-hidden />
      <input
        id={SEARCH_INPUT_ID}
        className="search__input"
        type="text"
        role="combobox"
        aria-label="Search resources"
        aria-expanded={listed}
        aria-controls={LIST_ID}
        aria-autocomplete="list"
        {...(listed && current !== undefined ? { 'aria-activedescendant': optionId(active) } : {})}
        placeholder="Search names, images, accounts, labels; or paste a full name"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onFocus={(event) => {
          if (event.relatedTarget instanceof HTMLElement) returnTo.current = event.relatedTarget;
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          search.getState().setQuery(event.target.value);
          setOpen(true);
        }}
        onKeyDown={press}
      />
      {searching ? (
        <IconButton
          small
          label="Clear search"
          icon={<X size={14} aria-hidden />}
          onPress={() => {
            search.getState().clear();
            document.getElementById(SEARCH_INPUT_ID)?.focus();
          }}
        />
      ) : (
        <Keys keys={shortcutKeys('Mod+K', workbench.mac)} />
      )}
      <div className="search__popup" hidden={!listed} aria-busy={answered !== query}>
        <HitList id={LIST_ID} groups={groups} active={active} onChoose={choose} onPoint={setActive} />
        {failure !== undefined && (
          <p className="search__message" role="alert">
            The search failed: {failure}
          </p>
        )}
        {failure === undefined && answered === query && total === 0 && (
          <p className="search__message">No resource of this inventory matches “{query}”.</p>
        )}
        <div className="search__foot">
          <span className="muted">{answered === '' ? 'Searching' : announceHits(hits.length, total)}</span>
          {picked && (
            <Button
              className="button button--small button--quiet"
              onPress={() => workbench.run(() => view.getState().change('Back to all', showWhole))}
            >
              Back to all
            </Button>
          )}
          <Button className="button button--small" isDisabled={total === 0} onPress={onlyHits}>
            Show only hits <Keys keys={shortcutKeys('Shift+Enter', workbench.mac)} />
          </Button>
        </div>
      </div>
    </div>
  );
}
