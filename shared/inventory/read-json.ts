import type { FileContext, FormatReader } from './file-context.ts';
import { parseRecord, reportBadUtf8, reportSyntax, reportTooLarge } from './file-context.ts';
import type { JsonPiece } from './formats/json-piece.ts';
import { JsonScanner } from './formats/json-scanner.ts';
import { parseJson } from './formats/parse-json.ts';
import { BYTE, skipSpace } from './formats/utf8.ts';
import type { TextPosition } from './formats/utf8.ts';
import { MemberReader } from './read-members.ts';
import { interpretElement, interpretValue } from './records/interpret.ts';

/** Pieces taken between two pauses. */
const PIECES_PER_STEP = 200;

/**
 * Reads JSON. A file of moderate size is parsed at once; if that fails, and for a larger file, it is cut into list elements,
 * values or members, so that one bad element costs only itself and memory holds one element at a time.
 */
export function createJsonReader(context: FileContext, firstLine: number): FormatReader {
  const { wholeBytes } = context.builder.limits;
  const start: TextPosition = { line: firstLine, column: 1 };
  // Held as they came: a buffer that grows would copy a large file several times.
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let large: FormatReader | undefined;
  return {
    *push(bytes) {
      if (large === undefined && heldBytes + bytes.length <= wholeBytes) {
        held.push(bytes);
        heldBytes += bytes.length;
        return;
      }
      if (large === undefined) {
        // Cut at the limit, so that the choice does not depend on how the bytes were handed over.
        const room = wholeBytes - heldBytes;
        const first = joinBytes([...held, bytes.subarray(0, room)]);
        held = [];
        large = createLargeReader(context, first, start);
        yield* large.push(first);
        yield* large.push(bytes.subarray(room));
      } else {
        yield* large.push(bytes);
      }
    },
    *end() {
      if (large === undefined) {
        yield* readWhole(context, joinBytes(held), start);
      } else {
        yield* large.end();
      }
    },
  };
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    joined.set(part, end);
    end += part.length;
  }
  return joined;
}

function* readWhole(context: FileContext, bytes: Uint8Array, start: TextPosition): Generator<void, void> {
  const parsed = parseJson(bytes);
  if (parsed.ok) {
    if (!parsed.validUtf8) {
      reportBadUtf8(context, start.line);
    }
    yield* interpretValue(context.builder, parsed.value, { file: context.file });
    return;
  }
  const reader = createValuesReader(context, start);
  yield* reader.push(bytes);
  yield* reader.end();
}

/** One object that goes on beyond the limit is read by its members, anything else by values and list elements. */
function createLargeReader(context: FileContext, first: Uint8Array, start: TextPosition): FormatReader {
  const isObject = first[skipSpace(first, 0)] === BYTE.openBrace;
  if (!isObject || hasSeveralValues(first)) {
    return createValuesReader(context, start);
  }
  const members = new MemberReader(context, start);
  return {
    push: (bytes) => members.push(bytes),
    end: () => members.end('too-large'),
  };
}

function hasSeveralValues(bytes: Uint8Array): boolean {
  const next = new JsonScanner('values', bytes.length).push(bytes).next();
  return next.done !== true;
}

function createValuesReader(context: FileContext, start: TextPosition): FormatReader {
  const limit = context.builder.limits.recordBytes;
  const scanner = new JsonScanner('values', limit, start);
  let pieces = 0;
  return {
    *push(bytes) {
      for (const piece of scanner.push(bytes)) {
        yield* readPiece(context, piece, limit);
        pieces += 1;
        if (pieces % PIECES_PER_STEP === 0) {
          yield;
        }
      }
    },
    *end() {
      const { depth, position } = scanner;
      let isReported = false;
      for (const piece of scanner.end()) {
        isReported = true;
        yield* readPiece(context, piece, limit);
      }
      if (depth > 0 && !isReported) {
        const reason = 'the text ends before the list is closed; the file was probably cut short';
        reportSyntax(context, { line: 1, column: 1, reason }, position);
      }
    },
  };
}

function* readPiece(context: FileContext, piece: JsonPiece, limit: number): Generator<void, void> {
  const { bytes, index, line, column } = piece;
  const path = index === undefined ? undefined : `[${index}]`;
  if (piece.tooLarge) {
    reportTooLarge(context, line, limit, path);
    return;
  }
  const isObject = bytes[0] === BYTE.openBrace;
  if (path === undefined && isObject) {
    yield* readObject(context, bytes, { line, column });
    return;
  }
  const parsed = parseRecord(context, bytes, { line, column }, path);
  if (parsed !== undefined && path !== undefined) {
    yield* interpretElement(context.builder, parsed.value, { file: context.file, path }, undefined);
  } else if (parsed !== undefined) {
    yield* interpretValue(context.builder, parsed.value, { file: context.file, line });
  }
}

/** An object at the top: one of several in the file, or the one with the error. */
function* readObject(context: FileContext, bytes: Uint8Array, position: TextPosition): Generator<void, void> {
  const parsed = parseJson(bytes);
  if (parsed.ok) {
    yield* interpretValue(context.builder, parsed.value, { file: context.file, line: position.line });
    return;
  }
  // The error is reported here, once and with its place in the whole; its element is then passed over below.
  const members = new MemberReader(context, position);
  const before = context.builder.problemCount;
  yield* members.push(bytes);
  yield* members.end('syntax');
  if (context.builder.problemCount === before) {
    reportSyntax(context, parsed.error, position);
  }
}
