import { Search, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { SearchHit } from '../../shared/search/hit.ts';
import type { Completion } from '../../shared/search/query/complete.ts';
import { showNode } from '../state/view/node-operations.ts';
import { showHitsAlone } from '../state/search/query-operations.ts';
import { SEARCH_INPUT_ID } from '../state/search/search-store.ts';
import { shortcutKeys } from '../ui/shortcuts.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Keys } from '../ui/Keys.tsx';
import { announceHits, groupHits, moveOption } from './group-hits.ts';
import { HitList, optionId } from './HitList.tsx';
import { LiveSearchRow } from './LiveSearchRow.tsx';
import { MatchSteps } from './MatchSteps.tsx';
import { MistakeMarks } from './MistakeMarks.tsx';
import { completed, firstActive, suggestionsOf } from './search-options.ts';
import { SearchFoot } from './SearchFoot.tsx';
import { SearchProblems } from './SearchProblems.tsx';
import './search.css';

const LIST_ID = 'search-hits';
const PROBLEMS_ID = 'search-problems';

/**
 * The search box: words, names and queries; suggestions and hits as one types, mistakes underlined. A combobox with a list as in
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/; the focus stays in the text field.
 */
export function SearchBox(): React.JSX.Element {
  const workbench = useWorkbench();
  const { search, notices } = workbench;
  const { query, answered, hits, total, problems, failure, completions } = useShared('search', (state) => state);
  const [open, setOpen] = useState(false);
  /** Where the arrow keys went, for the query they went in. */
  const [moved, setMoved] = useState<{ readonly query: string; readonly to: number }>();
  const returnTo = useRef<HTMLElement | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const cursor = useRef<number>(undefined);
  const awaited = useRef<string>(undefined);

  const groups = groupHits(hits);
  const suggestions = suggestionsOf(query, completions, hits.length);
  const found = groups.flatMap((group) => group.hits);
  const count = suggestions.length + found.length;
  const searching = query.trim() !== '';
  const isAnswered = answered === query;
  const listed = open && (searching || suggestions.length > 0);
  const mistakes = isAnswered ? problems : [];
  const first = firstActive(suggestions.length, found.length, mistakes.length);
  const active = Math.min(moved?.query === query ? moved.to : first, Math.max(0, count - 1));

  useEffect(() => {
    if (answered !== '' && failure === undefined) notices.getState().announce(announceHits(hits.length, total));
  }, [answered, failure, hits, total, notices]);
  useLayoutEffect(() => {
    if (cursor.current === undefined) return;
    input.current?.setSelectionRange(cursor.current, cursor.current);
    cursor.current = undefined;
  });

  function edit(next: string, at: number): void {
    search.getState().setQuery(next);
    search.getState().setCursor(at);
    setOpen(true);
  }

  function leave(): void {
    setOpen(false);
    returnTo.current?.focus();
  }

  function complete(completion: Completion): void {
    const next = completed(query, completions, completion);
    cursor.current = next.cursor;
    edit(next.query, next.cursor);
  }

  function choose(hit: SearchHit): void {
    setOpen(false);
    workbench.run(async () => {
      await showNode(workbench, hit.id);
      workbench.graph.current?.focus(hit.id);
    });
  }

  function chooseActive(): void {
    const suggestion = suggestions[active];
    const hit = found[active - suggestions.length];
    if (suggestion !== undefined) complete(suggestion);
    else if (!isAnswered) awaited.current = query;
    else if (hit !== undefined) choose(hit);
  }

  // An answer that is under way when Enter is pressed belongs to other letters: Enter waits for the right one.
  useEffect(() => {
    if (awaited.current === undefined || (awaited.current === query && answered !== query)) return;
    const wanted = awaited.current;
    awaited.current = undefined;
    const [best] = groupHits(hits).flatMap((group) => group.hits);
    if (wanted === answered && best !== undefined) choose(best);
    // Only what is asked and answered counts, not what `choose` closes over.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [query, answered, hits]);

  function press(event: React.KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault();
      if (listed) setOpen(false);
      else leave();
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      // What is not answered yet may find something: it is asked then.
      if (event.shiftKey && searching && (!isAnswered || total > 0)) onlyHits();
      else if (listed && !event.shiftKey) chooseActive();
      return;
    }
    const next = moveOption(active, count, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setOpen(true);
    setMoved({ query, to: next });
    document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
  }

  function onlyHits(): void {
    setOpen(false);
    workbench.run(() => showHitsAlone(workbench, query));
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
      <div className="search__field">
        <MistakeMarks query={query} problems={mistakes} layer={marks} />
        <input
          id={SEARCH_INPUT_ID}
          className="search__input"
          type="text"
          role="combobox"
          aria-label="Search resources"
          aria-expanded={listed}
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          {...(mistakes.length > 0 ? { 'aria-invalid': true, 'aria-describedby': PROBLEMS_ID } : {})}
          {...(listed && count > 0 ? { 'aria-activedescendant': optionId(active) } : {})}
          placeholder="Words, a full name, or a query: kind:job state:failed -has:cmek"
          autoComplete="off"
          spellCheck={false}
          ref={input}
          value={query}
          onFocus={(event) => {
            if (event.relatedTarget instanceof HTMLElement) returnTo.current = event.relatedTarget;
            search.getState().setCursor(event.target.selectionStart ?? query.length);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onChange={(event) => edit(event.target.value, event.target.selectionStart ?? event.target.value.length)}
          onSelect={(event) => {
            const at = event.currentTarget.selectionStart;
            if (open && at !== null && at === event.currentTarget.selectionEnd) search.getState().setCursor(at);
          }}
          onScroll={(event) => {
            if (marks.current !== null) marks.current.scrollLeft = event.currentTarget.scrollLeft;
          }}
          onKeyDown={press}
        />
      </div>
      {searching ? (
        <>
          <MatchSteps />
          <IconButton
            small
            label="Clear search"
            icon={<X size={14} aria-hidden />}
            onPress={() => {
              search.getState().clear();
              document.getElementById(SEARCH_INPUT_ID)?.focus();
            }}
          />
        </>
      ) : (
        <Keys keys={shortcutKeys('Mod+K', workbench.mac)} />
      )}
      <div className="search__popup" hidden={!listed} aria-busy={!isAnswered}>
        {mistakes.length > 0 && (
          <SearchProblems
            id={PROBLEMS_ID}
            query={query}
            problems={mistakes}
            onCorrect={(next) => {
              edit(next, next.length);
              input.current?.focus();
            }}
          />
        )}
        <HitList
          id={LIST_ID}
          suggestions={suggestions}
          groups={groups}
          active={active}
          onComplete={complete}
          onChoose={choose}
          onPoint={(to) => setMoved({ query, to })}
        />
        {failure !== undefined && (
          <p className="search__message" role="alert">
            The search failed: {failure}
          </p>
        )}
        {failure === undefined && searching && isAnswered && total === 0 && mistakes.length === 0 && (
          <p className="search__message">No resource of this inventory matches “{query}”.</p>
        )}
        <LiveSearchRow onStart={() => setOpen(false)} />
        <SearchFoot onChosen={() => setOpen(false)} />
      </div>
    </div>
  );
}
