import { readFileSync } from 'node:fs';
import { runProgram } from './program.ts';

/** The same number of folders below the root before and after the build (`out/main/cli.js`). */
const PACKAGE = new URL('../../package.json', import.meta.url);

function readVersion(): string {
  const contents: unknown = JSON.parse(readFileSync(PACKAGE, 'utf8'));
  const hasVersion = typeof contents === 'object' && contents !== null && 'version' in contents;
  return hasVersion ? String(contents.version) : 'unknown';
}

// A reader that has seen enough (`| head`) closes the pipe: that ends the command, and is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') {
      process.exit();
    }
    throw error;
  });
}

process.exitCode = await runProgram(process.argv.slice(2), {
  terminal: { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr },
  now: Date.now,
  version: readVersion(),
  onInterrupt(stop) {
    const signals = ['SIGINT', 'SIGTERM'] as const;
    for (const signal of signals) {
      process.once(signal, stop);
    }
    return () => {
      for (const signal of signals) {
        process.off(signal, stop);
      }
    };
  },
});
