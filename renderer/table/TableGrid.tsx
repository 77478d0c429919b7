import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react';
import { Button } from 'react-aria-components';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { displayText } from '../graph/style/label.ts';
import { COLUMN_TITLES, type TableColumn, type TableRow, type TableSort } from '../inventory/worker/table-protocol.ts';
import { graphCommand } from '../graph/navigation/keymap.ts';
import { TABLE_ID } from '../state/table-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { isForRows, runOnRows } from './run-on-rows.ts';
import { movedRow } from './table-keys.ts';
import type { TablePages } from './useTablePages.ts';

const ROW_HEIGHT = 32;

export interface TableGridProps {
  readonly columns: readonly TableColumn[];
  readonly sort: TableSort;
  readonly pages: TablePages;
  readonly onSort: (sort: TableSort) => void;
}

/** The rows: one tab stop, arrow keys move, the keys of the graph act on the row or the selection. */
export function TableGrid({ columns, sort, pages, onSort }: TableGridProps): React.JSX.Element {
  const workbench = useWorkbench();
  const selected = useShared('selection', (state) => state.trail.here.ids);
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const total = pages.total ?? 0;
  const active = Math.min(at, Math.max(0, total - 1));
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const inSight = rows.getVirtualItems();
  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 0;
  const { need } = pages;
  useEffect(() => {
    if (total > 0) need(first, last);
  }, [need, first, last, total]);

  const isSelected = new Set(selected);
  const style = useMemo(() => rowStyle(columns), [columns]);

  function pick(row: TableRow, index: number, event: Pick<MouseEvent, 'ctrlKey' | 'metaKey'>): void {
    setAt(index);
    runOnRows(workbench, event.ctrlKey || event.metaKey ? 'toggle' : 'select', row.node);
  }

  function keyDown(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 1);
    const moved = movedRow(event.key, active, total, page);
    const row = pages.rowAt(active);
    if (moved !== undefined) {
      setAt(moved);
      rows.scrollToIndex(moved);
    } else {
      const command = graphCommand(event);
      if (command === undefined || row === undefined || !isForRows(command.does)) return;
      const frame = document.getElementById(`${prefix}${active}`)?.getBoundingClientRect();
      runOnRows(workbench, command.does, row.node, { x: (frame?.left ?? 0) + 40, y: frame?.bottom ?? 0 });
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div
      ref={scroller}
      id={TABLE_ID}
      className="table scrolls"
      role="grid"
      tabIndex={0}
      aria-label="Resources"
      aria-multiselectable="true"
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={total === 0 ? undefined : `${prefix}${active}`}
      onKeyDown={keyDown}
    >
      <div className="table__head" role="row" aria-rowindex={1} style={style}>
        {columns.map((column) => (
          <div
            key={column}
            role="columnheader"
            aria-sort={column === sort.column ? (sort.descending ? 'descending' : 'ascending') : 'none'}
          >
            <Button
              className="table__sort"
              onPress={() => onSort({ column, descending: column === sort.column && !sort.descending })}
            >
              {COLUMN_TITLES[column]}
              {column === sort.column &&
                (sort.descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
            </Button>
          </div>
        ))}
      </div>
      <div className="table__space" role="rowgroup" style={{ height: rows.getTotalSize(), minWidth: style.minWidth }}>
        {inSight.map(({ index, start }) => {
          const row = pages.rowAt(index);
          return (
            // The keys are the grid's, which has the focus.
            <div
              key={index}
              id={`${prefix}${index}`}
              className="table__row"
              role="row"
              aria-rowindex={index + 2}
              aria-selected={row !== undefined && isSelected.has(row.node.id)}
              data-active={index === active}
              style={{ ...style, transform: `translateY(${start}px)` }}
              onClick={(event) => row !== undefined && pick(row, index, event)}
              onDoubleClick={() => row !== undefined && runOnRows(workbench, 'activate', row.node)}
              onContextMenu={(event) => {
                event.preventDefault();
                if (row === undefined) return;
                setAt(index);
                runOnRows(workbench, 'menu', row.node, { x: event.clientX, y: event.clientY });
              }}
            >
              {columns.map((column) => (
                <Cell key={column} column={column} row={row} />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Width in pixels, and the share of what is left over. */
const WIDTHS: Readonly<Record<TableColumn, readonly [least: number, share: number]>> = {
  kind: [170, 0],
  title: [200, 2],
  status: [110, 0],
  project: [110, 1],
  location: [130, 0],
  links: [64, 0],
  created: [190, 0],
  account: [160, 1],
  image: [160, 1],
  state: [120, 0],
  name: [240, 2],
};

const GAP = 12;

/** Every row is a grid of its own: with the same least width and the same shares they line up. */
function rowStyle(columns: readonly TableColumn[]): CSSProperties {
  const widths = columns.map((column) => WIDTHS[column]);
  return {
    gridTemplateColumns: widths
      .map(([least, share]) => (share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`))
      .join(' '),
    minWidth: widths.reduce((sum, [least]) => sum + least + GAP, GAP),
  };
}

function Cell({
  column,
  row,
}: {
  readonly column: TableColumn;
  readonly row: TableRow | undefined;
}): React.JSX.Element {
  const text = row?.cells[column];
  return (
    <div role="gridcell" className={column === 'links' ? 'table__number' : 'truncate'} title={text}>
      {column === 'kind' && row !== undefined && <KindGlyph kind={row.node.kind} state={row.node.state} size={18} />}
      {text === undefined ? '' : displayText(text)}
    </div>
  );
}
