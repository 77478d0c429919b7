/**
 * A list whose items may be replaced or taken out again by key, each in constant time. Items added without a key, and those from
 * before `forgetKeys`, stay.
 */
export class ReplacingList<Item> {
  readonly #items: (Item | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  #size = 0;

  /** Items in the list. */
  get size(): number {
    return this.#size;
  }

  add(item: Item): void {
    this.#items.push(item);
    this.#size += 1;
  }

  has(key: string): boolean {
    return this.#slots.has(key);
  }

  /** Adds an item, or puts it in the place of the one that has its key. */
  put(key: string, item: Item): void {
    const slot = this.#slots.get(key);
    if (slot === undefined) {
      this.#slots.set(key, this.#items.length);
      this.add(item);
    } else {
      this.#items[slot] = item;
    }
  }

  remove(key: string): void {
    const slot = this.#slots.get(key);
    if (slot !== undefined) {
      this.#items[slot] = undefined;
      this.#slots.delete(key);
      this.#size -= 1;
    }
  }

  forgetKeys(): void {
    this.#slots.clear();
  }

  list(): Item[] {
    return this.#items.filter((item) => item !== undefined);
  }
}
