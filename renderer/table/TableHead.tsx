import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { Button } from 'react-aria-components';
import { COLUMN_TITLES, type TableColumn } from '../inventory/worker/protocol/table-protocol.ts';
import { NARROWEST, WIDEST } from '../state/listing/table-columns.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';

export interface TableHeadProps {
  readonly columns: readonly TableColumn[];
  readonly style: CSSProperties;
}

/** The heads of the columns: a press sorts, the edge sets the width. */
export function TableHead({ columns, style }: TableHeadProps): React.JSX.Element {
  const { table } = useWorkbench();
  const sort = useShared('table', (state) => state.sort);
  return (
    <div className="table__head" role="row" aria-rowindex={1} style={style}>
      {columns.map((column) => (
        <div
          key={column}
          className="table__column"
          role="columnheader"
          aria-sort={column === sort.column ? (sort.descending ? 'descending' : 'ascending') : 'none'}
        >
          <Button
            className="table__sort"
            onPress={() => table.getState().setSort({ column, descending: column === sort.column && !sort.descending })}
          >
            <span className="truncate">{COLUMN_TITLES[column]}</span>
            {column === sort.column &&
              (sort.descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
          </Button>
          <ColumnEdge column={column} />
        </div>
      ))}
    </div>
  );
}

/** Pixels an arrow key moves the edge by; with Shift four times as many. */
const STEP = 16;

/** The edge of a column: dragged, or moved with the arrow keys; a double click or Delete gives the first width back. */
function ColumnEdge({ column }: { readonly column: TableColumn }): React.JSX.Element {
  const { table } = useWorkbench();
  const width = useShared('table', (state) => state.widths[column]);
  const edge = useRef<HTMLDivElement>(null);
  const from = useRef<{ readonly x: number; readonly width: number }>(undefined);

  function present(): number {
    return width ?? edge.current?.parentElement?.offsetWidth ?? NARROWEST;
  }

  function press(event: KeyboardEvent): void {
    const by = event.shiftKey ? STEP * 4 : STEP;
    if (event.key === 'ArrowRight') table.getState().setWidth(column, present() + by);
    else if (event.key === 'ArrowLeft') table.getState().setWidth(column, present() - by);
    else if (event.key === 'Home') table.getState().setWidth(column, NARROWEST);
    else if (event.key === 'Delete') table.getState().setWidth(column, undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function grab(event: PointerEvent<HTMLDivElement>): void {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width: present() };
  }

  function drag({ clientX }: PointerEvent): void {
    if (from.current !== undefined) table.getState().setWidth(column, from.current.width + clientX - from.current.x);
  }

  function letGo(): void {
    from.current = undefined;
  }

  return (
    <div
      ref={edge}
      className="table__edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${COLUMN_TITLES[column]}`}
      aria-valuenow={width ?? 0}
      aria-valuemin={0}
      aria-valuemax={WIDEST}
      aria-valuetext={width === undefined ? 'as wide as there is room' : `${String(width)} pixels`}
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDoubleClick={() => table.getState().setWidth(column, undefined)}
    />
  );
}
