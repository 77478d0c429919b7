import type { Problem } from '../errors/problem.ts';
import type { FileContext, FormatReader } from './file-context.ts';
import { reportAt } from './file-context.ts';
import { ByteBuffer } from './formats/byte-buffer.ts';
import { sniffFormat } from './formats/sniff.ts';
import type { Inventory } from './inventory.ts';
import { INPUT_LIMITS } from './limits.ts';
import type { InputLimits } from './limits.ts';
import { createJsonReader } from './read-json.ts';
import { createNdjsonReader } from './read-ndjson.ts';
import { createYamlReader } from './read-yaml.ts';
import { reportOpenCollection } from './collection/take-record.ts';
import { InventoryBuilder } from './records/inventory-builder.ts';

/** How far reading has come. */
export interface ReadingProgress {
  /** Name of the file under way; empty between files. */
  readonly file: string;
  /** Bytes taken, of all files. */
  readonly bytes: number;
  readonly documents: number;
  /** Records of the file under way, or else of the last one, that were understood, whether kept or only counted. */
  readonly records: number;
}

/**
 * Reads files of any format the product knows, told by content, into one inventory. Call `beginFile`, `push` for each chunk
 * (gzip already undone) and `endFile` for each file in turn, then `finish` once. The `…InSteps` forms do the same and pause
 * (yield) about every ten milliseconds, so that a thread can answer in between; they must be run to their end.
 */
export interface InventoryReader {
  /** Begins a file; its format is told from its first bytes unless it is known, as that of a collection under way is. */
  /** `goesOn`: it is more of the file before it, such as a collection that is taken up again. */
  beginFile(name: string, format?: KnownFormat, goesOn?: boolean): void;
  /** The bytes are the reader's from then on: they must not change until the file ends. */
  push(bytes: Uint8Array): void;
  pushInSteps(bytes: Uint8Array): Generator<void, void>;
  endFile(): void;
  endFileInSteps(): Generator<void, void>;
  /** Adds a problem of the side that opens files. */
  addProblem(problem: Problem): void;
  readonly progress: ReadingProgress;
  /** The inventory of all that was read so far; reading goes on. */
  soFar(): Inventory;
  /** The inventory of all that was read. A file still under way counts as cut off by the user. */
  finish(): Inventory;
}

/** Makes a reader; `limits` replace those of `INPUT_LIMITS` one by one. */
export function createInventoryReader(limits: Partial<InputLimits> = {}): InventoryReader {
  const builder = new InventoryBuilder({ ...INPUT_LIMITS, ...limits });
  let current: FileReading | undefined;
  let bytesTaken = 0;

  function* pushInSteps(bytes: Uint8Array): Generator<void, void> {
    bytesTaken += bytes.length;
    if (current !== undefined && bytes.length > 0) {
      yield* current.push(bytes);
    }
  }

  function* endFileInSteps(): Generator<void, void> {
    const ending = current;
    if (ending !== undefined) {
      yield* ending.end();
      current = undefined;
    }
  }

  return {
    beginFile(name, format, goesOn = false) {
      current = new FileReading({ file: name, builder }, format, goesOn);
    },
    push(bytes) {
      run(pushInSteps(bytes));
    },
    pushInSteps,
    endFile() {
      run(endFileInSteps());
    },
    endFileInSteps,
    addProblem(problem) {
      builder.addProblem(problem);
    },
    get progress() {
      return { file: current?.file ?? '', bytes: bytesTaken, documents: builder.documents, records: builder.records };
    },
    soFar: () => builder.build(),
    finish() {
      current?.cancel();
      current = undefined;
      return builder.build();
    },
  };
}

function run(steps: Generator<void, void>): void {
  while (steps.next().done !== true) {
    // Each step does its own work.
  }
}

/** One file: its first bytes are held until they tell the format. */
class FileReading {
  readonly #context: FileContext;
  readonly #head = new ByteBuffer();
  readonly #problemsBefore: number;
  readonly #goesOn: boolean;
  #reader: FormatReader | undefined;

  constructor(context: FileContext, format: KnownFormat | undefined, goesOn: boolean) {
    this.#context = context;
    this.#reader = format === undefined ? undefined : READERS[format](context, 1);
    this.#problemsBefore = context.builder.problemCount;
    this.#goesOn = goesOn;
    context.builder.beginFile(goesOn);
  }

  get file(): string {
    return this.#context.file;
  }

  *push(bytes: Uint8Array): Generator<void, void> {
    if (this.#reader !== undefined) {
      yield* this.#reader.push(bytes);
      return;
    }
    const { sniffBytes } = this.#context.builder.limits;
    const room = sniffBytes - this.#head.length;
    this.#head.append(bytes.subarray(0, room));
    if (this.#head.length >= sniffBytes) {
      yield* this.#start(false);
      yield* this.push(bytes.subarray(room));
    }
  }

  *end(): Generator<void, void> {
    if (this.#reader === undefined) {
      yield* this.#start(true);
    }
    if (this.#reader !== undefined) {
      yield* this.#reader.end();
    }
    const { builder, file } = this.#context;
    // What may go on tells itself how it ended.
    if (!this.#goesOn) reportOpenCollection(builder, file);
    if (builder.records === 0 && builder.problemCount === this.#problemsBefore) {
      builder.addProblem({ code: 'file-empty', severity: 'note', file, reason: 'The file holds no resources.' });
    }
    builder.endFile(file);
  }

  cancel(): void {
    const { builder, file } = this.#context;
    builder.endFile(file);
    builder.addProblem({
      code: 'cancelled',
      severity: 'warning',
      file,
      reason: 'Reading was cancelled here; the rest of this file and later files are not in the inventory.',
    });
  }

  *#start(complete: boolean): Generator<void, void> {
    const head = this.#head.view().slice();
    this.#head.clear();
    const sniffed = sniffFormat(head, complete);
    const { builder, file } = this.#context;
    if (sniffed.format === 'empty') {
      builder.addProblem({ code: 'file-empty', severity: 'warning', file, reason: 'The file is empty.' });
      this.#reader = PASS_OVER;
    } else if (sniffed.format === 'not-text') {
      builder.addProblem({ code: 'not-text', severity: 'error', file, reason: sniffed.reason });
      this.#reader = PASS_OVER;
    } else {
      const { format, start, line, preamble } = sniffed;
      if (preamble > 0) {
        reportAt(this.#context, 1, {
          code: 'syntax',
          severity: 'note',
          reason: `${preamble} ${preamble === 1 ? 'line' : 'lines'} before the data ${preamble === 1 ? 'is' : 'are'} not part of it (messages of the command?) and ${preamble === 1 ? 'was' : 'were'} passed over.`,
        });
      }
      this.#reader = READERS[format](this.#context, line);
      yield* this.#reader.push(head.subarray(start));
    }
  }
}

/** Formats of text, told apart by `sniffFormat`. */
export type KnownFormat = keyof typeof READERS;

const READERS = { json: createJsonReader, ndjson: createNdjsonReader, yaml: createYamlReader };

/** Takes the rest of a file that is not read. */
const PASS_OVER: FormatReader = {
  *push() {},
  *end() {},
};
