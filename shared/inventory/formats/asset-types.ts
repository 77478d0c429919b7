import { decodeUtf8 } from './utf8.ts';

interface Entry {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly known: boolean;
  count: number;
}

/** Tells assets we keep from those we only count, by the bytes of their type, without making a string of each. */
export class AssetTypes {
  readonly #isKnown: (type: string) => boolean;
  readonly #limit: number;
  readonly #buckets = new Map<number, Entry[]>();
  #entries = 0;
  #others = 0;
  #latest: Entry | undefined;

  /** `limit` bounds the number of different types remembered. */
  constructor(isKnown: (type: string) => boolean, limit: number) {
    this.#isKnown = isKnown;
    this.#limit = limit;
  }

  /** Returns true, and counts the asset, when the type in these bytes is not one of ours. */
  skips(bytes: Uint8Array, from: number, to: number): boolean {
    const entry = this.#find(bytes, from, to);
    if (entry === undefined) {
      this.#others += 1;
      return true;
    }
    this.#latest = entry;
    if (entry.known) {
      return false;
    }
    entry.count += 1;
    return true;
  }

  /** Counts one more asset of a type that was found otherwise. */
  count(type: string): void {
    const bytes = new TextEncoder().encode(type);
    const entry = this.#find(bytes, 0, bytes.length);
    if (entry === undefined) {
      this.#others += 1;
    } else {
      entry.count += 1;
    }
  }

  /** Types counted, by name; types beyond the limit are one entry. */
  counts(): readonly { readonly type: string; readonly count: number }[] {
    const named = [...this.#buckets.values()].flat().filter((entry) => entry.count > 0);
    const counts = named.map(({ type, count }) => ({ type, count }));
    counts.sort((left, right) => (left.type < right.type ? -1 : 1));
    return this.#others === 0 ? counts : [...counts, { type: 'other types', count: this.#others }];
  }

  /** The entry of a type, made when it is new; undefined when there are too many. */
  #find(bytes: Uint8Array, from: number, to: number): Entry | undefined {
    // Exports are mostly sorted by type, so the next is usually the same.
    if (this.#latest !== undefined && equals(this.#latest.bytes, bytes, from, to)) {
      return this.#latest;
    }
    const hash = hashOf(bytes, from, to);
    const bucket = this.#buckets.get(hash) ?? [];
    const found = bucket.find((entry) => equals(entry.bytes, bytes, from, to));
    if (found !== undefined) {
      return found;
    }
    const type = decodeUtf8(bytes.subarray(from, to)).text;
    const known = this.#isKnown(type);
    if (!known && this.#entries >= this.#limit) {
      return undefined;
    }
    const made: Entry = { bytes: bytes.slice(from, to), type, known, count: 0 };
    this.#buckets.set(hash, [...bucket, made]);
    this.#entries += 1;
    return made;
  }
}

function equals(expected: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (expected.length !== to - from) {
    return false;
  }
  // From the end: types differ there (`…/Instance`, `…/Disk`), their beginnings are alike.
  for (let index = expected.length - 1; index >= 0; index -= 1) {
    if (expected[index] !== bytes[from + index]) {
      return false;
    }
  }
  return true;
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let index = from; index < to; index += 1) {
    hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  }
  return hash;
}
