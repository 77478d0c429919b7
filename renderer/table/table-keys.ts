/** Where the keyboard goes in a table of `total` rows with `page` rows in sight; undefined for a key that moves nowhere. */
export function movedRow(key: string, at: number, total: number, page: number): number | undefined {
  const last = total - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  };
  const wanted = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return wanted === undefined || last < 0 ? undefined : Math.max(0, Math.min(last, wanted));
}
