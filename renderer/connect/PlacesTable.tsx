import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useDeferredValue, useMemo, useRef } from 'react';
import type { PlaceStatus } from '../../shared/ipc/collection.ts';
import { Chip, type ChipTone } from '../ui/Chip.tsx';
import { placeRows, type PlaceRow } from './progress.ts';

const ROW_HEIGHT = 26;

const STATES: Readonly<Record<PlaceRow['state'], readonly [title: string, tone: ChipTone]>> = {
  waiting: ['waiting', 'outline'],
  reading: ['reading', 'info'],
  read: ['read', 'ok'],
  failed: ['could not be read', 'warning'],
};

interface PlaceLineProps extends Omit<PlaceRow, 'key'> {
  readonly index: number;
  /** Pixels from the first row. */
  readonly start: number;
}

/** Places are told anew several times a second, and nearly all of them are as before. */
const PlaceLine = memo(function PlaceLine({ index, start, kind, location, state, documents }: PlaceLineProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="places__row"
      style={{ height: ROW_HEIGHT, transform: `translateY(${String(start)}px)` }}
    >
      <div role="cell" className="truncate">
        {kind}
      </div>
      <div role="cell" className="truncate">
        {location}
      </div>
      <div role="cell">
        <Chip tone={STATES[state][1]}>{STATES[state][0]}</Chip>
      </div>
      <div role="cell">{state === 'failed' && documents === 0 ? 'unknown' : documents.toLocaleString('en')}</div>
    </div>
  );
});

/** Each kind in each location, with how far it is and what it gave. Only rows in sight are in the page: laying out hundreds takes a frame. */
export function PlacesTable({ places }: { readonly places: readonly PlaceStatus[] }): React.JSX.Element {
  // Rendered in slices, so that what else the window does comes first.
  const told = useDeferredValue(places);
  const rows = useMemo(() => placeRows(told), [told]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
  });
  return (
    // A stop for the Tab key, so that the table can be scrolled by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className="places scrolls" role="region" aria-label="Places" tabIndex={0}>
      <div role="table" aria-label="Places" aria-rowcount={rows.length + 1}>
        <div role="rowgroup" className="places__head">
          <div role="row" aria-rowindex={1} className="places__columns">
            <div role="columnheader">Kind</div>
            <div role="columnheader">Location</div>
            <div role="columnheader">State</div>
            <div role="columnheader">Documents</div>
          </div>
        </div>
        <div role="rowgroup" className="virtual__space" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row !== undefined && (
                <PlaceLine
                  key={index}
                  index={index}
                  start={start}
                  kind={row.kind}
                  location={row.location}
                  state={row.state}
                  documents={row.documents}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}
