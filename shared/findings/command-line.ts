/**
 * Fills a command's placeholders. Words that a shell would read as anything but text are quoted, because names come from files;
 * a placeholder without a value stays a word in capitals for the reader to replace.
 */
export function fillCommand(command: string, values: Readonly<Record<string, string | undefined>>): string {
  let filled = '';
  for (const { text, parts } of wordsOf(command)) {
    filled += `${filled === '' ? '' : ' '}${parts.length === 1 ? text : quoteForShell(fillWord(parts, values))}`;
  }
  return filled;
}

interface Word {
  readonly text: string;
  /** Texts and names of placeholders in turn; one text alone where there is none. */
  readonly parts: readonly string[];
}

/** The commands of the catalogue are few, and filled for each finding. */
const wordsOfCommand = new Map<string, readonly Word[]>();

function wordsOf(command: string): readonly Word[] {
  const known =
    wordsOfCommand.get(command) ?? command.split(' ').map((text) => ({ text, parts: text.split(/\{(\w+)\}/) }));
  wordsOfCommand.set(command, known);
  return known;
}

function fillWord(parts: readonly string[], values: Readonly<Record<string, string | undefined>>): string {
  let word = '';
  for (const [index, part] of parts.entries()) {
    const value = index % 2 === 1 && Object.hasOwn(values, part) ? values[part] : undefined;
    word += index % 2 === 0 ? part : value === undefined || value === '' ? upperCase(part) : value;
  }
  return word;
}

/** One word of a POSIX shell. Control characters, which a name never has, become U+FFFD. */
export function quoteForShell(text: string): string {
  const printable = text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');
  return /^[\w@%+=:,./-]+$/.test(printable) ? printable : `'${printable.replaceAll("'", `'\\''`)}'`;
}

function upperCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
