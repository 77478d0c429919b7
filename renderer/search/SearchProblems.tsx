import { Button } from 'react-aria-components';
import type { QueryProblem } from '../../shared/search/query/syntax.ts';

export interface SearchProblemsProps {
  readonly id: string;
  readonly query: string;
  readonly problems: readonly QueryProblem[];
  readonly onCorrect: (query: string) => void;
}

/** What is wrong with the query and what was expected; what was probably meant can be put in its place. */
export function SearchProblems({ id, query, problems, onCorrect }: SearchProblemsProps): React.JSX.Element {
  return (
    <ul id={id} className="search__problems" aria-label="Mistakes in the query">
      {problems.map(({ from, to, message, expected, suggestion }) => (
        <li key={`${from} ${message}`}>
          <span>
            {message} {expected.length > 0 && <span className="muted">Expected: {expected.join(', ')}.</span>}
          </span>
          {suggestion !== undefined && (
            <Button
              className="button button--small"
              onPress={() => onCorrect(`${query.slice(0, from)}${suggestion}${query.slice(to)}`)}
            >
              Use {suggestion}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
