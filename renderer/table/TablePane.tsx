import { Columns3, Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { COLUMN_TITLES, TABLE_COLUMNS, type TableColumn, type TableSort } from '../inventory/worker/table-protocol.ts';
import { formatCount } from '../state/format.ts';
import { copyTable, exportTable } from '../state/table-operations.ts';
import { readColumns, storeColumns } from '../state/table-columns.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import { TableGrid } from './TableGrid.tsx';
import { useTablePages } from './useTablePages.ts';
import './table.css';

/** The resources of the view as a table: the same filters and selection as the graph, but all of them, folded or not. */
export function TablePane(): React.JSX.Element {
  const workbench = useWorkbench();
  const { storage } = workbench;
  const spec = useShared('view', (state) => state.history.present.state.spec);
  const [sort, setSort] = useState<TableSort>({ column: 'title', descending: false });
  const [columns, setColumns] = useState(() => readColumns(storage));
  const pages = useTablePages(spec, sort);

  function toggle(column: TableColumn, isShown: boolean): void {
    const next = TABLE_COLUMNS.filter((other) => (other === column ? isShown : columns.includes(other)));
    setColumns(next);
    storeColumns(storage, next);
  }

  return (
    <div className="table-pane">
      <div className="table-pane__bar">
        <p className="muted" role="status">
          {pages.total === undefined ? 'Reading…' : formatCount(pages.total, 'resource')}
        </p>
        <DialogTrigger>
          <Button className="button button--small">
            <Columns3 size={14} aria-hidden /> Columns
          </Button>
          <Popover className="menu">
            <Dialog className="table-pane__columns" aria-label="Columns">
              {TABLE_COLUMNS.filter((column) => column !== 'title').map((column) => (
                <CheckBox key={column} isSelected={columns.includes(column)} onChange={(is) => toggle(column, is)}>
                  {COLUMN_TITLES[column]}
                </CheckBox>
              ))}
            </Dialog>
          </Popover>
        </DialogTrigger>
        <Button
          className="button button--small"
          onPress={() => workbench.run(() => copyTable(workbench, sort, columns))}
        >
          <Copy size={14} aria-hidden /> Copy table
        </Button>
        <Button
          className="button button--small"
          onPress={() => workbench.run(() => exportTable(workbench, sort, columns))}
        >
          <Download size={14} aria-hidden /> Export CSV…
        </Button>
      </div>
      {pages.total === 0 ? (
        <div className="empty">
          <h3>Nothing is shown</h3>
          <p>Filters, hidden resources or the focus leave nothing to list. “Show all” above brings everything back.</p>
        </div>
      ) : (
        <TableGrid columns={columns} sort={sort} pages={pages} onSort={setSort} />
      )}
    </div>
  );
}
