/** Least milliseconds between two derivations of an inventory that grows. */
const SHORTEST_INTERVAL = 700;
/** A derivation may take this share of the time at most; the rest is for reading and answering. */
const SHARE = 1 / 3;

/** Decides when an inventory that is still being collected is derived anew. */
export interface Growth {
  /** Milliseconds until the next derivation is due, 0 when it is; undefined when nothing came since the last one. */
  due(records: number): number | undefined;
  /** Notes a derivation of so many records that has begun and ended at these times, in milliseconds. */
  derived(records: number, began: number, ended: number): void;
}

/**
 * Returns a schedule by which deriving never takes more than a third of the time, however large the inventory: the intervals grow
 * with what a derivation costs, so that the whole is linear in practice though each derivation begins from the documents.
 */
export function createGrowth(clock: () => number): Growth {
  let seen = 0;
  let next = -Infinity;
  return {
    due(records) {
      if (records === seen) return undefined;
      return Math.max(0, next - clock());
    },
    derived(records, began, ended) {
      seen = records;
      next = ended + Math.max(SHORTEST_INTERVAL, (ended - began) * (1 / SHARE - 1));
    },
  };
}
