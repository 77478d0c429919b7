import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Problem } from '../../shared/errors/problem.ts';
import type { StreamMessage } from '../../shared/ipc/stream.ts';
import { describeSystemError } from './describe-system-error.ts';
import { listFiles, STANDARD_INPUT } from './list-files.ts';
import type { FileListing, ListedFile } from './list-files.ts';

/** What the reading depends on beyond the disk, and bounds against hostile compressed files. */
export interface ReadOptions {
  /** When aborted, the file under way is closed and the messages end as after the last file. */
  readonly signal?: AbortSignal;
  readonly standardInput?: Readable;
  /** Bytes per chunk read from disk. */
  readonly chunkBytes?: number;
  /** Most bytes one compressed byte may stand for, once `ratioFromBytes` have come out. */
  readonly ratio?: number;
  readonly ratioFromBytes?: number;
}

const CHUNK_BYTES = 1024 * 1024;
/** Real exports shrink by 10 to 60; deflate's limit, which bombs come near, is about 1,030. */
const RATIO = 400;
const RATIO_FROM_BYTES = 64 * 1024 * 1024;

/**
 * Reads files, folders and standard input (`-`) as the messages of `shared/ipc/stream.ts`, gzip undone whatever the file is
 * called. Reads no faster than the messages are taken. A file that cannot be read, or not to its end, is a `file-problem`; the
 * others go on. Never throws.
 */
export async function* readFiles(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<StreamMessage, void> {
  yield* readListed(await listFiles(paths), options);
}

/** As `readFiles`, for a list of files that was made before. */
export async function* readListed(
  { files, problems }: FileListing,
  options: ReadOptions = {},
): AsyncGenerator<StreamMessage, void> {
  const isUnknown = files.some((file) => file.path === STANDARD_INPUT);
  const totalBytes = isUnknown ? 0 : files.reduce((sum, file) => sum + file.size, 0);
  yield { type: 'start', files: files.length, totalBytes };
  for (const problem of problems) {
    yield { type: 'file-problem', problem };
  }
  const progress = { diskBytes: 0 };
  for (const file of files) {
    if (options.signal?.aborted === true) {
      break;
    }
    yield { type: 'file', name: file.path };
    yield* readOne(file, options, progress);
    yield { type: 'file-end' };
  }
  yield { type: 'end' };
}

async function* readOne(
  file: ListedFile,
  options: ReadOptions,
  progress: { diskBytes: number },
): AsyncGenerator<StreamMessage, void> {
  let sent = 0;
  const chunks = undoGzip(countBytes(file, options, progress), file, options);
  try {
    for (;;) {
      // Only reading may fail here: whatever the receiver throws is not the file's fault.
      const next = await nextChunk(chunks);
      if (next === 'end' || options.signal?.aborted === true) {
        return;
      }
      if ('error' in next) {
        yield { type: 'file-problem', problem: describeFailure(file, next.error, sent) };
        return;
      }
      sent += next.data.byteLength;
      yield { type: 'chunk', data: next.data, diskBytesRead: progress.diskBytes };
    }
  } finally {
    await chunks.return();
  }
}

type NextChunk = 'end' | { readonly data: Uint8Array } | { readonly error: unknown };

async function nextChunk(chunks: AsyncGenerator<Uint8Array, void>): Promise<NextChunk> {
  try {
    const next = await chunks.next();
    return next.done === true ? 'end' : { data: next.value };
  } catch (error) {
    return { error };
  }
}

function describeFailure(file: ListedFile, error: unknown, sent: number): Problem {
  if (error instanceof BombError) {
    return { code: 'too-large', severity: 'error', file: file.path, reason: error.message };
  }
  const partly = sent > 0 ? ` What could be read before that (${sent} bytes) is shown.` : '';
  return { code: 'file-unreadable', severity: 'error', file: file.path, reason: describeSystemError(error) + partly };
}

function openSource(file: ListedFile, options: ReadOptions): AsyncIterable<Uint8Array> {
  if (file.path !== STANDARD_INPUT) {
    return createReadStream(file.path, { highWaterMark: options.chunkBytes ?? CHUNK_BYTES });
  }
  if (options.standardInput === undefined) {
    throw new Error('There is no standard input here.');
  }
  return options.standardInput;
}

async function* countBytes(
  file: ListedFile,
  options: ReadOptions,
  progress: { diskBytes: number },
): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of openSource(file, options)) {
    progress.diskBytes += chunk.byteLength;
    yield chunk;
  }
}

class BombError extends Error {}

/** Passes plain bytes through and unpacks gzip, told by its first two bytes. */
async function* undoGzip(
  source: AsyncGenerator<Uint8Array, void>,
  file: ListedFile,
  options: ReadOptions,
): AsyncGenerator<Uint8Array, void> {
  const head: Uint8Array[] = [];
  let headBytes = 0;
  while (headBytes < 2) {
    const next = await source.next();
    if (next.done === true) {
      break;
    }
    head.push(next.value);
    headBytes += next.value.byteLength;
  }
  const start = Buffer.concat(head);
  if (start[0] !== 0x1f || start[1] !== 0x8b) {
    if (start.byteLength > 0) {
      yield start;
    }
    yield* source;
    return;
  }
  yield* unpack(start, source, file, options);
}

async function* unpack(
  start: Uint8Array,
  rest: AsyncGenerator<Uint8Array, void>,
  file: ListedFile,
  options: ReadOptions,
): AsyncGenerator<Uint8Array, void> {
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  let packed = 0;
  let unpacked = 0;
  const feeding = feed(gunzip, start, rest, (bytes) => {
    packed += bytes;
  });
  // The loop below rejects with the same error; without a handler of its own this promise would count as unhandled.
  feeding.catch(() => undefined);
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      unpacked += chunk.byteLength;
      if (unpacked > (options.ratioFromBytes ?? RATIO_FROM_BYTES) && unpacked > packed * (options.ratio ?? RATIO)) {
        throw new BombError(
          `${file.path} unpacks to more than ${options.ratio ?? RATIO} times its size, which no inventory does; reading stopped.`,
        );
      }
      yield chunk;
    }
  } finally {
    gunzip.destroy();
  }
  await feeding;
}

async function feed(
  gunzip: ReturnType<typeof createGunzip>,
  start: Uint8Array,
  rest: AsyncGenerator<Uint8Array, void>,
  count: (bytes: number) => void,
): Promise<void> {
  const write = async (chunk: Uint8Array): Promise<void> => {
    count(chunk.byteLength);
    if (!gunzip.write(chunk)) {
      await drained(gunzip);
    }
  };
  try {
    await write(start);
    for await (const chunk of rest) {
      if (gunzip.destroyed) {
        return;
      }
      await write(chunk);
    }
    gunzip.end();
  } catch (error) {
    gunzip.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

async function drained(gunzip: ReturnType<typeof createGunzip>): Promise<void> {
  await new Promise<void>((resolve) => {
    gunzip.once('drain', resolve);
    gunzip.once('close', resolve);
  });
}
