/**
 * The drawing to show next on the way from `shown` to `whole`: everything of `whole` that is shown already, and at most `most`
 * elements that are not, in the order of `whole` (nodes before the edges between them). `whole` itself once nothing is left over.
 */
export function nextSlice<Element>(
  shown: ReadonlyMap<string, unknown>,
  whole: ReadonlyMap<string, Element>,
  most: number,
): ReadonlyMap<string, Element> {
  const slice = new Map<string, Element>();
  let added = 0;
  for (const [id, element] of whole) {
    if (shown.has(id)) {
      slice.set(id, element);
    } else if (added < most) {
      slice.set(id, element);
      added += 1;
    }
  }
  return slice.size === whole.size ? whole : slice;
}
