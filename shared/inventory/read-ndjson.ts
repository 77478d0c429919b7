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
  const splitter = new LineSplitter(context.builder.limits.recordBytes, firstLine);
  return {
    push: (bytes) => readLines(context, splitter.push(bytes)),
    end: () => readLines(context, splitter.end()),
  };
}

function* readLines(context: FileContext, lines: Generator<Line, void>): Generator<void, void> {
  const { builder } = context;
  for (const line of lines) {
    const { bytes } = line;
    const start = skipSpace(bytes, line.start, line.end);
    const end = trimEnd(bytes, start, line.end);
    const type = bytes[end - 1] === BYTE.closeBrace ? findAssetType(bytes, start, end) : undefined;
    if (type !== undefined && builder.types.skips(bytes, type.from, type.to)) {
      builder.countRecord();
    } else if (line.tooLarge || start < end) {
      yield* readLine(context, line, start, end);
    }
    if (line.number % LINES_PER_STEP === 0) {
      yield;
    }
  }
}

function* readLine(context: FileContext, line: Line, start: number, end: number): Generator<void, void> {
  const { file, builder } = context;
  const { number } = line;
  if (line.tooLarge) {
    reportTooLarge(context, number, builder.limits.recordBytes);
    return;
  }
  const position = { line: number, column: start - line.start + 1 };
  const parsed = parseRecord(context, line.bytes.subarray(start, end), position);
  if (parsed !== undefined) {
    yield* interpretValue(builder, parsed.value, { file, line: number });
  }
}
