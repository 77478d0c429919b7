import type { CollectionStatus, PlaceStatus } from '../../shared/ipc/collection.ts';
import { kindById } from '../../shared/kinds/index.ts';

/** `about 40 seconds left`, `about 3 minutes left`; undefined while it is not known or nearly nothing. */
export function remainingText({ remaining }: Pick<CollectionStatus, 'remaining'>): string | undefined {
  if (remaining === undefined || remaining < 1) return undefined;
  if (remaining < 90) return `about ${String(Math.ceil(remaining / 5) * 5)} seconds left`;
  return `about ${String(Math.round(remaining / 60))} minutes left`;
}

/** One row of the table of places. */
export interface PlaceRow {
  readonly key: string;
  readonly kind: string;
  readonly location: string;
  readonly state: 'waiting' | 'reading' | 'read' | 'failed';
  readonly documents: number;
}

const ORDER = { failed: 0, reading: 1, waiting: 2, read: 3 } as const;

/** Returns the rows of the table: what failed first, then what is being read. */
export function placeRows(places: readonly PlaceStatus[]): readonly PlaceRow[] {
  return places
    .map((place): PlaceRow => ({
      key: `${place.kind} ${place.location}`,
      kind: kindById(place.kind).plural,
      location: place.location === '-' ? 'all locations' : place.location,
      state: stateOf(place),
      documents: place.documents,
    }))
    .toSorted((left, right) => ORDER[left.state] - ORDER[right.state] || right.documents - left.documents);
}

function stateOf({ waiting, reading, failed }: PlaceStatus): PlaceRow['state'] {
  if (reading > 0) return 'reading';
  if (waiting > 0) return 'waiting';
  return failed > 0 ? 'failed' : 'read';
}
