import type { JsonValue } from '../json.ts';
import { findAssetType } from './formats/asset-head.ts';
import type { JsonError } from './formats/json-error.ts';
import { parseJson } from './formats/parse-json.ts';
import { BYTE, trimEnd } from './formats/utf8.ts';
import type { TextPosition } from './formats/utf8.ts';
import type { InventoryBuilder, ProblemAt } from './records/inventory-builder.ts';

/** The file that is being read and where its records go. */
export interface FileContext {
  readonly file: string;
  readonly builder: InventoryBuilder;
}

/** Reads the bytes of one format; pauses (yields) now and then. */
export interface FormatReader {
  push(bytes: Uint8Array): Generator<void, void>;
  end(): Generator<void, void>;
}

/** Adds a problem at a line of the file. */
export function reportAt(context: FileContext, line: number, problem: ProblemAt): void {
  context.builder.addProblemAt({ file: context.file, line }, problem);
}

/**
 * Parses the bytes of a record that starts at `position`. What is no JSON is reported and gives undefined; so does an asset of
 * a type nobody asked for, which is counted without being parsed.
 */
export function parseRecord(
  context: FileContext,
  bytes: Uint8Array,
  position: TextPosition,
  path?: string,
): { readonly value: JsonValue } | undefined {
  const end = trimEnd(bytes, 0, bytes.length);
  const type = bytes[end - 1] === BYTE.closeBrace ? findAssetType(bytes, 0, end) : undefined;
  if (type !== undefined && context.builder.types.skips(bytes, type.from, type.to)) {
    context.builder.countRecord();
    return undefined;
  }
  const parsed = parseJson(bytes);
  if (!parsed.ok) {
    reportSyntax(context, parsed.error, position, path);
    return undefined;
  }
  if (!parsed.validUtf8) {
    reportBadUtf8(context, position.line, path);
  }
  return { value: parsed.value };
}

/** Reports an error whose place counts from `position`. */
export function reportSyntax(context: FileContext, error: JsonError, position: TextPosition, path?: string): void {
  const line = position.line + error.line - 1;
  const column = error.line === 1 ? position.column + error.column - 1 : error.column;
  reportAt(context, line, {
    code: 'syntax',
    severity: 'error',
    ...(path === undefined ? {} : { path }),
    reason: `Not valid JSON at line ${line}, column ${column}: ${error.reason}.`,
  });
}

export function reportBadUtf8(context: FileContext, line: number, path?: string): void {
  reportAt(context, line, {
    code: 'not-text',
    severity: 'warning',
    ...(path === undefined ? {} : { path }),
    reason: 'Some bytes here are not UTF-8 text; they are shown as replacement characters.',
  });
}

/** Reports a record that is larger than any resource. */
export function reportTooLarge(context: FileContext, line: number, limit: number, path?: string): void {
  const megabytes = Math.round(limit / (1024 * 1024));
  reportAt(context, line, {
    code: 'too-large',
    severity: 'error',
    ...(path === undefined ? {} : { path }),
    reason: `This record is larger than ${megabytes > 0 ? `${megabytes} MB` : `${limit} bytes`}, which no resource is; it was not read.`,
  });
}
