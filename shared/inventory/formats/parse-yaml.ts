import { isAlias, parseDocument, visit } from 'yaml';
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
 * Parses one YAML document (YAML 1.2, JSON's types only). Aliases are refused: a few of them can stand for gigabytes.
 * Never throws.
 */
export function parseYaml(text: string): ParsedYaml {
  try {
    return parse(text);
  } catch {
    // The parser calls itself for each level; its only exception is running out of stack.
    return { ok: false, error: { line: 1, column: 1, reason: 'the document is nested too deeply' } };
  }
}

function parse(text: string): ParsedYaml {
  const document = parseDocument(text, {
    schema: 'core',
    version: '1.2',
    stringKeys: true,
    logLevel: 'silent',
    prettyErrors: true,
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
    return { ok: false, error: { line, column: col, reason: REASONS[error.code] ?? 'the text is not YAML' } };
  }
  let alias: number | undefined;
  visit(document, {
    Alias(_key, node) {
      alias ??= isAlias(node) ? (node.range?.[0] ?? 0) : undefined;
      return visit.BREAK;
    },
  });
  if (alias !== undefined) {
    const before = text.slice(0, alias).split('\n');
    return {
      ok: false,
      error: {
        line: before.length,
        column: (before.at(-1)?.length ?? 0) + 1,
        reason: 'aliases (*name) are not expanded; write the value out',
      },
    };
  }
  return { ok: true, value: document.toJS({ maxAliasCount: 0 }) as JsonValue };
}
