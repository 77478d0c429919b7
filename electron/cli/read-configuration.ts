import { readFile, stat } from 'node:fs/promises';
import { readBaseline } from '../../shared/findings/baseline.ts';
import type { Acceptance } from '../../shared/findings/finding.ts';
import { readConfiguration } from '../../shared/findings/read-configuration.ts';
import { DEFAULT_SETTINGS } from '../../shared/findings/settings.ts';
import type { FindingSettings } from '../../shared/findings/settings.ts';
import { MAX_CONFIGURATION_BYTES } from '../../shared/ipc/contract.ts';
import type { JsonValue } from '../../shared/json.ts';
import { describeSystemError } from '../files/describe-system-error.ts';
import { CommandError } from './exit-status.ts';

const MOST_BASELINE = 500_000_000;

/** The settings of a YAML or JSON file; the defaults where none is named. */
export async function loadSettings(path: string | undefined): Promise<FindingSettings> {
  if (path === undefined) {
    return DEFAULT_SETTINGS;
  }
  const reading = readConfiguration(await readText(path, MAX_CONFIGURATION_BYTES));
  if (!reading.ok) {
    const problems = reading.problems.map(
      ({ place, reason }) =>
        `${path}${place.startsWith('line ') ? ' ' : ': '}${place === '' ? '' : `${place}: `}${reason}`,
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
