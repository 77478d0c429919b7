/** Sections of an INI file and their settings. */
export type IniFile = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Reads an INI file as Python's `configparser` does, which gcloud writes with: names of settings have no case, comments stand on
 * lines of their own, indented lines go on with the value before. Lines that are none of these are passed over.
 * https://docs.python.org/3/library/configparser.html#supported-ini-file-structure
 */
export function parsePythonIni(text: string): IniFile {
  const file = new Map<string, Map<string, string>>();
  let section: Map<string, string> | undefined;
  let name: string | undefined;
  for (const line of text.replace(/^\uFEFF/u, '').split(/\r?\n/u)) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) {
      continue;
    }
    const header = /^\[(?<title>[^\]]+)\]/u.exec(trimmed)?.groups?.['title'];
    const separator = trimmed.search(/[=:]/u);
    if (header !== undefined) {
      section = file.get(header) ?? new Map<string, string>();
      file.set(header, section);
      name = undefined;
    } else if (name !== undefined && /^\s/u.test(line)) {
      section?.set(name, `${section.get(name) ?? ''}\n${trimmed}`);
    } else if (separator > 0) {
      name = trimmed.slice(0, separator).trim().toLowerCase();
      section?.set(name, trimmed.slice(separator + 1).trim());
    }
  }
  return file;
}
