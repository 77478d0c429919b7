import type { LineMatch } from './json-lines.ts';

/** A piece of a line of JSON and how it is shown. */
export interface LinePiece {
  readonly text: string;
  readonly tone: 'plain' | 'key' | 'value' | 'match' | 'current';
}

/** Characters of one line that are drawn; the whole is in the copy. */
const MAX_DRAWN = 2000;

/** Cuts a line of indented JSON into its key, its value and the matches of the search. */
export function linePieces(
  text: string,
  matches: readonly LineMatch[],
  current: LineMatch | undefined,
): readonly LinePiece[] {
  const drawn = text.slice(0, MAX_DRAWN);
  const pieces: LinePiece[] = [];
  let at = 0;
  for (const match of matches) {
    if (match.start >= drawn.length) break;
    pieces.push(...plainPieces(drawn.slice(at, match.start), at === 0));
    pieces.push({ text: drawn.slice(match.start, match.end), tone: match === current ? 'current' : 'match' });
    at = match.end;
  }
  pieces.push(...plainPieces(drawn.slice(at), at === 0));
  if (text.length > MAX_DRAWN) {
    pieces.push({ text: ` … ${(text.length - MAX_DRAWN).toLocaleString('en')} more characters`, tone: 'plain' });
  }
  return pieces;
}

function plainPieces(text: string, atStart: boolean): readonly LinePiece[] {
  if (text === '') return [];
  const key = atStart ? /^\s*"(?:\\.|[^"\\])*":/.exec(text)?.[0] : undefined;
  if (key === undefined) return [{ text, tone: 'value' }];
  const rest = text.slice(key.length);
  return rest === ''
    ? [{ text: key, tone: 'key' }]
    : [
        { text: key, tone: 'key' },
        { text: rest, tone: 'value' },
      ];
}
