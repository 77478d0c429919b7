/**
 * Makes a byte of each item. `Uint8Array.from` does the same by way of an iterator and a list of all results, which takes ten times
 * as long for 100,000 items.
 */
export function mapBytes<Item>(items: ArrayLike<Item>, toByte: (item: Item, index: number) => number): Uint8Array {
  const bytes = new Uint8Array(items.length);
  for (let index = 0; index < bytes.length; index += 1) {
    // Within its length a list has items.
    bytes[index] = toByte(items[index] as Item, index);
  }
  return bytes;
}
