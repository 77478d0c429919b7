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

interface Walk {
  readonly mask: Mask;
  readonly steps: (string | number)[];
  /** Made with the first text: most documents hide none. */
  texts: Map<string, RedactedValue> | undefined;
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
  const walk: Walk = { mask, steps: [], texts: undefined };
  const marks = kind === undefined ? undefined : marksOfKind.get(kind);
  const value = redactObject(data, marks, undefined, walk);
  return { value, texts: walk.texts ?? NO_TEXTS };
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

/**
 * `marks` are those of the value's place, `deep` that of a `**` path above it, `name` the flag, variable or field it is the value
 * of (empty where there is none).
 */
function redact(
  value: JsonValue,
  marks: SecretMarks | undefined,
  deep: SecretPath['mask'] | undefined,
  name: string,
  walk: Walk,
): JsonValue {
  if (typeof value === 'string') {
    return redactString(value, marks, deep, name, walk);
  }
  if (Array.isArray(value)) {
    return redactList(value as readonly JsonValue[], marks, deep, walk);
  }
  return isJsonObject(value) ? redactObject(value, marks, deep, walk) : value;
}

function redactObject(
  object: JsonObject,
  marks: SecretMarks | undefined,
  above: SecretPath['mask'] | undefined,
  walk: Walk,
): JsonObject {
  const deep = marks?.deepPayloads[0] ?? above;
  let entries: [string, JsonValue][] | undefined;
  let index = 0;
  // Documents are plain data without inherited keys; most objects hide nothing and need no list of theirs.
  for (const key in object) {
    const value = object[key] ?? null;
    if (typeof value === 'string' || (typeof value === 'object' && value !== null)) {
      const name = key === 'value' && typeof object['name'] === 'string' ? object['name'] : key;
      walk.steps.push(key);
      const changed = redact(value, marks?.fields.get(key) ?? marks?.anyKey, deep, name, walk);
      walk.steps.pop();
      if (changed !== value) {
        entries ??= Object.entries(object);
        entries[index] = [key, changed];
      }
    }
    index += 1;
  }
  return entries === undefined ? object : Object.fromEntries(entries);
}

function redactList(
  list: readonly JsonValue[],
  marks: SecretMarks | undefined,
  above: SecretPath['mask'] | undefined,
  walk: Walk,
): readonly JsonValue[] {
  const deep = marks?.deepPayloads[0] ?? above;
  let copy: JsonValue[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const element = list[index] ?? null;
    // `--password`, `x`: the value of a flag stands in the next element.
    const before = index > 0 ? list[index - 1] : undefined;
    const isFlag = typeof before === 'string' && before.startsWith('-') && /^--?[A-Za-z][\w.-]*$/.test(before);
    walk.steps.push(index);
    const changed = redact(element, marks?.element, deep, isFlag ? before : '', walk);
    walk.steps.pop();
    if (changed !== element) {
      copy ??= [...list];
      copy[index] = changed;
    }
  }
  return copy ?? list;
}

function redactString(
  text: string,
  marks: SecretMarks | undefined,
  deep: SecretPath['mask'] | undefined,
  name: string,
  walk: Walk,
): string {
  const rule = marks?.payloads[0] ?? marks?.element?.payloads[0] ?? deep ?? marks?.deepPayloads[0];
  const isWhole = rule === 'value' || isSecretName(name);
  // Nearly all texts end here, and leave nothing behind.
  if (!isWhole && findCredentials(text).length === 0) {
    return text;
  }
  const result = text === '' || isMasked(text) ? undefined : redactBy(rule, text, name, walk.mask);
  if (result === undefined) {
    return text;
  }
  walk.texts ??= new Map();
  walk.texts.set(formatPath(walk.steps), { raw: text, masked: result.text, reason: result.reason });
  return result.text;
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
