/** Where and why a text is not JSON. */
export interface JsonError {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
  /** Never holds a part of the text: that may be a secret, and the engine's own messages quote it. */
  readonly reason: string;
}

/** What may come next. */
type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const EXPECTED: Readonly<Record<Expected, string>> = {
  value: 'a value is missing',
  'value-or-end': 'a value or ] is missing',
  key: 'a key in double quotes is missing',
  'key-or-end': 'a key in double quotes or } is missing',
  colon: 'a colon is missing after a key',
  'comma-or-end': 'a comma or a closing bracket is missing',
  nothing: 'there is more text after the end of the value',
};

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Finds the first place at which `text` breaks the JSON grammar (RFC 8259); undefined when it is valid. Costs more than
 * `JSON.parse`, so it is for texts that one has refused.
 */
export function findJsonError(text: string): JsonError | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at = matchEnd(SPACE, text, at) ?? at;
    if (at >= text.length) {
      return expected === 'nothing' ? undefined : endError(text, open.length);
    }
    const character = text.charAt(at);
    const next = advance(text, at, character, expected, open);
    if (next === undefined) {
      return errorAt(
        text,
        at,
        character === '"' && expected !== 'nothing' ? stringFault(text, at) : EXPECTED[expected],
      );
    }
    ({ at, expected } = next);
  }
}

function advance(
  text: string,
  at: number,
  character: string,
  expected: Expected,
  open: string[],
): { readonly at: number; readonly expected: Expected } | undefined {
  const isValue = expected === 'value' || expected === 'value-or-end';
  const isKey = expected === 'key' || expected === 'key-or-end';
  if (isValue && (character === '{' || character === '[')) {
    open.push(character);
    return { at: at + 1, expected: character === '{' ? 'key-or-end' : 'value-or-end' };
  }
  if (character === '}' || character === ']') {
    const closes = character === '}' ? '{' : '[';
    const allowed = expected === 'comma-or-end' || expected === (character === '}' ? 'key-or-end' : 'value-or-end');
    if (!allowed || open.at(-1) !== closes) {
      return undefined;
    }
    open.pop();
    return { at: at + 1, expected: afterValue(open) };
  }
  if (character === ',' && expected === 'comma-or-end') {
    return { at: at + 1, expected: open.at(-1) === '{' ? 'key' : 'value' };
  }
  if (character === ':' && expected === 'colon') {
    return { at: at + 1, expected: 'value' };
  }
  if (isKey) {
    const end = matchEnd(STRING, text, at);
    return end === undefined ? undefined : { at: end, expected: 'colon' };
  }
  const end = isValue ? (matchEnd(STRING, text, at) ?? matchEnd(SCALAR, text, at)) : undefined;
  return end === undefined ? undefined : { at: end, expected: afterValue(open) };
}

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? 'nothing' : 'comma-or-end';
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function stringFault(text: string, at: number): string {
  const end = /["\n]/g;
  end.lastIndex = at + 1;
  const found = end.exec(text)?.[0];
  return found === '"' ? 'a string holds a character or escape that JSON does not allow' : 'a string is not closed';
}

function endError(text: string, open: number): JsonError {
  const inside = open === 0 ? '' : ` with ${open} ${open === 1 ? 'bracket' : 'brackets'} still open`;
  return errorAt(text, text.length, `the text ends in the middle${inside}; the file was probably cut short`);
}

function errorAt(text: string, at: number, reason: string): JsonError {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n'), reason };
}
