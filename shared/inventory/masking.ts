import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { JsonObject } from '../json.ts';
import type { ResourceDocument } from '../resource/document.ts';
import { hiddenTexts, redactText, redactValue } from './redaction.ts';
import type { Mask, RedactedValue } from './redaction.ts';

/** A document without its secrets. */
export interface MaskedDocument {
  /** The given data itself where there was nothing to mask. */
  readonly data: JsonObject;
  /** Absent where the document has none. */
  readonly iamPolicy?: JsonObject;
  /** What was masked: concrete path (`iamPolicy.…` inside the policy) and what it was. */
  readonly masked: readonly { readonly path: string; readonly reason: string }[];
}

/** Masks secrets for one purpose: under one key equal secrets get equal masks, and under another different ones. */
export interface Masker {
  maskDocument(document: ResourceDocument): MaskedDocument;
  /**
   * Masks a value that was taken from a document at a concrete path (an evidence, an unclaimed reference, a fact), or a part of
   * that value. Returns it unchanged where there is nothing to mask.
   */
  maskAt(document: ResourceDocument, path: string, value: string): string;
  /** Masks a policy that belongs to no document. */
  maskPolicy(policy: JsonObject): JsonObject;
  /** Masks credentials of known form in any text (a title, a label). */
  maskText(text: string): string;
  /** As `maskText`, and says what was masked. */
  redactText(text: string): { readonly text: string; readonly reason?: string };
}

/** Masks that a masker keeps at most. */
const REMEMBERED_MASKS = 10_000;

/** Upper ends of the length classes. */
const LENGTHS = [8, 16, 32, 64, 128, 256, 1024] as const;

/**
 * The mask of a secret: its length class, so that a reviewer can tell a password from a key file, and six digits of an HMAC, so
 * that equal secrets can be seen to be equal: `[masked 33-64 characters #a1b2c3]`.
 */
export function maskOf(key: Uint8Array, secret: string): string {
  const upper = LENGTHS.find((length) => secret.length <= length);
  const below = LENGTHS.findLast((length) => length < secret.length) ?? 0;
  const size = upper === undefined ? `more than ${below}` : `${below + 1}-${upper}`;
  const digest = bytesToHex(hmac(sha256, key, new TextEncoder().encode(secret)));
  return `[masked ${size} characters #${digest.slice(0, 6)}]`;
}

/** Makes a masker. `key` should be random for display, or `contentKey` where equal content must give equal output. */
export function createMasker(key: Uint8Array): Masker {
  // Many jobs share a secret; the bound keeps a hostile inventory from filling the memory.
  const masks = new Map<string, string>();
  const mask: Mask = (secret) => {
    const known = masks.get(secret) ?? maskOf(key, secret);
    if (masks.size < REMEMBERED_MASKS) {
      masks.set(secret, known);
    }
    return known;
  };
  const documents = new WeakMap<
    ResourceDocument,
    MaskedDocument & { readonly texts: ReadonlyMap<string, RedactedValue> }
  >();

  function masked(document: ResourceDocument): MaskedDocument & { readonly texts: ReadonlyMap<string, RedactedValue> } {
    const found = documents.get(document);
    if (found !== undefined) {
      return found;
    }
    const result = redactDocument(document, mask);
    documents.set(document, result);
    return result;
  }

  return {
    maskDocument: masked,
    maskAt(document, path, value) {
      const at = masked(document).texts.get(path);
      if (at === undefined) {
        return value;
      }
      // A part that survived masking as a whole is a reference, not a secret.
      return value !== at.raw && at.masked.includes(value) ? value : value === at.raw ? at.masked : mask(value);
    },
    maskPolicy: (policy) => redactValue(undefined, policy, mask).value,
    maskText: (text) => redactText(text, mask).text,
    redactText: (text) => redactText(text, mask),
  };
}

/** Masks one document with any mask function. */
export function redactDocument(
  document: ResourceDocument,
  mask: Mask,
): MaskedDocument & { readonly texts: ReadonlyMap<string, RedactedValue> } {
  const data = redactValue(document.kind, document.data, mask);
  const policy = document.iamPolicy === undefined ? undefined : redactValue(undefined, document.iamPolicy, mask);
  const texts = joinTexts(data.texts, policy?.texts);
  return {
    data: data.value,
    ...(policy === undefined ? {} : { iamPolicy: policy.value }),
    masked: [...texts].map(([path, { reason }]) => ({ path, reason })),
    texts,
  };
}

/** The texts of a document that `redactDocument` masks, by their concrete paths, for callers that need no masked document. */
export function hiddenTextsOf(document: ResourceDocument, mask: Mask): ReadonlyMap<string, RedactedValue> {
  const { kind, data, iamPolicy } = document;
  return joinTexts(
    hiddenTexts(kind, data, mask),
    iamPolicy === undefined ? undefined : hiddenTexts(undefined, iamPolicy, mask),
  );
}

function joinTexts(
  data: ReadonlyMap<string, RedactedValue>,
  policy: ReadonlyMap<string, RedactedValue> | undefined,
): ReadonlyMap<string, RedactedValue> {
  return policy === undefined || policy.size === 0
    ? data
    : new Map([...data, ...[...policy].map(([path, text]) => [`iamPolicy.${path}`, text] as const)]);
}
