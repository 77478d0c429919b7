import type { GraphNode, NodeId } from '../graph/graph.ts';
import { groupBy } from '../group-by.ts';
import { findCredentials, isHarmlessValue, isSecretName } from '../inventory/credentials.ts';
import { hiddenTextsOf as findHiddenTexts } from '../inventory/masking.ts';
import type { RedactedValue } from '../inventory/redaction.ts';
import { isJsonObject } from '../json.ts';
import { formatPath } from '../links/field-path.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { ResourceDocument } from '../resource/document.ts';
import { lookup, ofLast } from './rule.ts';
import type { RuleContext } from './rule.ts';
import { looksRandom, verifyCredential } from './verify-credential.ts';

/** A value that is, or may be, a credential. */
export interface Suspect {
  readonly path: string;
  /** Masked. */
  readonly value: string;
  /** `certain`: by its form or its name. `random`: only because it looks drawn at random. `masked`: cannot be told any more. */
  readonly sort: 'certain' | 'random' | 'masked';
  /** What it is: `GitHub token`. */
  readonly what: string;
}

/**
 * The texts of a document that are masked wherever it is shown, by their places. Found without making the masks, each of which
 * costs a hash that most findings do not need.
 */
export const hiddenTextsOf = ofLast(
  (document: ResourceDocument): ReadonlyMap<string, Pick<RedactedValue, 'raw' | 'reason'>> =>
    findHiddenTexts(document, () => ''),
);

/** Reason of a redaction that says nothing about the value. */
const BY_PLACE = 'a value that is secret by its place';

/** The suspicious values of a document, each masked; computed once for a document. */
export function suspectsOf(node: GraphNode, context: RuleContext): readonly Suspect[] {
  const tables = tablesOf(context);
  const known = tables.suspects.get(node.id);
  if (known !== undefined) {
    return known;
  }
  const found = node.document === undefined ? NO_SUSPECTS : findSuspects(node.document, node, context);
  tables.suspects.set(node.id, found);
  return found;
}

function findSuspects(
  document: NonNullable<GraphNode['document']>,
  node: GraphNode,
  context: RuleContext,
): readonly Suspect[] {
  const hidden = hiddenTextsOf(document, context);
  const masked = tablesOf(context).redactions.get(document.name);
  const plain = randomTexts(node, document.data);
  if (hidden.size === 0 && masked === undefined && plain.length === 0) {
    return NO_SUSPECTS;
  }
  const found: Suspect[] = [];
  for (const [path, { raw, reason }] of hidden) {
    const suspect = path.startsWith('iamPolicy.')
      ? undefined
      : judgeRaw(path, raw, reason, () => context.masker.maskAt(document, path, raw));
    if (suspect !== undefined) {
      found.push(suspect);
    }
  }
  const earlier = (masked ?? NO_REDACTIONS).flatMap(({ path, reason }): readonly Suspect[] => {
    const mask = textAtPath(document.data, path);
    return mask?.includes('[masked ') === true ? [judgeMask(path, mask, reason)] : [];
  });
  const random = plain.flatMap(({ path, value }): Suspect[] =>
    hidden.has(path) ? [] : [{ path, value: hide(value), sort: 'random', what: 'looks drawn at random' }],
  );
  return found.length + earlier.length + random.length === 0 ? NO_SUSPECTS : [...found, ...earlier, ...random];
}

const NO_SUSPECTS: readonly Suspect[] = [];
const NO_REDACTIONS: readonly { readonly path: string; readonly reason: string }[] = [];

function judgeRaw(path: string, raw: string, reason: string, mask: () => string): Suspect | undefined {
  const credentials = findCredentials(raw);
  const sound = credentials.filter(({ start, end }) => verifyCredential(raw.slice(start, end)) !== 'wrong');
  const isNamed = isSecretName(nameIn(reason)) && !isHarmlessValue(raw);
  if (sound.length > 0 || (isNamed && credentials.length === 0)) {
    const what = sound.length > 0 ? [...new Set(sound.map((each) => each.what))].join(', ') : reason;
    return { path, value: mask(), sort: 'certain', what };
  }
  return credentials.length === 0 && looksRandom(raw)
    ? { path, value: mask(), sort: 'random', what: 'looks drawn at random' }
    : undefined;
}

