import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { graphAction } from '../actions/graph-action.ts';
import { graphCommand } from '../graph/navigation/keymap.ts';
import type { ListRow, TableColumn } from '../inventory/worker/protocol/table-protocol.ts';
import { selectPart, TABLE_ID } from '../state/listing/table-operations.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { rowStyle } from './column-layout.ts';
import { isForRows, runActionOnRow, runOnRow } from './run-on-rows.ts';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { movedRow, treeMove } from './table-keys.ts';
import type { TablePages } from './useTablePages.ts';

const ROW_HEIGHT = 32;

export interface TableGridProps {
  readonly display: 'table' | 'tree';
  readonly columns: readonly TableColumn[];
  readonly pages: TablePages;
}

/**
 * The rows: one tab stop, arrow keys move, with Shift they select a stretch, the keys of the graph act on the row or the selection.
 * A tree is a grid too, whose arrow keys to the sides open and close (https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/).
 */
export function TableGrid({ display, columns, pages }: TableGridProps): React.JSX.Element {
  const workbench = useWorkbench();
  const selected = useShared('selection', (state) => state.trail.here.ids);
  const widths = useShared('table', (state) => state.widths);
  const prefix = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  /** Where a stretch that is selected with Shift begins. */
  const anchor = useRef(0);
  const total = pages.size?.total ?? 0;
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

  const isSelected = useMemo(() => new Set(selected), [selected]);
  const style = useMemo(() => rowStyle(columns, widths), [columns, widths]);

  const go = useCallback(
    (to: number, extend: boolean): void => {
      setAt(to);
      if (!extend) anchor.current = to;
      else {
        const [from, end] = [anchor.current, to].toSorted((a, b) => a - b);
        workbench.run(() => selectPart(workbench, { from: from ?? to, to: end ?? to }));
      }
    },
    [workbench],
  );
  const pick = useCallback(
    (row: ListRow, index: number, event: MouseEvent): void => {
      go(index, event.shiftKey);
      if (!event.shiftKey) runOnRow(workbench, event.ctrlKey || event.metaKey ? 'toggle' : 'select', row);
    },
    [go, workbench],
  );
  const activate = useCallback((row: ListRow): void => runOnRow(workbench, 'activate', row), [workbench]);
  const openMenu = useCallback(
    (row: ListRow, index: number, event: MouseEvent): void => {
      setAt(index);
      runOnRow(workbench, 'menu', row, { x: event.clientX, y: event.clientY });
    },
    [workbench],
  );

  function keyDown(event: KeyboardEvent): void {
    // The heads of the columns have keys of their own.
    if (event.target !== event.currentTarget || !handled(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function handled(event: KeyboardEvent): boolean {
    // Back and forward, and the next and previous view, are the window's.
    if (event.altKey || ((event.ctrlKey || event.metaKey) && event.key.startsWith('Page'))) return false;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 1);
    const moved = movedRow(event.key, active, total, page);
    if (moved !== undefined) {
      go(moved, event.shiftKey);
      rows.scrollToIndex(moved);
      return true;
    }
    const sideways = treeMove(event.key, active, pages.rowAt);
    if (sideways?.does === 'toggle') workbench.table.getState().toggleGroup(sideways.group);
    if (sideways?.does === 'go') {
      go(sideways.to, false);
      rows.scrollToIndex(sideways.to);
    }
    if (sideways !== undefined) return true;
    const command = graphCommand(event);
    const row = pages.rowAt(active);
    const action = graphAction(event);
    if (action !== undefined && row !== undefined) {
      runActionOnRow(workbench, action, row);
      return true;
    }
    if (command === undefined || row === undefined || !isForRows(command.does)) return false;
    const frame = document.getElementById(`${prefix}${String(active)}`)?.getBoundingClientRect();
    runOnRow(workbench, command.does, row, { x: (frame?.left ?? 0) + 40, y: frame?.bottom ?? 0 });
    return true;
  }

  const grid = {
    ref: scroller,
    id: TABLE_ID,
    className: 'table scrolls',
    tabIndex: 0,
    'aria-label': 'Resources',
    'aria-multiselectable': true,
    'aria-rowcount': total + 1,
    'aria-colcount': columns.length,
    'aria-activedescendant': total === 0 ? undefined : `${prefix}${String(active)}`,
    onKeyDown: keyDown,
  } as const;
  const content = (
    <>
      <TableHead columns={columns} style={style} />
      <div className="table__space" role="rowgroup" style={{ height: rows.getTotalSize(), minWidth: style.minWidth }}>
        {inSight.map(({ index, start }) => {
          const row = pages.rowAt(index);
          return (
            <TableRow
              key={index}
              id={`${prefix}${String(index)}`}
              index={index}
              row={row}
              columns={columns}
              layout={style}
              start={start}
              selected={row !== undefined && 'node' in row && isSelected.has(row.node.id)}
              active={index === active}
              onPick={pick}
              onActivate={activate}
              onMenu={openMenu}
            />
          );
        })}
      </div>
    </>
  );
  return display === 'tree' ? (
    <div role="treegrid" {...grid}>
      {content}
    </div>
  ) : (
    <div role="grid" {...grid}>
      {content}
    </div>
  );
}
