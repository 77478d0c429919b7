import { markedPieces } from './marked.ts';
import './marked-text.css';

export interface MarkedTextProps {
  readonly text: string;
  /** Half-open character ranges of `text`. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** A text with some of its letters marked. */
export function MarkedText({ text, ranges }: MarkedTextProps): React.JSX.Element {
  return (
    <>
      {markedPieces(text, ranges).map((piece, index) =>
        piece.marked ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
      )}
    </>
  );
}
