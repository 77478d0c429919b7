/** Pseudo-random numbers that are the same in every run: Mulberry32, by Tommy Ettinger, in the public domain. */
export interface SeededRandom {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, count). */
  below(count: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** Few items are taken often and many seldom, as images and buckets are used (Zipf's law with exponent 1). */
  pickUnevenly<Item>(items: readonly Item[]): Item;
}

/** Returns a generator of pseudo-random numbers. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    next,
    below: (count) => Math.floor(next() * count),
    pick: (items) => at(items, Math.floor(next() * items.length)),
    pickUnevenly: (items) => at(items, Math.floor((items.length + 1) ** next()) - 1),
  };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[Math.min(index, items.length - 1)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}