/** Of a value that was masked before, the reason and the length class are all there is. */
function judgeMask(path: string, mask: string, reason: string): Suspect {
  const isNamed = reason.startsWith('value of ');
  // A short value under a telling name may be a switch.
  const tells = isNamed ? isSecretName(nameIn(reason)) && !mask.startsWith('[masked 1-8 ') : reason !== BY_PLACE;
  return { path, value: mask, sort: tells ? 'certain' : 'masked', what: reason };
}

/** The variable or flag that a reason names; empty where it names none. */
function nameIn(reason: string): string {
  return /^value of (.+)$/s.exec(reason)?.[1] ?? '';
}

/** Arguments are not masked as a whole, so what only looks random in them is hidden here. */
function hide(value: string): string {
  return value
    .split(/([\s=,;"']+)/)
    .map((part) => (looksRandom(part) ? `[hidden, ${part.length} characters]` : part))
    .join('');
}

/** Arguments and commands that hold something which looks drawn at random. */
function randomTexts(node: GraphNode, data: JsonObject): readonly { readonly path: string; readonly value: string }[] {
  const found: { path: string; value: string }[] = [];
  const steps: (string | number)[] = [];
  const walk = (value: JsonValue, isText: boolean): void => {
    if (typeof value === 'string') {
      if (isText && mayLookRandom(value) && value.split(/[\s=,;"']+/).some(looksRandom)) {
        found.push({ path: formatPath(steps), value });
      }
    } else if (Array.isArray(value)) {
      const list = value as readonly JsonValue[];
      for (let index = 0; index < list.length; index += 1) {
        steps.push(index);
        walk(list[index] ?? null, isText);
        steps.pop();
      }
    } else if (isJsonObject(value)) {
      for (const key in value) {
        const field = value[key] ?? null;
        if (typeof field === 'object' || isText) {
          steps.push(key);
          walk(field, isText || key === 'args' || key === 'command');
          steps.pop();
        }
      }
    }
  };
  if (node.state === 'present') {
    walk(data, false);
  }
  return found;
}

/** What looks random is a long word with capitals: most arguments need not be taken apart to know that they hold none. */
function mayLookRandom(text: string): boolean {
  return /[A-Z]/.test(text) && /[\w+/~-]{24}/.test(text);
}

/** The text at a concrete path as `formatPath` writes it; undefined where there is none. */
function textAtPath(data: JsonObject, path: string): string | undefined {
  let value: JsonValue | undefined = data;
  for (const [, name, index, quoted] of path.matchAll(/([^.[\]"]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)) {
    if (index !== undefined) {
      value = Array.isArray(value) ? (value as readonly JsonValue[])[Number(index)] : undefined;
    } else {
      const key: string = quoted === undefined ? (name ?? '') : String(JSON.parse(quoted));
      value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    }
  }
  return typeof value === 'string' ? value : undefined;
}

const tablesOf = lookup((context) => {
  const redactions = groupBy(context.redactions, ({ document }) => document);
  return { redactions, suspects: new Map<NodeId, readonly Suspect[]>() };
});

/** Resources that hold each certain credential, by its mask. */
export function holdersOf(context: RuleContext): ReadonlyMap<string, ReadonlySet<NodeId>> {
  return holders(context);
}

const holders = lookup((context) => {
  const found = new Map<string, Set<NodeId>>();
  for (const node of context.graph.nodes.values()) {
    for (const { value, sort } of suspectsOf(node, context)) {
      for (const mask of sort === 'certain' ? masksIn(value) : []) {
        const known = found.get(mask) ?? new Set<NodeId>();
        known.add(node.id);
        found.set(mask, known);
      }
    }
  }
  return found;
});

/** The masks inside a text; equal secrets have equal ones. */
export function masksIn(value: string): readonly string[] {
  return value.match(/\[masked [^\]]+#[0-9a-f]{6}\]/g) ?? [];
}
