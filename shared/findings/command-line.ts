/**
 * Fills a command's placeholders. Words that a shell would read as anything but text are quoted, because names come from files;
 * a placeholder without a value stays a word in capitals for the reader to replace.
 */
export function fillCommand(command: string, values: Readonly<Record<string, string | undefined>>): string {
  return command
    .split(' ')
    .map((word) => {
      const filled = word.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        return value === undefined || value === '' ? upperCase(name) : value;
      });
      return filled === word ? word : quoteForShell(filled);
    })
    .join(' ');
}

/** One word of a POSIX shell. Control characters, which a name never has, become U+FFFD. */
export function quoteForShell(text: string): string {
  const printable = text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');
  return /^[\w@%+=:,./-]+$/.test(printable) ? printable : `'${printable.replaceAll("'", `'\\''`)}'`;
}

function upperCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
