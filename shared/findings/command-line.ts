import { remember } from '../remember.ts';

/**
 * Fills a command's placeholders. Words that a shell would read as anything but text are quoted, because names come from files;
 * a placeholder without a value stays a word in capitals for the reader to replace.
 */
export function fillCommand(command: string, valueOf: (placeholder: string) => string | undefined): string {
  let filled = '';
  for (const { text, parts } of wordsOf(command)) {
    const word = parts.length === 1 ? text : quoteForShell(fillWord(parts, valueOf));
    filled = filled === '' ? word : `${filled} ${word}`;
  }
  return filled;
}

interface Word {
  readonly text: string;
  /** Texts and names of placeholders in turn; one text alone where there is none. */
  readonly parts: readonly string[];
}

/** The commands of the catalogue are few, and filled for each finding. */
const wordsOf = remember(
  (command: string): readonly Word[] => command.split(' ').map((text) => ({ text, parts: text.split(/\{(\w+)\}/) })),
  1000,
);

function fillWord(parts: readonly string[], valueOf: (placeholder: string) => string | undefined): string {
  let word = '';
  let isPlaceholder = false;
  for (const part of parts) {
    const value = isPlaceholder ? valueOf(part) : part;
    word += value === undefined || (isPlaceholder && value === '') ? upperCase(part) : value;
    isPlaceholder = !isPlaceholder;
  }
  return word;
}

const PLAIN_WORD = /^[\w@%+=:,./-]+$/;

/** One word of a POSIX shell. Control characters, which a name never has, become U+FFFD. */
export function quoteForShell(text: string): string {
  if (PLAIN_WORD.test(text)) {
    return text;
  }
  const printable = text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');
  return `'${printable.replaceAll("'", `'\\''`)}'`;
}

function upperCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
