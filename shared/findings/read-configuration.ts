import { parseYaml } from '../inventory/formats/parse-yaml.ts';
import { readSettings } from './read-settings.ts';
import type { FindingSettings } from './settings.ts';

/** What is wrong with a configuration: where in the text or at which key, and why. */
export interface ConfigurationProblem {
  /** `line 3, column 5` of the text, or the path of a key; empty for the whole. */
  readonly place: string;
  readonly reason: string;
}

/** The settings of a configuration, or all that is wrong with it. */
export type ConfigurationReading =
  | { readonly ok: true; readonly settings: FindingSettings }
  | { readonly ok: false; readonly problems: readonly ConfigurationProblem[] };

const DEPTH = 20;

/** Reads the text of a configuration, YAML or JSON. The command line and the window read with this, so both take the same files. */
export function readConfiguration(text: string): ConfigurationReading {
  const parsed = parseYaml(text, DEPTH);
  if (!parsed.ok) {
    const { line, column, reason } = parsed.error;
    return { ok: false, problems: [{ place: `line ${line}, column ${column}`, reason }] };
  }
  const reading = readSettings(parsed.value);
  return reading.ok
    ? reading
    : { ok: false, problems: reading.problems.map(({ path, reason }) => ({ place: path, reason })) };
}
