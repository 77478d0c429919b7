import { Composer, isAlias, LineCounter, Parser, visit } from 'yaml';
import type { CST, Document, ScalarTag } from 'yaml';
import type { JsonValue } from '../../json.ts';

export interface YamlError {
  /** 1-based, within the text. */
  readonly line: number;
  readonly column: number;
  readonly reason: string;
}

export type ParsedYaml =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly error: YamlError };

/** The parser's error codes in the user's words: its own messages quote the text, which may be a secret. */
const REASONS: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'an alias has a tag or an anchor',
  BAD_ALIAS: 'an alias names no anchor',
  BAD_INDENT: 'the indentation does not fit',
  BAD_SCALAR_START: 'a plain text begins with a character that needs quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a colon stands where a plain text needs quotes, or the indentation does not fit',
  BLOCK_IN_FLOW: 'an indented block stands inside brackets',
  DUPLICATE_KEY: 'a key occurs twice',
  KEY_OVER_1024_CHARS: 'a key is longer than 1,024 characters',
  MISSING_CHAR: 'a closing bracket or quotation mark, or a comma, is missing',
  MULTILINE_IMPLICIT_KEY: 'a key goes over more than one line; the indentation may not fit, or a colon may be missing',
  TAB_AS_INDENT: 'a tab is used for indentation; use spaces',
  TAG_RESOLVE_FAILED: 'a tag cannot be applied to its value',
  UNEXPECTED_TOKEN: 'something stands where YAML allows nothing',
};

/**
 * Plain texts that are more than text: only those that gcloud, which writes and reads YAML 1.1, takes for numbers and truth
 * values too. YAML 1.2 would also make numbers of `1e-4` (a learning rate among arguments) and `0x1F`, which gcloud writes
 * without quotes because they are texts to it. Integers beyond 2^53 stay texts, as int64 is in the API's JSON.
 */
const PLAIN_TYPES: readonly ScalarTag[] = [
  {
    tag: 'tag:yaml.org,2002:null',
    default: true,
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => null,
  },
  {
    tag: 'tag:yaml.org,2002:bool',
    default: true,
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: (text) => /^t/i.test(text),
  },
  {
    tag: 'tag:yaml.org,2002:int',
    default: true,
    test: /^[-+]?(?:0|[1-9][0-9]{0,15})$/,
    resolve: (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text),
  },
  {
    tag: 'tag:yaml.org,2002:float',
    default: true,
    test: /^[-+]?[0-9]+\.[0-9]*(?:[eE][-+][0-9]+)?$/,
    resolve: Number,
  },
];

/** Tags that say no more than the value's own form. */
const PLAIN_TAGS: ReadonlySet<string> = new Set(
  ['null', 'bool', 'int', 'float', 'str', 'map', 'seq'].map((name) => `tag:yaml.org,2002:${name}`),
);

/**
 * Parses one YAML document (the types of JSON only), at most `depth` levels deep. Aliases are refused: a few of them can stand
 * for gigabytes. Never throws.
 */
export function parseYaml(text: string, depth: number): ParsedYaml {
  const lines = new LineCounter();
  // The first stage keeps a list of open levels; the second calls itself for each, so it may only see what is not too deep.
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const tooDeep = findTooDeep(tokens, depth);
  if (tooDeep !== undefined) {
    return refuse(lines, tooDeep, `the document is nested more than ${depth} levels deep`);
  }
  const composer = new Composer({
    schema: 'failsafe',
    customTags: [...PLAIN_TYPES],
    version: '1.2',
    stringKeys: true,
    logLevel: 'silent',
  });
  const [document] = composer.compose(tokens, true, text.length);
  const [error] = document?.errors ?? [];
  if (error !== undefined) {
    return refuse(lines, error.pos[0], REASONS[error.code] ?? 'the text is not YAML');
  }
  return document === undefined ? { ok: true, value: null } : toJson(document, lines);
}

function toJson(document: Document.Parsed, lines: LineCounter): ParsedYaml {
  let refused: { readonly at: number; readonly reason: string } | undefined;
  visit(document, {
    Node(_key, node) {
      const at = node.range?.[0] ?? 0;
      if (isAlias(node)) {
        refused = { at, reason: 'aliases (*name) are not expanded; write the value out' };
      } else if (node.tag?.startsWith('tag:yaml.org,2002:') === true && !PLAIN_TAGS.has(node.tag)) {
        refused = { at, reason: 'the value has a type that JSON does not have' };
      }
      return refused === undefined ? undefined : visit.BREAK;
    },
  });
  return refused === undefined
    ? { ok: true, value: document.toJS({ maxAliasCount: 0 }) as JsonValue }
    : refuse(lines, refused.at, refused.reason);
}

function refuse(lines: LineCounter, at: number, reason: string): ParsedYaml {
  const { line, col } = lines.linePos(at);
  return { ok: false, error: { line: Math.max(line, 1), column: Math.max(col, 1), reason } };
}

/** Offset of the first collection below `limit` levels. Does not call itself. */
function findTooDeep(tokens: readonly CST.Token[], limit: number): number | undefined {
  const open: { readonly token: CST.Token | null | undefined; readonly level: number }[] = tokens.map((token) => ({
    token,
    level: 0,
  }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, level } = next;
    if (token?.type === 'document') {
      open.push({ token: token.value, level });
    } else if (token?.type === 'block-map' || token?.type === 'block-seq' || token?.type === 'flow-collection') {
      if (level >= limit) {
        return token.offset;
      }
      for (const { key, value } of token.items) {
        open.push({ token: key, level: level + 1 }, { token: value, level: level + 1 });
      }
    }
  }
  return undefined;
}
