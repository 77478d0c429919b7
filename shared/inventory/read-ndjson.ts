import type { FileContext, FormatReader } from './file-context.ts';
import { parseRecord, reportTooLarge } from './file-context.ts';
import { findAssetType } from './formats/asset-head.ts';
import { parseJson } from './formats/parse-json.ts';
import { LineSplitter } from './formats/line-splitter.ts';
import type { Line } from './formats/line-splitter.ts';
import { BYTE, skipSpace, trimEnd } from './formats/utf8.ts';
import { interpretValue } from './records/interpret.ts';

/** Lines taken between two pauses. */
const LINES_PER_STEP = 200;

/** Reads one JSON value per line: a bad line costs only itself, and a line nobody asked for is not even parsed. */
export function createNdjsonReader(context: FileContext, firstLine: number): FormatReader {
  const { builder } = context;
  const splitter = new LineSplitter(builder.limits.recordBytes, firstLine, (bytes, lineStart, lineEnd) => {
    const start = skipSpace(bytes, lineStart, lineEnd);
    const end = trimEnd(bytes, start, lineEnd);
    // The rest of such a line is not looked at, but one that was cut short is not counted as an asset.
    const type = bytes[end - 1] === BYTE.closeBrace ? findAssetType(bytes, start, end) : undefined;
    const isSkipped = type !== undefined && builder.types.skips(bytes, type.from, type.to);
    if (isSkipped) {
      builder.countRecord();
    }
    return isSkipped || start === end;
  });
  return {
    push: (bytes) => readLines(context, splitter.push(bytes), false),
    end: () => readLines(context, splitter.end(), true),
  };
}

/** `unfinished`: no newline ends them. */
function* readLines(context: FileContext, lines: Generator<Line, void>, unfinished: boolean): Generator<void, void> {
  let taken = 0;
  for (const line of lines) {
    if (unfinished && reportTornRecord(context, line)) {
      return;
    }
    yield* readLine(context, line);
    taken += 1;
    if (taken % LINES_PER_STEP === 0) {
      yield;
    }
  }
}

/** A collection that is written as it grows ends in the middle of a line when its program was killed. That is no damage. */
function reportTornRecord({ builder, file }: FileContext, { bytes, start, end, number }: Line): boolean {
  if (builder.collection === 'none' || parseJson(bytes.subarray(start, end)).ok) {
    return false;
  }
  builder.addProblemAt(
    { file, line: number },
    {
      code: 'syntax',
      severity: 'note',
      reason: 'The last line was not written to its end; all before it was read.',
    },
  );
  return true;
}

function* readLine(context: FileContext, line: Line): Generator<void, void> {
  const { file, builder } = context;
  const { number } = line;
  if (line.tooLarge) {
    reportTooLarge(context, number, builder.limits.recordBytes);
    return;
  }
  const start = skipSpace(line.bytes, line.start, line.end);
  const position = { line: number, column: start - line.start + 1 };
  const parsed = parseRecord(context, line.bytes.subarray(start, line.end), position);
  if (parsed !== undefined) {
    yield* interpretValue(builder, parsed.value, { file, line: number });
  }
}
