import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { KINDS } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import { compilePaths, formatPath } from '../links/field-path.ts';
import type { PathNode } from '../links/field-path.ts';

/** Something in a document that was changed or left out on the way to its canonical form. */
export interface CanonicalIssue {
  /** Concrete path in the document as it was given. */
  readonly path: string;
  readonly code: 'unsafe-key' | 'too-deep';
}

export interface CanonicalDocument {
  /** The given object itself when nothing had to change. */
  readonly data: JsonObject;
  readonly issues: readonly CanonicalIssue[];
}

type MapMarks = PathNode<true>;

const marksOfKind: ReadonlyMap<KindId, MapMarks> = new Map(
  KINDS.map((kind) => [kind.id, compilePaths(kind.maps.map((path) => ({ path, payload: true as const })))]),
);

/** The key that would change an object's prototype if it were ever assigned; no API has a field of this name. */
const UNSAFE_KEY = '__proto__';

/** Deeper than any real document (pipeline specifications reach about 40), far from the stack's limit. */
export const MAX_DOCUMENT_DEPTH = 200;

/**
 * Brings a document to REST v1 JSON: snake_case keys become camelCase, except in maps whose keys are data (labels); keys that
 * could reach a prototype and what lies deeper than `MAX_DOCUMENT_DEPTH` are left out and reported. Shares all parts that need
 * no change with the input, so that a document in canonical form costs no copy.
 */
export function canonicalDocument(kind: KindId, data: JsonObject): CanonicalDocument {
  const issues: CanonicalIssue[] = [];
  const canonical = canonicalObject(data, marksOfKind.get(kind), false, 0, { issues, path: [] });
  return { data: canonical, issues };
}

interface Walk {
  readonly issues: CanonicalIssue[];
  readonly path: (string | number)[];
}

function canonicalValue(
  value: JsonValue,
  marks: MapMarks | undefined,
  keysAreData: boolean,
  depth: number,
  walk: Walk,
): JsonValue {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (depth > MAX_DOCUMENT_DEPTH) {
    walk.issues.push({ path: formatPath(walk.path), code: 'too-deep' });
    return null;
  }
  return isJsonObject(value)
    ? canonicalObject(value, marks, keysAreData, depth, walk)
    : canonicalList(value, marks, keysAreData, depth, walk);
}

function canonicalList(
  list: readonly JsonValue[],
  marks: MapMarks | undefined,
  keysAreData: boolean,
  depth: number,
  walk: Walk,
): readonly JsonValue[] {
  const deep = keysAreData || isDeepMap(marks);
  let copy: JsonValue[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const element = list[index] ?? null;
    if (typeof element !== 'object' || element === null) {
      continue;
    }
    walk.path.push(index);
    const changed = canonicalValue(element, marks?.element, deep, depth + 1, walk);
    walk.path.pop();
    if (changed !== element) {
      copy ??= [...list];
      copy[index] = changed;
    }
  }
  return copy ?? list;
}

function canonicalObject(
  object: JsonObject,
  marks: MapMarks | undefined,
  keysAreData: boolean,
  depth: number,
  walk: Walk,
): JsonObject {
  const deep = keysAreData || isDeepMap(marks);
  const keepKeys = deep || (marks !== undefined && marks.payloads.length > 0);
  let entries: [string, JsonValue][] | undefined;
  let seen = 0;
  // Parsed JSON inherits nothing that is enumerable; a list of keys for each object would cost more than the walk.
  for (const key in object) {
    const value = object[key] ?? null;
    if (key === UNSAFE_KEY) {
      walk.issues.push({ path: formatPath([...walk.path, key]), code: 'unsafe-key' });
      entries ??= Object.entries(object).slice(0, seen);
      seen += 1;
      continue;
    }
    const camel = keepKeys || !key.includes('_') ? key : camelCase(key);
    // Where both spellings occur, the API's own keeps its place and the other stays readable beside it.
    const canonicalKey = camel !== key && Object.hasOwn(object, camel) ? key : camel;
    let changed = value;
    if (typeof value === 'object' && value !== null) {
      walk.path.push(key);
      changed = canonicalValue(value, marks?.fields.get(canonicalKey) ?? marks?.anyKey, deep, depth + 1, walk);
      walk.path.pop();
    }
    if (changed !== value || canonicalKey !== key) {
      entries ??= Object.entries(object).slice(0, seen);
    }
    entries?.push([canonicalKey, changed]);
    seen += 1;
  }
  return entries === undefined ? object : Object.fromEntries(entries);
}

function isDeepMap(marks: MapMarks | undefined): boolean {
  return marks !== undefined && marks.deepPayloads.length > 0;
}

/** `worker_pool_specs` is `workerPoolSpecs`; keys of other shapes (`_x`, `IP_CIDR`) are no field names and stay. */
function camelCase(key: string): string {
  return /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/.test(key)
    ? key.replaceAll(/_([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase())
    : key;
}
