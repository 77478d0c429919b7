import type { RefObject } from 'react';
import type { QueryProblem } from '../../shared/search/query/syntax.ts';
import { markedPieces } from '../ui/marked.ts';

export interface MistakeMarksProps {
  readonly query: string;
  readonly problems: readonly QueryProblem[];
  /** Scrolled along with the text field it lies under. */
  readonly layer: RefObject<HTMLDivElement | null>;
}

/** The query's text once more, unseen but for the lines under its mistakes: a text field cannot underline a part of its text. */
export function MistakeMarks({ query, problems, layer }: MistakeMarksProps): React.JSX.Element {
  const ranges = problems.map(({ from, to }): [number, number] => [from, Math.max(to, from + 1)]);
  return (
    <div className="search__marks" aria-hidden ref={layer}>
      {markedPieces(query, ranges).map((piece, index) => (
        <span key={index} {...(piece.marked ? { className: 'search__mistake' } : {})}>
          {piece.text}
        </span>
      ))}
    </div>
  );
}
