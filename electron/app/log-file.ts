import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import electronLog from 'electron-log/node';
import type { Log, LogFacts } from './log.ts';
import { redactLogText } from './redact-log.ts';

/** A file is moved aside at this size; with the older ones the log never takes more than four times as much. */
const MAX_BYTES = 1024 * 1024;
const OLD_FILES = 3;

/** Opens the log in a folder: one JSON-like line per event, redacted, rotated. The window has no access to it. */
export function openLogFile(folder: string, homeFolder: string): Log {
  mkdirSync(folder, { recursive: true });
  const logger = electronLog.create({ logId: 'main' });
  const { file } = logger.transports;
  logger.transports.console.level = false;
  file.level = 'info';
  file.maxSize = MAX_BYTES;
  file.format = '{iso} {level} {text}';
  file.resolvePathFn = () => join(folder, 'main.log');
  file.archiveLogFn = (old) => rotate(folder, old.path);

  function line(event: string, facts: LogFacts): string {
    const text = Object.keys(facts).length === 0 ? event : `${event} ${JSON.stringify(facts)}`;
    return redactLogText(text, homeFolder);
  }
  return {
    info: (event, facts) => logger.info(line(event, facts)),
    warn: (event, facts) => logger.warn(line(event, facts)),
    error: (event, facts) => logger.error(line(event, facts)),
  };
}

/** Moves main.log to main.1.log, main.1.log to main.2.log and so on; the oldest goes. */
function rotate(folder: string, current: string): void {
  const old = (number: number): string => join(folder, `main.${String(number)}.log`);
  rmSync(old(OLD_FILES), { force: true });
  for (let number = OLD_FILES - 1; number >= 1; number -= 1) {
    moveIfThere(old(number), old(number + 1));
  }
  moveIfThere(current, old(1));
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // Not there yet: nothing to keep.
  }
}
