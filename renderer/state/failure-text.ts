import { problemPlace } from '../inventory/report-text.ts';
import type { OpeningFailure } from './session-store.ts';

/** Reasons given on the terminal; all of them are on the screen. */
const REASONS = 5;
/** Most characters the main process takes. */
const LONGEST = 4000;

/** Returns why nothing could be opened, for the terminal and the log: the first reasons, one a line. */
export function failureText({ message, report }: OpeningFailure): string {
  const problems = report?.problems ?? [];
  if (problems.length === 0) return message.slice(0, LONGEST);
  const reasons = problems.slice(0, REASONS).map((problem) => `${problemPlace(problem)}: ${problem.reason}`);
  const rest = problems.length - reasons.length;
  return [...reasons, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n').slice(0, LONGEST);
}
