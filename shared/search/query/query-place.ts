import { walkNamed } from './grammar.ts';

/** What the cursor stands in: the text from `from` to `to` is what a completion replaces, `typed` its part before the cursor. */
export type QueryPlace =
  | { readonly type: 'none'; readonly from: number; readonly to: number; readonly typed: string }
  /** Where a condition begins; after another one, a word that joins can stand too. */
  | {
      readonly type: 'condition';
      readonly from: number;
      readonly to: number;
      readonly typed: string;
      readonly canJoin: boolean;
    }
  | {
      readonly type: 'value';
      readonly from: number;
      readonly to: number;
      readonly typed: string;
      readonly field: string;
    };

const NAME_BEFORE = /([\p{L}_][\p{L}\p{N}_.-]*)(?::(?:!=|<=|>=|[=<>])?|!=|<=|>=|[=<>])\s*$/u;

/** Finds out what a cursor stands in. Looks back only, so that what follows the cursor may be anything. */
export function placeAt(text: string, cursor: number): QueryPlace {
  const open = openQuotation(text, cursor);
  if (open !== undefined) return valuePlace(text, open, cursor, text.slice(open + 1, cursor), fieldBefore(text, open));
  const from = wordStart(text, cursor);
  const word = text.slice(from, cursor);
  const inWord = /^(-?)(?!(?!id:)\w+:\/\/)([\p{L}_][\p{L}\p{N}_.-]*)(:(?:!=|<=|>=|[=<>])?|!=|<=|>=|[=<>])(.*)$/su.exec(
    word,
  );
  if (inWord !== null) {
    const [, minus = '', field = '', operator = '', typed = ''] = inWord;
    const start = from + minus.length + field.length + operator.length;
    return valuePlace(text, start, cursor, typed, field);
  }
  const field = fieldBefore(text, from);
  if (field !== undefined) return valuePlace(text, from, cursor, word, field);
  const minus = word.startsWith('-') ? 1 : 0;
  const before = text.slice(0, from).trimEnd();
  const canJoin = minus === 0 && before !== '' && !before.endsWith('(') && !/(?:^|[\s(])(?:AND|OR|NOT)$/.test(before);
  return { type: 'condition', from: from + minus, to: wordEnd(text, cursor), typed: word.slice(minus), canJoin };
}

function valuePlace(text: string, from: number, cursor: number, typed: string, field: string | undefined): QueryPlace {
  const to = text.charAt(from) === '"' ? quotationEnd(text, cursor) : wordEnd(text, cursor);
  if (field === undefined) return { type: 'none', from, to, typed };
  return { type: 'value', from, to, typed, field };
}

function wordStart(text: string, cursor: number): number {
  let at = cursor;
  while (at > 0 && !/[\s("]/.test(text.charAt(at - 1))) at -= 1;
  return at;
}

function wordEnd(text: string, cursor: number): number {
  let at = cursor;
  while (at < text.length && !/[\s()"]/.test(text.charAt(at))) at += 1;
  return at;
}

function quotationEnd(text: string, cursor: number): number {
  const end = text.indexOf('"', cursor);
  return end < 0 ? text.length : end + 1;
}

/** Place of the quote in which the cursor stands. */
function openQuotation(text: string, cursor: number): number | undefined {
  let open: number | undefined;
  for (let at = 0; at < cursor; at += 1) {
    if (text.charAt(at) === '\\') at += 1;
    else if (text.charAt(at) === '"') open = open === undefined ? at : undefined;
  }
  return open;
}

/** The field whose value begins at a place: right before it, or before the parenthesis that holds its values. */
function fieldBefore(text: string, at: number): string | undefined {
  const direct = NAME_BEFORE.exec(text.slice(0, at))?.[1];
  if (direct !== undefined) return walkNamed(direct) !== undefined ? undefined : direct;
  let depth = 0;
  for (let place = at - 1; place >= 0; place -= 1) {
    const character = text.charAt(place);
    if (character === ')') depth += 1;
    else if (character === '(' && depth > 0) depth -= 1;
    else if (character === '(') {
      const name = NAME_BEFORE.exec(text.slice(0, place))?.[1];
      return name === undefined || walkNamed(name) !== undefined ? undefined : name;
    }
  }
  return undefined;
}
