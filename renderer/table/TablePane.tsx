import { ChevronsDownUp, ChevronsUpDown, Columns3, Copy, Download } from 'lucide-react';
import { useMemo } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { COLUMN_TITLES, TABLE_COLUMNS, type TableColumn } from '../inventory/worker/protocol/table-protocol.ts';
import { formatCount } from '../state/format.ts';
import { listedFirstText } from '../state/view/list-first.ts';
import { copyTable, exportTable, reasonedQuery, showDisplay } from '../state/listing/table-operations.ts';
import { listQuestion } from '../state/listing/table-store.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { CheckBox } from '../ui/CheckBox.tsx';
import { shownColumns } from './column-layout.ts';
import { TableGrid } from './TableGrid.tsx';
import { useTablePages } from './useTablePages.ts';
import './table.css';

const ICON = 14;

/** The resources of the view as a table or tree: the same filters and selection as the graph, but all of them, folded or not. */
export function TablePane({ display }: { readonly display: 'table' | 'tree' }): React.JSX.Element {
  const workbench = useWorkbench();
  const { table } = workbench;
  const spec = useShared('view', (state) => state.history.present.state.spec);
  const query = useShared('search', reasonedQuery);
  const sort = useShared('table', (state) => state.sort);
  const open = useShared('table', (state) => state.open);
  const chosen = useShared('table', (state) => state.columns);
  const question = useMemo(() => listQuestion({ sort, open }, spec, query), [sort, open, spec, query]);
  const columns = useMemo(() => shownColumns(chosen, display, query !== undefined), [chosen, display, query]);
  const pages = useTablePages(question);

  function toggle(column: TableColumn, isShown: boolean): void {
    const next = TABLE_COLUMNS.filter((other) => (other === column ? isShown : chosen.includes(other)));
    table.getState().setColumns(next);
  }

  return (
    <div className="table-pane">
      <div className="table-pane__bar">
        <p className="muted" role="status">
          {pages.size === undefined ? 'Reading…' : formatCount(pages.size.resources, 'resource')}
        </p>
        {display === 'tree' && (
          <>
            <Button className="button button--small" onPress={() => table.getState().openAll('all')}>
              <ChevronsUpDown size={ICON} aria-hidden /> Open all
            </Button>
            <Button className="button button--small" onPress={() => table.getState().openAll('none')}>
              <ChevronsDownUp size={ICON} aria-hidden /> Close all
            </Button>
          </>
        )}
        <DialogTrigger>
          <Button className="button button--small">
            <Columns3 size={ICON} aria-hidden /> Columns
          </Button>
          <Popover className="menu">
            <Dialog className="table-pane__columns" aria-label="Columns">
              {TABLE_COLUMNS.filter((column) => column !== 'title' && column !== 'why').map((column) => (
                <CheckBox key={column} isSelected={chosen.includes(column)} onChange={(is) => toggle(column, is)}>
                  {COLUMN_TITLES[column]}
                </CheckBox>
              ))}
            </Dialog>
          </Popover>
        </DialogTrigger>
        <Button className="button button--small" onPress={() => workbench.run(() => copyTable(workbench, columns))}>
          <Copy size={ICON} aria-hidden /> Copy table
        </Button>
        <Button className="button button--small" onPress={() => workbench.run(() => exportTable(workbench, columns))}>
          <Download size={ICON} aria-hidden /> Export CSV…
        </Button>
      </div>
      <ListedFirst />
      {pages.size?.resources === 0 ? (
        <div className="empty">
          <h3>Nothing is shown</h3>
          <p>Filters, hidden resources or the focus leave nothing to list. “Show all” above brings everything back.</p>
        </div>
      ) : (
        <TableGrid key={display} display={display} columns={columns} pages={pages} />
      )}
    </div>
  );
}

/** Why the table came first, and the way to the graph. */
function ListedFirst(): React.JSX.Element | null {
  const workbench = useWorkbench();
  const listedFirst = useShared('table', (state) => state.listedFirst);
  const view = useShared('view', (state) => state.laidOut?.view);
  if (!listedFirst || view === undefined) return null;
  return (
    <div className="table-pane__first">
      <p>{listedFirstText(view)}</p>
      <Button
        className="button button--small"
        onPress={() => {
          workbench.table.getState().noteListedFirst(false);
          workbench.run(() => showDisplay(workbench, 'graph'));
        }}
      >
        Draw the graph anyway
      </Button>
    </div>
  );
}
