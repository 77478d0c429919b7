import { isJsonObject } from '../json.ts';
import type { JsonValue } from '../json.ts';
import type { FileContext, FormatReader } from './file-context.ts';
import { reportAt, reportBadUtf8, reportTooLarge } from './file-context.ts';
import { parseYaml } from './formats/parse-yaml.ts';
import { YamlSplitter } from './formats/yaml-splitter.ts';
import type { YamlPiece } from './formats/yaml-splitter.ts';
import { listOf } from './json-parts.ts';
import { interpretElement, interpretValue } from './records/interpret.ts';

/** Reads YAML documents and lists; each document or list item is parsed by itself. */
export function createYamlReader(context: FileContext, firstLine: number): FormatReader {
  const limit = context.builder.limits.yamlBytes;
  const splitter = new YamlSplitter(limit, firstLine);
  return {
    *push(bytes) {
      for (const piece of splitter.push(bytes)) {
        yield* readPiece(context, piece, limit);
      }
    },
    *end() {
      for (const piece of splitter.end()) {
        yield* readPiece(context, piece, limit);
      }
    },
  };
}

function* readPiece(context: FileContext, piece: YamlPiece, limit: number): Generator<void, void> {
  const { line, item } = piece;
  const path = item === undefined ? undefined : `[${item}]`;
  if (piece.tooLarge) {
    reportTooLarge(context, line, limit, path);
    return;
  }
  if (!piece.validUtf8) {
    reportBadUtf8(context, line, path);
  }
  const parsed = parseYaml(piece.text, context.builder.limits.depth);
  if (!parsed.ok) {
    const { error } = parsed;
    reportAt(context, line + error.line - 1, {
      code: 'syntax',
      severity: 'error',
      ...(path === undefined ? {} : { path }),
      reason: `Not valid YAML at line ${line + error.line - 1}, column ${error.column}: ${error.reason}.`,
    });
    return;
  }
  const origin = { file: context.file, line };
  if (path === undefined) {
    yield* readDocument(context, parsed.value, line);
  } else {
    const [element = null] = listOf(parsed.value);
    yield* interpretElement(context.builder, element, { ...origin, path }, undefined);
  }
  yield;
}

function* readDocument(context: FileContext, value: JsonValue, line: number): Generator<void, void> {
  if (isJsonObject(value) || Array.isArray(value)) {
    yield* interpretValue(context.builder, value, { file: context.file, line });
    return;
  }
  if (value !== null) {
    reportAt(context, line, {
      code: 'unrecognised',
      severity: 'error',
      reason: 'This is text, not resources in JSON or YAML. Export with --format=json or --format=yaml.',
    });
  }
}
