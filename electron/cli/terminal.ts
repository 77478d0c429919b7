import type { Readable, Writable } from 'node:stream';

/** The streams of the process and what is known about them. */
export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** Writes pieces of text one after another, no faster than the other side takes them. */
export async function writeAll(stream: Writable, pieces: Iterable<string>): Promise<void> {
  let held = '';
  for (const piece of pieces) {
    held += piece;
    // Few large writes are far faster than many small ones.
    if (held.length >= 64 * 1024) {
      await write(stream, held);
      held = '';
    }
  }
  await write(stream, held);
}

/** Writes a message for people on a line of its own. */
export async function writeMessage(terminal: Terminal, message: string): Promise<void> {
  await write(terminal.stderr, `${printable(message)}\n`);
}

/**
 * Text that cannot act on a terminal: control characters and those that turn the direction of writing become U+FFFD, because
 * names and paths come from files.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\uFFFD');
}

async function write(stream: Writable, text: string): Promise<void> {
  if (text !== '' && !stream.write(text) && !stream.destroyed) {
    await new Promise<void>((resolve) => {
      stream.once('drain', resolve);
      stream.once('close', resolve);
    });
  }
}
