import { readFile, stat } from 'node:fs/promises';
import { readBaseline } from '../../shared/findings/baseline.ts';
import type { Acceptance } from '../../shared/findings/finding.ts';
import { readSettings } from '../../shared/findings/read-settings.ts';
import { DEFAULT_SETTINGS } from '../../shared/findings/settings.ts';
import type { FindingSettings } from '../../shared/findings/settings.ts';
import { parseYaml } from '../../shared/inventory/formats/parse-yaml.ts';
import type { JsonValue } from '../../shared/json.ts';
import { describeSystemError } from '../files/describe-system-error.ts';
import { CommandError } from './exit-status.ts';

/** Largest configuration in bytes; what is larger is the wrong file. */
const MOST_CONFIGURATION = 1_000_000;
const MOST_BASELINE = 500_000_000;
const DEPTH = 20;

/** The settings of a YAML or JSON file; the defaults where none is named. */
export async function loadSettings(path: string | undefined): Promise<FindingSettings> {
  if (path === undefined) {
    return DEFAULT_SETTINGS;
  }
  const parsed = parseYaml(await readText(path, MOST_CONFIGURATION), DEPTH);
  if (!parsed.ok) {
    const { line, column, reason } = parsed.error;
    throw new CommandError(`${path} line ${line}, column ${column}: ${reason}.`);
  }
  const reading = readSettings(parsed.value);
  if (!reading.ok) {
    const problems = reading.problems.map(
      (each) => `${path}: ${each.path === '' ? '' : `${each.path}: `}${each.reason}`,
    );
    throw new CommandError(problems.join('\n'));
  }
  return reading.settings;
}

/** What an earlier run of `findings --format json` wrote, by fingerprint; empty where no file is named. */
export async function loadBaseline(path: string | undefined): Promise<ReadonlyMap<string, Acceptance>> {
  if (path === undefined) {
    return new Map();
  }
  const text = await readText(path, MOST_BASELINE);
  const reading = readBaseline(parseJson(path, text));
  if (!reading.ok) {
    throw new CommandError(`${path} is no output of "findings --format json": ${reading.reason}`);
  }
  return reading.known;
}

function parseJson(path: string, text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    throw new CommandError(`${path} is no JSON; write a baseline with "findings --format json".`);
  }
}

async function readText(path: string, most: number): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > most) {
      throw new CommandError(`${path} is larger than ${most} bytes.`);
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    throw error instanceof CommandError
      ? error
      : new CommandError(`${path} cannot be read: ${describeSystemError(error)}`);
  }
}
