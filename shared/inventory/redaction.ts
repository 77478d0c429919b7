import { groupBy } from '../group-by.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import { KINDS } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import type { SecretPath } from '../kinds/kind.ts';
import { compilePaths, formatPath } from '../links/field-path.ts';
import type { PathNode } from '../links/field-path.ts';
import { findTextReferences } from '../links/parsers/text-references.ts';
import { findCredentials, isHarmlessValue, isSecretName } from './credentials.ts';

/** Makes the text that stands for a secret. */
export type Mask = (secret: string) => string;

/** A text before and after masking. */
export interface RedactedValue {
  readonly raw: string;
  readonly masked: string;
  /** What was masked, for the user. */
  readonly reason: string;
}

type SecretMarks = PathNode<SecretPath['mask']>;

const marksOfKind: ReadonlyMap<KindId, SecretMarks> = new Map(
  KINDS.map((kind) => [kind.id, compilePaths(kind.secrets.map(({ path, mask }) => ({ path, payload: mask })))]),
);

/** A text that is to be masked, and where it stands. */
interface HiddenText extends RedactedValue {
  readonly steps: readonly (string | number)[];
}

interface Walk {
  readonly mask: Mask;
  readonly steps: (string | number)[];
  readonly found: HiddenText[];
}

const NO_TEXTS: ReadonlyMap<string, RedactedValue> = new Map();

/**
 * Masks the secrets of a document: whole values at the kind's secret paths, and credentials of known form or telling name
 * wherever they stand. A secret value that is nothing but a reference to a resource (`gs://…`, a secret's name) stays, and
 * references inside a masked value are kept behind its mask, because links are made from them.
 * Returns a copy that shares what was not changed, and every changed text by its concrete path.
 */
export function redactValue(
  kind: KindId | undefined,
  data: JsonObject,
  mask: Mask,
): { readonly value: JsonObject; readonly texts: ReadonlyMap<string, RedactedValue> } {
  const found = findHidden(kind, data, mask);
  return { value: found.length === 0 ? data : copyObject(data, found, 0), texts: byPath(found) };
}

/** The texts that `redactValue` changes, by their concrete paths: without the copy, which costs more than finding them. */
export function hiddenTexts(
  kind: KindId | undefined,
  data: JsonObject,
  mask: Mask,
): ReadonlyMap<string, RedactedValue> {
  return byPath(findHidden(kind, data, mask));
}

function findHidden(kind: KindId | undefined, data: JsonObject, mask: Mask): readonly HiddenText[] {
  const walk: Walk = { mask, steps: [], found: [] };
  searchObject(data, kind === undefined ? undefined : marksOfKind.get(kind), undefined, walk);
  return walk.found;
}

function byPath(found: readonly HiddenText[]): ReadonlyMap<string, RedactedValue> {
  return found.length === 0 ? NO_TEXTS : new Map(found.map((hidden) => [formatPath(hidden.steps), hidden]));
}

/** `found` are the texts below the object, in the order of the walk, and `depth` is the number of steps that lead to it. */
function copyObject(object: JsonObject, found: readonly HiddenText[], depth: number): JsonObject {
  const changed = byStep(found, depth);
  // From its entries, so that a key such as `__proto__` stays a key.
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, withMasks(value, changed.get(key), depth + 1)]),
  );
}

function withMasks(value: JsonValue, found: readonly HiddenText[] | undefined, depth: number): JsonValue {
  if (found === undefined) {
    return value;
  }
  if (Array.isArray(value)) {
    const changed = byStep(found, depth);
    return (value as readonly JsonValue[]).map((element, index) => withMasks(element, changed.get(index), depth + 1));
  }
  return isJsonObject(value) ? copyObject(value, found, depth) : (found[0]?.masked ?? value);
}

function byStep(found: readonly HiddenText[], depth: number): ReadonlyMap<string | number, readonly HiddenText[]> {
  return groupBy(found, ({ steps }) => steps[depth] ?? '');
}

/** Masks the credentials of known form inside a text. */
export function redactText(text: string, mask: Mask): { readonly text: string; readonly reason?: string } {
  const found = findCredentials(text);
  if (found.length === 0) {
    return { text };
  }
  let result = '';
  let at = 0;
  for (const { start, end } of found) {
    result += text.slice(at, start) + mask(text.slice(start, end));
    at = end;
  }
  return { text: result + text.slice(at), reason: [...new Set(found.map(({ what }) => what))].join(', ') };
}

