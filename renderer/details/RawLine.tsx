import type { Ref } from 'react';
import { displayText } from '../graph/style/label.ts';
import type { LineMatch } from './json-lines.ts';
import { linePieces } from './line-pieces.ts';

export interface RawLineProps {
  /** Measures the line, which may wrap. */
  readonly ref: Ref<HTMLDivElement>;
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** Pixels from the top of the document. */
  readonly top: number;
  readonly matches: readonly LineMatch[];
  /** The match "next" and "previous" stand on. */
  readonly current: LineMatch | undefined;
  /** Whether the line belongs to the evidence. */
  readonly isMarked: boolean;
}

/** One line of a raw document. */
export function RawLine({ ref, number, text, top, matches, current, isMarked }: RawLineProps): React.JSX.Element {
  return (
    <div
      ref={ref}
      data-index={number - 1}
      className="raw-line"
      data-marked={isMarked}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span className="raw-line__number" aria-hidden>
        {number}
      </span>
      <code>
        {linePieces(text, matches, current).map((piece, index) =>
          piece.tone === 'plain' || piece.tone === 'key' || piece.tone === 'value' ? (
            <span key={index} className={`raw-line__${piece.tone}`}>
              {displayText(piece.text)}
            </span>
          ) : (
            <mark key={index} data-current={piece.tone === 'current'}>
              {displayText(piece.text)}
            </mark>
          ),
        )}
      </code>
      {isMarked && <span className="visually-hidden"> (evidence)</span>}
    </div>
  );
}
