import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** What identifies a finding, as it is or as it was written. */
export interface Printable {
  readonly rule: string;
  readonly resource: string;
  readonly evidence: readonly { readonly document: string; readonly path: string; readonly value: string }[];
}

/**
 * Identifies a flaw over time: by rule, resource and what the evidence says. Places in lists do not count, because they move when
 * something is added before them, nor do the digits of masks, which differ from one inventory to the next.
 */
export function fingerprintOf(printable: Printable): string {
  const known = fingerprints.get(printable) ?? makeFingerprint(printable);
  fingerprints.set(printable, known);
  return known;
}

/** Asked for again with each acceptance, filter and comparison of the same findings. */
const fingerprints = new WeakMap<Printable, string>();

function makeFingerprint({ rule, resource, evidence }: Printable): string {
  const proofs = new Set(
    evidence.map(({ document, path, value }) =>
      JSON.stringify([document, path.replaceAll(/\[\d+\]/g, '[]'), unmask(value)]),
    ),
  );
  const text = JSON.stringify([rule, resource, ...[...proofs].toSorted()]);
  return bytesToHex(sha256(new TextEncoder().encode(text))).slice(0, 32);
}

function unmask(value: string): string {
  return value.replaceAll(/ #[0-9a-f]{6}\]/g, ']');
}
