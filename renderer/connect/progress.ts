import { hasEnded, type CollectionStatus, type PlaceStatus } from '../../shared/ipc/collection.ts';
import { kindById } from '../../shared/kinds/index.ts';

/** `about 40 seconds left`, `about 3 minutes left`; undefined while it is not known or nearly nothing. */
export function remainingText({ remaining }: Pick<CollectionStatus, 'remaining'>): string | undefined {
  if (remaining === undefined || remaining < 1) return undefined;
  if (remaining < 90) return `about ${String(Math.ceil(remaining / 5) * 5)} seconds left`;
  return `about ${String(Math.round(remaining / 60))} minutes left`;
}

const DOING: Readonly<Record<NonNullable<CollectionStatus['task']>, string>> = {
  collect: 'Collecting',
  resume: 'Collecting',
  refresh: 'Reading everything again',
  retry: 'Reading again what failed',
  find: 'Searching Google Cloud',
};

/** What a collection is doing, in a word or two. */
export function doingOf(status: Pick<CollectionStatus, 'phase' | 'task'>): string {
  if (hasEnded(status)) return 'Showing what was read';
  return status.phase === 'starting' ? 'Connecting' : DOING[status.task ?? 'collect'];
}

/** How a reading ended that did not give everything. */
export interface Ending {
  readonly title: string;
  readonly text: string;
}

type Unhappy = Extract<CollectionStatus['phase'], 'partial' | 'cancelled' | 'lost' | 'failed'>;

const ENDINGS: Readonly<Record<Unhappy, Ending>> = {
  partial: {
    title: 'Not everything could be read',
    text: 'What is missing, and why, is under Problems and coverage.',
  },
  cancelled: { title: 'Collecting was stopped', text: 'What was read is shown and kept; going on reads the rest.' },
  lost: {
    title: 'Collecting was cut off',
    text: 'The collecting process ended unexpectedly. What was read is shown and kept.',
  },
  failed: { title: 'Collecting did not begin', text: '' },
};

const SEARCH_ENDINGS: Readonly<Record<Unhappy, Ending>> = {
  partial: {
    title: 'Not everything could be asked',
    text: 'What was not, and why, is under Problems and coverage.',
  },
  cancelled: { title: 'The search was stopped', text: 'What it found is shown and kept.' },
  lost: {
    title: 'The search was cut off',
    text: 'The collecting process ended unexpectedly. What was read is shown and kept.',
  },
  failed: { title: 'Google Cloud was not searched', text: '' },
};

/** Says how a reading ended; undefined while it goes on, and where it gave everything. */
export function endingOf({ phase, task }: Pick<CollectionStatus, 'phase' | 'task'>): Ending | undefined {
  if (phase !== 'partial' && phase !== 'cancelled' && phase !== 'lost' && phase !== 'failed') return undefined;
  return (task === 'find' ? SEARCH_ENDINGS : ENDINGS)[phase];
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
