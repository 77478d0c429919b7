import { isJsonObject } from '../json.ts';
import type { JsonValue } from '../json.ts';
import type { FileContext } from './file-context.ts';
import { parseRecord, reportAt, reportTooLarge } from './file-context.ts';
import type { JsonPiece } from './formats/json-piece.ts';
import { JsonScanner } from './formats/json-scanner.ts';
import type { TextPosition } from './formats/utf8.ts';
import { listOf } from './json-parts.ts';
import { interpretElement } from './records/interpret.ts';
import { GROUPED_KEY, groupPath, isListKey, isPage, reportPageRest } from './records/page.ts';
import { SNAPSHOT_FORMAT } from './snapshot-format.ts';
import { SnapshotReading } from './snapshot-read.ts';

/** Pieces taken between two pauses. */
const PIECES_PER_STEP = 200;

/** A list of this name stands in pages and in snapshots; which it is may be told only by a member further on. */
const SHARED_KEY = 'projects';

/**
 * Reads one object member by member: a page or snapshot that is too large to be parsed at once, or one with an error somewhere,
 * whose sound elements are still worth having. A resource is never put together from its sound parts: links that are missing
 * because a part could not be read would look like links that are not there.
 */
export class MemberReader {
  readonly #context: FileContext;
  readonly #scanner: JsonScanner;
  readonly #start: TextPosition;
  /** Members that are no list of records. */
  readonly #rest = new Map<string, JsonValue | JsonValue[]>();
  #snapshot: SnapshotReading | undefined;
  #hasList = false;
  #pieces = 0;

  constructor(context: FileContext, start: TextPosition) {
    this.#context = context;
    this.#start = start;
    this.#scanner = new JsonScanner('members', context.builder.limits.recordBytes, start, GROUPED_KEY);
  }

  *push(bytes: Uint8Array): Generator<void, void> {
    for (const piece of this.#scanner.push(bytes)) {
      yield* this.#take(piece);
    }
  }

  /** The object ends; `cause` is why it is read this way. */
  *end(cause: 'too-large' | 'syntax'): Generator<void, void> {
    const wasOpen = this.#scanner.depth > 0;
    for (const piece of this.#scanner.end()) {
      yield* this.#take(piece);
    }
    const { builder, file } = this.#context;
    const origin = { file };
    if (cause === 'too-large' && wasOpen) {
      const { line, column } = this.#scanner.position;
      reportAt(this.#context, line, {
        code: 'syntax',
        severity: 'error',
        reason: `The file ends in the middle, at line ${line}, column ${column}; it was probably cut short.`,
      });
    }
    yield* this.#takeSharedList();
    if (this.#snapshot !== undefined) {
      this.#snapshot.end();
    } else if (this.#isPage()) {
      builder.countRecord();
      reportPageRest(builder, Object.fromEntries(this.#rest), origin);
    } else if (cause === 'too-large') {
      reportTooLarge(this.#context, this.#start.line, builder.limits.recordBytes);
    }
  }

  /** A page all of whose lists are empty is known by its mark. */
  #isPage(): boolean {
    return this.#hasList || (this.#rest.size > 0 && isPage(Object.fromEntries(this.#rest)));
  }

  /** The list that was held because it might have been a snapshot's. */
  *#takeSharedList(): Generator<void, void> {
    const elements = this.#snapshot === undefined ? listOf(this.#rest.get(SHARED_KEY)) : [];
    for (const [index, element] of elements.entries()) {
      this.#hasList = true;
      const origin = { file: this.#context.file, path: `${SHARED_KEY}[${index}]` };
      yield* interpretElement(this.#context.builder, element, origin, SHARED_KEY);
    }
  }

  *#take(piece: JsonPiece): Generator<void, void> {
    const { key, within = [], index, line, column } = piece;
    if (key === undefined) {
      return;
    }
    this.#pieces += 1;
    const [scope, list] = within;
    const place = scope === undefined || list === undefined ? key : groupPath(key, scope, list);
    const path = index === undefined ? place : `${place}[${index}]`;
    if (piece.tooLarge) {
      reportTooLarge(this.#context, line, this.#context.builder.limits.recordBytes, path);
      return;
    }
    const parsed = parseRecord(this.#context, piece.bytes, { line, column }, path);
    if (scope !== undefined) {
      yield* this.#inGroup(list, index, parsed?.value, path);
    } else if (parsed !== undefined) {
      yield* index === undefined ? this.#member(key, parsed.value) : this.#element(key, index, parsed.value, path);
    } else {
      this.#hasList ||= index !== undefined && isListKey(key);
    }
    if (this.#pieces % PIECES_PER_STEP === 0) {
      yield;
    }
  }

  /** A part of a group of an aggregated list: an element of its list; what else a group holds is a note about its emptiness. */
  *#inGroup(
    list: string | undefined,
    index: number | undefined,
    value: JsonValue | undefined,
    path: string,
  ): Generator<void, void> {
    this.#hasList ||= list !== undefined;
    if (list !== undefined && index !== undefined && isJsonObject(value)) {
      yield* interpretElement(this.#context.builder, value, { file: this.#context.file, path }, list);
    }
  }

  *#element(key: string, index: number, value: JsonValue, path: string): Generator<void, void> {
    if (this.#snapshot !== undefined) {
      this.#snapshot.row(key, index, value);
    } else if (isListKey(key) && key !== SHARED_KEY && isJsonObject(value)) {
      this.#hasList = true;
      yield* interpretElement(this.#context.builder, value, { file: this.#context.file, path }, key);
    } else {
      const list = this.#rest.get(key);
      if (Array.isArray(list)) {
        list.push(value);
      } else {
        this.#rest.set(key, [value]);
      }
    }
  }

  *#member(key: string, value: JsonValue): Generator<void, void> {
    if (this.#snapshot !== undefined) {
      this.#snapshot.member(key, value);
      return;
    }
    this.#rest.set(key, value);
    const version = this.#rest.get('version');
    if (this.#rest.get('format') === SNAPSHOT_FORMAT && version !== undefined) {
      yield* this.#startSnapshot(version);
    }
  }

  /** Members that came before it was known to be a snapshot are given to it now. */
  *#startSnapshot(version: JsonValue): Generator<void, void> {
    const snapshot = new SnapshotReading(this.#context.builder, { file: this.#context.file }, version);
    for (const [key, value] of this.#rest) {
      if (Array.isArray(value)) {
        for (const [index, row] of listOf(value).entries()) {
          snapshot.row(key, index, row);
        }
        yield;
      } else {
        snapshot.member(key, value);
      }
    }
    this.#rest.clear();
    this.#snapshot = snapshot;
  }
}
