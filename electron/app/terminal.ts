/**
 * Writes to the terminal the app was started from. Results go to stdout, messages to stderr; a terminal that is gone is no
 * reason to end.
 */
export function openTerminal(): { print(line: string): void; say(line: string): void } {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return {
    print: (line) => {
      process.stdout.write(`${line}\n`);
    },
    say: (line) => {
      process.stderr.write(`${line}\n`);
    },
  };
}

export type Terminal = ReturnType<typeof openTerminal>;
