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
  readonly texts: Map<string, RedactedValue>;
}

/** What the surroundings of a text say about it. */
interface Surroundings {
  readonly marks: SecretMarks | undefined;
  /** Marks of `**` paths above. */
  readonly deep: SecretPath['mask'] | undefined;
  /** Flag, variable or field the text is the value of; empty where there is none. */
  readonly name: string;
}

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
  const walk: Walk = { mask, steps: [], texts: new Map() };
  const marks = kind === undefined ? undefined : marksOfKind.get(kind);
  const value = redactObject(data, { marks, deep: undefined, name: '' }, walk);
  return { value, texts: walk.texts };
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

function redact(value: JsonValue, around: Surroundings, walk: Walk): JsonValue {
  if (typeof value === 'string') {
    return redactString(value, around, walk);
  }
  if (Array.isArray(value)) {
    return redactList(value as readonly JsonValue[], around, walk);
  }
  return isJsonObject(value) ? redactObject(value, around, walk) : value;
}

function redactObject(object: JsonObject, { marks, deep: above }: Surroundings, walk: Walk): JsonObject {
  const deep = marks?.deepPayloads[0] ?? above;
  let entries: [string, JsonValue][] | undefined;
  const keys = Object.keys(object);
  for (const [index, key] of keys.entries()) {
    const value = object[key] ?? null;
    const name = key === 'value' && typeof object['name'] === 'string' ? object['name'] : key;
    walk.steps.push(key);
    const changed = redact(value, { marks: marks?.fields.get(key) ?? marks?.anyKey, deep, name }, walk);
    walk.steps.pop();
    if (changed !== value && entries === undefined) {
      entries = keys.slice(0, index).map((before) => [before, object[before] ?? null]);
    }
    entries?.push([key, changed]);
  }
  return entries === undefined ? object : Object.fromEntries(entries);
}

function redactList(list: readonly JsonValue[], around: Surroundings, walk: Walk): readonly JsonValue[] {
  const deep = around.marks?.deepPayloads[0] ?? around.deep;
  let copy: JsonValue[] | undefined;
  for (const [index, element] of list.entries()) {
    // `--password`, `x`: the value of a flag stands in the next element.
    const before = index > 0 ? list[index - 1] : undefined;
    const isFlag = typeof before === 'string' && /^--?[A-Za-z][\w.-]*$/.test(before);
    walk.steps.push(index);
    const changed = redact(element, { marks: around.marks?.element, deep, name: isFlag ? before : '' }, walk);
    walk.steps.pop();
    if (changed !== element) {
      copy ??= [...list];
      copy[index] = changed;
    }
  }
  return copy ?? list;
}

function redactString(text: string, { marks, deep, name }: Surroundings, walk: Walk): string {
  const rule = marks?.payloads[0] ?? marks?.element?.payloads[0] ?? deep ?? marks?.deepPayloads[0];
  const isNamed = isSecretName(name) && !isHarmlessValue(text) && !text.startsWith('-');
  const result =
    text === '' || isMasked(text)
      ? undefined
      : rule === 'value'
        ? redactWhole(text, nameOfSecret(name), walk.mask)
        : isNamed
          ? redactWhole(text, nameOfSecret(name), walk.mask)
          : redactParts(text, walk.mask);
  if (result === undefined) {
    return text;
  }
  walk.texts.set(formatPath(walk.steps), { raw: text, masked: result.text, reason: result.reason });
  return result.text;
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
  // A web address with a query may be signed: it is a key, not a name.
  const references = findTextReferences(text)
    .filter((reference) => !/^https?:/i.test(reference.text) && findCredentials(reference.text).length === 0)
    .map((reference) => reference.text);
  const [only, another] = references;
  if (only === text.trim() && another === undefined) {
    return undefined;
  }
  return { text: [mask(text), ...new Set(references)].join(' '), reason };
}

/** A text that was masked before stays as it is, so that masking twice is masking once. */
function isMasked(text: string): boolean {
  return /^\[masked (?:\d+-\d+|more than \d+) characters #[0-9a-f]{6}\](?: \S+)*$/.test(text);
}

function nameOfSecret(name: string): string {
  return name === '' ? 'a value that is secret by its place' : `value of ${name.replace(/^-+/, '')}`;
}
