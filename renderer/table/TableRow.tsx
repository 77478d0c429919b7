import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import type { CSSProperties, MouseEvent } from 'react';
import { KindGlyph } from '../graph/KindGlyph.tsx';
import { displayText } from '../graph/style/label.ts';
import type { ListRow, TableColumn } from '../inventory/worker/protocol/table-protocol.ts';
import { formatCount } from '../state/format.ts';

export interface TableRowProps {
  readonly id: string;
  readonly index: number;
  /** Undefined while it is not there yet. */
  readonly row: ListRow | undefined;
  readonly columns: readonly TableColumn[];
  /** Of the grid every row is: see `column-layout.ts`. */
  readonly layout: CSSProperties;
  /** Pixels from the first row. */
  readonly start: number;
  readonly selected: boolean;
  readonly active: boolean;
  readonly onPick: (row: ListRow, index: number, event: MouseEvent) => void;
  readonly onActivate: (row: ListRow) => void;
  readonly onMenu: (row: ListRow, index: number, event: MouseEvent) => void;
}

/** One row: a resource with its cells, or a group of a tree. The keys are the grid's, which has the focus. */
export const TableRow = memo(function TableRow(props: TableRowProps): React.JSX.Element {
  const { id, index, row, columns, layout, start, selected, active, onPick, onActivate, onMenu } = props;
  const place = row?.tree;
  const group = row !== undefined && 'group' in row ? row.group : undefined;
  return (
    <div
      id={id}
      className={group === undefined ? 'table__row' : 'table__row table__row--group'}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-active={active}
      {...(place === undefined
        ? {}
        : { 'aria-level': place.level, 'aria-posinset': place.position, 'aria-setsize': place.siblings })}
      {...(group === undefined ? {} : { 'aria-expanded': group.isOpen })}
      style={{ ...layout, transform: `translateY(${String(start)}px)` }}
      onMouseDown={(event) => {
        // Shift would mark text on its way to the other end of the stretch.
        if (event.shiftKey) event.preventDefault();
      }}
      onClick={(event) => row !== undefined && onPick(row, index, event)}
      onDoubleClick={() => row !== undefined && 'node' in row && onActivate(row)}
      onContextMenu={(event) => {
        event.preventDefault();
        if (row !== undefined) onMenu(row, index, event);
      }}
    >
      {group === undefined ? (
        columns.map((column) => <Cell key={column} column={column} row={row} />)
      ) : (
        <div role="gridcell" className="table__group" aria-colspan={columns.length} style={indent(place?.level)}>
          {group.isOpen ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
          <span className="truncate">{displayText(group.title)}</span>
          <span className="muted">{formatCount(group.count, 'resource')}</span>
        </div>
      )}
    </div>
  );
});

interface CellProps {
  readonly column: TableColumn;
  readonly row: ListRow | undefined;
}

function Cell({ column, row }: CellProps): React.JSX.Element {
  const text = row !== undefined && 'node' in row ? row.cells[column] : undefined;
  const isTitle = column === 'title' && row?.tree !== undefined;
  return (
    <div
      role="gridcell"
      className={column === 'links' ? 'table__number' : 'truncate'}
      title={text}
      {...(isTitle ? { style: indent(row.tree?.level) } : {})}
    >
      {(column === 'kind' || isTitle) && row !== undefined && 'node' in row && (
        <KindGlyph kind={row.node.kind} state={row.node.state} size={18} />
      )}
      {text === undefined ? '' : <span className="truncate">{displayText(text)}</span>}
    </div>
  );
}

/** Pixels a level of a tree is moved in by. */
const INDENT = 18;

function indent(level = 1): CSSProperties {
  return { paddingInlineStart: (level - 1) * INDENT };
}
