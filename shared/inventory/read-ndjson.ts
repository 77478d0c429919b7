import type { FileContext, FormatReader } from './file-context.ts';
import { parseRecord, reportTooLarge } from './file-context.ts';
import { findAssetType } from './formats/asset-head.ts';
import { LineSplitter } from './formats/line-splitter.ts';
import type { Line } from './formats/line-splitter.ts';
import { BYTE, skipSpace, trimEnd } from './formats/utf8.ts';
import { interpretValue } from './records/interpret.ts';

/** Lines looked at between two pauses. */
const LINES_PER_STEP = 2_000;

/** Reads one JSON value per line: a bad line costs only itself, and a line nobody asked for is not even parsed. */
export function createNdjsonReader(context: FileContext, firstLine: number): FormatReader {
  const limit = context.builder.limits.recordBytes;
  const splitter = new LineSplitter(limit, firstLine);
  return {
    *push(bytes) {
      for (const line of splitter.push(bytes)) {
        yield* readLine(context, line, limit);
      }
    },
    *end() {
      for (const line of splitter.end()) {
        yield* readLine(context, line, limit);
      }
    },
  };
}

function* readLine(context: FileContext, line: Line, limit: number): Generator<void, void> {
  const { bytes, number } = line;
  if (line.tooLarge) {
    reportTooLarge(context, number, limit);
    return;
  }
  const start = skipSpace(bytes, line.start, line.end);
  const end = trimEnd(bytes, start, line.end);
  if (start === end) {
    return;
  }
  const type = bytes[end - 1] === BYTE.closeBrace ? findAssetType(bytes, start, end) : undefined;
  if (type !== undefined && context.builder.types.skips(bytes, type.from, type.to)) {
    context.builder.countRecord();
  } else {
    const column = start - line.start + 1;
    const parsed = parseRecord(context, bytes.subarray(start, end), { line: number, column });
    if (parsed !== undefined) {
      yield* interpretValue(context.builder, parsed.value, { file: context.file, line: number });
    }
  }
  if (number % LINES_PER_STEP === 0) {
    yield;
  }
}
