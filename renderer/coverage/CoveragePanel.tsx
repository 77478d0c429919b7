import { Copy, RotateCcw } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { grantCommands, memberOf, missingRoles } from '../../shared/inventory/collection/missing-roles.ts';
import type { CoverageRow } from '../../shared/inventory/inventory.ts';
import { valueOf } from '../api/client.ts';
import { retryCollection } from '../state/collection/collection-operations.ts';
import { formatCount } from '../state/format.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { hasEnded } from '../../shared/ipc/collection.ts';
import { VirtualList } from '../ui/VirtualList.tsx';
import { CoverageFilters } from './CoverageFilters.tsx';
import { CoverageLineView } from './CoverageLineView.tsx';
import { coverageLines, coverageOptions, filterCoverage, NO_COVERAGE_FILTER } from './coverage-lines.ts';

const ROW_HEIGHT = 36;

/** What became of reading each kind in each place, to be narrowed, tried again, and made into commands that grant what lacks. */
export function CoveragePanel({ coverage }: { readonly coverage: readonly CoverageRow[] }): React.JSX.Element {
  const [filter, setFilter] = useState(NO_COVERAGE_FILTER);
  const lines = useMemo(() => coverageLines(coverage), [coverage]);
  const options = useMemo(() => coverageOptions(lines), [lines]);
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => filterCoverage(lines, wanted), [lines, wanted]);
  if (coverage.length === 0) {
    return (
      <p className="report__none">
        These files do not say what was asked for and not given: what they lack may exist all the same.
      </p>
    );
  }
  return (
    <div className="coverage">
      <div className="coverage__bar">
        <CoverageFilters filter={filter} options={options} onChange={setFilter} />
        <span className="muted coverage__shown" role="status">
          {shown.length === lines.length
            ? formatCount(lines.length, 'reading')
            : `${shown.length.toLocaleString('en')} of ${formatCount(lines.length, 'reading')}`}
        </span>
        <Actions keys={shown.filter(({ isRetriable }) => isRetriable).map(({ key }) => key)} rows={coverage} />
      </div>
      <div className="coverage__head" aria-hidden>
        <span>Project</span>
        <span>Location</span>
        <span>Kind</span>
        <span>Result</span>
        <span>Read</span>
        <span>What was said</span>
      </div>
      {shown.length === 0 ? (
        <p className="report__none">No reading fits these filters.</p>
      ) : (
        <VirtualList label="Coverage" items={shown} rowHeight={ROW_HEIGHT} keyOf={({ key }) => key}>
          {(line) => <CoverageLineView line={line} />}
        </VirtualList>
      )}
    </div>
  );
}

interface ActionsProps {
  /** Readings that are listed and may be tried again. */
  readonly keys: readonly string[];
  readonly rows: readonly CoverageRow[];
}

function Actions({ keys, rows }: ActionsProps): React.JSX.Element {
  const workbench = useWorkbench();
  const status = useShared('collection', (state) => state.status);
  const commands = useMemo(
    () => grantCommands(missingRoles(rows), memberOf(status?.principal)),
    [rows, status?.principal],
  );
  return (
    <>
      {commands.length > 0 && (
        <Button
          className="button button--small"
          onPress={() =>
            workbench.run(async () => {
              await valueOf(workbench.main.copyText({ text: `${commands.join('\n')}\n` }));
              workbench.notices.getState().notify({
                tone: 'success',
                title: `${formatCount(commands.length, 'command')} copied`,
                detail: 'They are for somebody who may grant roles in these projects.',
              });
            })
          }
        >
          <Copy size={14} aria-hidden /> Copy the missing roles as gcloud commands
        </Button>
      )}
      {status !== undefined && hasEnded(status) && keys.length > 0 && (
        <Button className="button button--small" onPress={() => workbench.run(() => retryCollection(workbench, keys))}>
          <RotateCcw size={14} aria-hidden /> Try {keys.length.toLocaleString('en')} again
        </Button>
      )}
    </>
  );
}
