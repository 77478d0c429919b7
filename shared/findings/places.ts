/** Multi-regions and dual-regions, with the beginnings of the names of the regions they span.
 * https://cloud.google.com/storage/docs/locations */
const SPANS: ReadonlyMap<string, readonly string[]> = new Map([
  ['us', ['us-', 'northamerica-']],
  ['eu', ['europe-']],
  ['europe', ['europe-']],
  ['asia', ['asia-']],
  ['nam4', ['us-central1', 'us-east1']],
  ['eur4', ['europe-north1', 'europe-west4']],
  ['eur5', ['europe-west1', 'europe-west2']],
  ['eur7', ['europe-west2', 'europe-west3']],
  ['eur8', ['europe-west3', 'europe-west6']],
  ['asia1', ['asia-northeast1', 'asia-northeast2']],
]);

/** Whether a place is the other or spans it; zones count as their region. Case does not matter. */
export function covers(place: string, other: string): boolean {
  if (place === other) {
    return true;
  }
  const wide = regionOf(place);
  const narrow = regionOf(other);
  return (
    wide === 'global' ||
    wide === narrow ||
    (SPANS.get(wide) ?? []).some((beginning) => narrow.startsWith(beginning)) ||
    // The European Union's multi-region has two names.
    (/^eu(?:rope)?$/.test(wide) && /^eu(?:rope)?$/.test(narrow))
  );
}

/** `europe-west4-a` is in `europe-west4`. */
function regionOf(place: string): string {
  return place.toLowerCase().replace(/^([a-z]+-[a-z]+\d+)-[a-z]$/, '$1');
}
