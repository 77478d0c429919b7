import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, stat, truncate, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { parseJson } from '../../shared/inventory/formats/parse-json.ts';
import type { CollectionRecord } from '../../shared/inventory/collection/collection-record.ts';
import { readRecord } from '../../shared/inventory/collection/read-record.ts';
import { recordLine } from '../../shared/inventory/collection/write-record.ts';
import { createMasker, type Masker } from '../../shared/inventory/masking.ts';
import type { UnfinishedCollection } from '../../shared/ipc/collection.ts';
import type { CollectionRequest } from '../../shared/ipc/connect.ts';
import { systemErrorCode } from './describe-system-error.ts';

/** What a collection has given so far, on the disk: NDJSON of its records, secrets masked, readable by the user only. */
export interface Journal {
  readonly id: string;
  /** Takes a record; it is on the disk within `BATCH_MILLISECONDS`. Rejects with the system's error when a write failed. */
  append(record: CollectionRecord): Promise<void>;
  /** Resolves when all that was taken is on the disk. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** The journals of a folder. */
export interface JournalStore {
  /** Begins a journal; the id is a file name, made by the app. */
  create(id: string): Promise<Journal>;
  /**
   * Opens a journal to go on with it; `note` gets what it holds. What a crash left half-written at its end is cut off. Rejects
   * with an error for the user where there is none, or none that can be gone on with.
   */
  open(
    id: string,
    note: (record: CollectionRecord) => void,
  ): Promise<{ readonly journal: Journal; readonly request: CollectionRequest }>;
  /** Newest first. */
  list(): Promise<UnfinishedCollection[]>;
  /** Does nothing where there is none. */
  remove(id: string): Promise<void>;
  /** The file of a journal, to be opened like any other. */
  fileOf(id: string): string;
}

const ENDING = '.ndjson';
/** Records are written together when they are this much, or this old. */
const BATCH_CHARACTERS = 256 * 1024;
const BATCH_MILLISECONDS = 500;
/** The first record is within this much. */
const HEAD_BYTES = 1024 * 1024;

/** Returns the journals in a folder, which is made by the first. */
export function createJournalStore(folder: string): JournalStore {
  function fileOf(id: string): string {
    if (!/^[\w-]+$/.test(id)) throw new Error('This is not the id of a collection.');
    return join(folder, `${id}${ENDING}`);
  }

  return {
    fileOf,
    async create(id) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      return createJournal(id, await open(fileOf(id), 'ax', 0o600));
    },
    async open(id, note) {
      const file = fileOf(id);
      const contents = await readFile(file);
      const whole = contents.lastIndexOf(0x0a) + 1;
      if (whole < contents.length) await truncate(file, whole);
      let request: CollectionRequest | undefined;
      for (const record of recordsIn(contents.subarray(0, whole))) {
        if (record.type === 'collection') request ??= record.request;
        note(record);
      }
      if (request === undefined) throw new Error('The kept part of this collection cannot be read; collect anew.');
      return { journal: createJournal(id, await open(file, 'a', 0o600)), request };
    },
    async list() {
      const names = await namesIn(folder);
      const ids = names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length));
      const found = await Promise.all(ids.map((id) => describe(id, fileOf(id))));
      return found
        .filter((each) => each !== undefined)
        .toSorted((left, right) => (left.startedTime < right.startedTime ? 1 : -1));
    },
    async remove(id) {
      try {
        await unlink(fileOf(id));
      } catch (error) {
        if (systemErrorCode(error) !== 'ENOENT') throw error;
      }
    },
  };
}

function createJournal(id: string, file: FileHandle): Journal {
  // A key of its own for each: equal secrets look equal in one journal and tell nothing across two.
  const masker = createMasker(randomBytes(32));
  let lines: string[] = [];
  let characters = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    if (lines.length > 0) {
      const text = lines.join('');
      lines = [];
      characters = 0;
      // One after another, so that lines never mingle; a failed write fails all that follow, and so is not overlooked.
      writing = writing.then(async () => {
        await file.appendFile(text);
        await file.datasync();
      });
      // Told by the next `append` or `flush`, which wait for it.
      writing.catch(() => undefined);
    }
    return writing;
  }

  return {
    id,
    async append(record) {
      const line = recordLine(masked(record, masker));
      lines.push(line);
      characters += line.length;
      if (characters >= BATCH_CHARACTERS) await write();
      else {
        timer ??= setTimeout(() => {
          // Whether it failed is told by the next `append` or `flush`.
          write().catch(() => undefined);
        }, BATCH_MILLISECONDS);
      }
    },
    flush: write,
    async close() {
      try {
        await write();
      } finally {
        await file.close();
      }
    },
  };
}

function masked(record: CollectionRecord, masker: Masker): CollectionRecord {
  if (record.type !== 'document') return record;
  const { data, iamPolicy, masked: places } = masker.maskDocument(record.document);
  // What was masked before it came here is not found any more.
  const all = [...(record.masked ?? []), ...places];
  return {
    type: 'document',
    document: { ...record.document, data, ...(iamPolicy === undefined ? {} : { iamPolicy }) },
    ...(all.length === 0 ? {} : { masked: all }),
  };
}

function* recordsIn(contents: Uint8Array): Generator<CollectionRecord> {
  let start = 0;
  for (let end = contents.indexOf(0x0a); end >= 0; end = contents.indexOf(0x0a, start)) {
    const parsed = parseJson(contents.subarray(start, end));
    start = end + 1;
    // A line of ours that cannot be read is read from Google again: its place is not marked as done before it.
    const record = parsed.ok ? readRecord(parsed.value) : undefined;
    if (record !== undefined) yield record;
  }
}

async function describe(id: string, file: string): Promise<UnfinishedCollection | undefined> {
  const { size } = await stat(file);
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(new Uint8Array(Math.min(size, HEAD_BYTES)), 0);
    const [first] = recordsIn(buffer.subarray(0, bytesRead));
    if (first?.type !== 'collection') return undefined;
    const { projects, scope } = first.request;
    return { id, title: scope ?? projects.join(', '), startedTime: first.createdTime, bytes: size };
  } finally {
    await handle.close();
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
