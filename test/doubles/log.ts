import type { Log, LogFacts } from '../../electron/app/log.ts';

/** A log that keeps its lines as `[level, event, facts]`. */
export function createLogDouble(): Log & { readonly lines: readonly (readonly [string, string, LogFacts])[] } {
  const lines: [string, string, LogFacts][] = [];
  return {
    lines,
    info: (event, facts) => lines.push(['info', event, facts]),
    warn: (event, facts) => lines.push(['warn', event, facts]),
    error: (event, facts) => lines.push(['error', event, facts]),
  };
}