/** `marks` are those of the object's place, `above` that of a `**` path above it. */
function searchObject(
  object: JsonObject,
  marks: SecretMarks | undefined,
  above: SecretPath['mask'] | undefined,
  walk: Walk,
): void {
  const deep = marks?.deepPayloads[0] ?? above;
  // Documents are plain data without inherited keys; a list of the keys of every object would cost as much as the search.
  for (const key in object) {
    const value = object[key] ?? null;
    if (typeof value === 'string') {
      const name = key === 'value' && typeof object['name'] === 'string' ? object['name'] : key;
      searchText(value, key, marks?.fields.get(key) ?? marks?.anyKey, deep, name, walk);
    } else if (typeof value === 'object' && value !== null) {
      walk.steps.push(key);
      searchBelow(value, marks?.fields.get(key) ?? marks?.anyKey, deep, walk);
      walk.steps.pop();
    }
  }
}

function searchBelow(
  value: JsonObject | readonly JsonValue[],
  marks: SecretMarks | undefined,
  above: SecretPath['mask'] | undefined,
  walk: Walk,
): void {
  if (isJsonObject(value)) {
    searchObject(value, marks, above, walk);
    return;
  }
  const deep = marks?.deepPayloads[0] ?? above;
  for (let index = 0; index < value.length; index += 1) {
    const element = value[index] ?? null;
    if (typeof element === 'string') {
      // `--password`, `x`: the value of a flag stands in the next element.
      const before = index > 0 ? value[index - 1] : undefined;
      const isFlag = typeof before === 'string' && before.startsWith('-') && /^--?[A-Za-z][\w.-]*$/.test(before);
      searchText(element, index, marks?.element, deep, isFlag ? before : '', walk);
    } else if (typeof element === 'object' && element !== null) {
      walk.steps.push(index);
      searchBelow(element, marks?.element, deep, walk);
      walk.steps.pop();
    }
  }
}

/** `name` is the flag, variable or field the text is the value of (empty where there is none). */
function searchText(
  text: string,
  step: string | number,
  marks: SecretMarks | undefined,
  deep: SecretPath['mask'] | undefined,
  name: string,
  walk: Walk,
): void {
  const rule = marks?.payloads[0] ?? marks?.element?.payloads[0] ?? deep ?? marks?.deepPayloads[0];
  const isWhole = rule === 'value' || isSecretName(name);
  // Nearly all texts end here, and leave nothing behind.
  if ((!isWhole && findCredentials(text).length === 0) || text === '' || isMasked(text)) {
    return;
  }
  const result = redactBy(rule, text, name, walk.mask);
  if (result !== undefined) {
    walk.found.push({ steps: [...walk.steps, step], raw: text, masked: result.text, reason: result.reason });
  }
}

function redactBy(
  rule: SecretPath['mask'] | undefined,
  text: string,
  name: string,
  mask: Mask,
): { readonly text: string; readonly reason: string } | undefined {
  const isNamed = isSecretName(name) && !isHarmlessValue(text) && !text.startsWith('-');
  return rule === 'value' || isNamed ? redactWhole(text, nameOfSecret(name), mask) : redactParts(text, mask);
}

function redactParts(text: string, mask: Mask): { readonly text: string; readonly reason: string } | undefined {
  const { text: masked, reason } = redactText(text, mask);
  return reason === undefined ? undefined : { text: masked, reason };
}

function redactWhole(
  text: string,
  reason: string,
  mask: Mask,
): { readonly text: string; readonly reason: string } | undefined {
  // A web address with a query or a user in it may be signed: it is a key, not a name.
  const references = findTextReferences(text)
    .filter((reference) => !/^https?:.*[?#@]/i.test(reference.text) && findCredentials(reference.text).length === 0)
    .map((reference) => reference.text);
  if (references[0] === text.trim()) {
    return undefined;
  }
  return { text: [mask(text), ...new Set(references)].join(' '), reason };
}

/** A text that was masked before stays as it is, so that masking twice is masking once. */
function isMasked(text: string): boolean {
  return (
    text.startsWith('[masked ') && /^\[masked (?:\d+-\d+|more than \d+) characters #[0-9a-f]{6}\](?: \S+)*$/.test(text)
  );
}

function nameOfSecret(name: string): string {
  return name === '' ? 'a value that is secret by its place' : `value of ${name.replace(/^-+/, '')}`;
}
