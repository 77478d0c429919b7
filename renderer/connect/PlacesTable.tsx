import { memo, useDeferredValue, useMemo } from 'react';
import type { PlaceStatus } from '../../shared/ipc/collection.ts';
import { Chip, type ChipTone } from '../ui/Chip.tsx';
import { placeRows, type PlaceRow } from './progress.ts';

const STATES: Readonly<Record<PlaceRow['state'], readonly [title: string, tone: ChipTone]>> = {
  waiting: ['waiting', 'outline'],
  reading: ['reading', 'info'],
  read: ['read', 'ok'],
  failed: ['could not be read', 'warning'],
};

/** Hundreds are told anew several times a second, and nearly all of them are as before. */
const PlaceLine = memo(function PlaceLine({ kind, location, state, documents }: Omit<PlaceRow, 'key'>) {
  return (
    <tr>
      <td>{kind}</td>
      <td>{location}</td>
      <td>
        <Chip tone={STATES[state][1]}>{STATES[state][0]}</Chip>
      </td>
      <td>{state === 'failed' && documents === 0 ? 'unknown' : documents.toLocaleString('en')}</td>
    </tr>
  );
});

/** Each kind in each location, with how far it is and what it gave. */
export function PlacesTable({ places }: { readonly places: readonly PlaceStatus[] }): React.JSX.Element {
  // Rendered in slices, so that hundreds of places hold up no frame.
  const told = useDeferredValue(places);
  const rows = useMemo(() => placeRows(told), [told]);
  return (
    // A stop for the Tab key, so that the table can be scrolled by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="collection__places scrolls" role="region" aria-label="Places" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Location</th>
            <th scope="col">State</th>
            <th scope="col">Documents</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, kind, location, state, documents }) => (
            <PlaceLine key={key} kind={kind} location={location} state={state} documents={documents} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
