import { SEARCH_INPUT_ID } from '../state/search/search-store.ts';
import { useShared } from '../state/use-workbench.ts';

/** The first stops of the Tab key: straight to a pane. */
export function SkipLinks(): React.JSX.Element {
  const open = useShared('panes', (state) => state.open);
  const targets = [
    [SEARCH_INPUT_ID, 'search', true],
    ['pane-graph', 'graph', true],
    ['pane-filters', 'filters', open.filters],
    ['pane-details', 'details', open.details],
    ['pane-timeline', 'timeline', open.timeline],
    ['pane-runs', 'runs', open.runs],
    ['pane-findings', 'findings', open.findings],
    ['pane-problems', 'problems', open.problems],
  ] as const;
  return (
    <nav aria-label="Skip to">
      {targets.map(
        ([id, name, shown]) =>
          shown && (
            <a
              key={id}
              className="skip-link"
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              Skip to {name}
            </a>
          ),
      )}
    </nav>
  );
}
