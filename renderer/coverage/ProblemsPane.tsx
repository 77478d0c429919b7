import { useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { CoverageReport } from '../inventory/worker/protocol/protocol.ts';
import { formatCount } from '../state/format.ts';
import type { ReportList } from '../state/pane-store.ts';
import type { Session } from '../state/session-store.ts';
import { useShared, useWorkbench } from '../state/use-workbench.ts';
import { CopyButton } from '../controls/CopyButton.tsx';
import { ChangesPanel } from './ChangesPanel.tsx';
import { CoveragePanel } from './CoveragePanel.tsx';
import { NotCollected } from './NotCollected.tsx';
import { ReportRows } from './ReportRows.tsx';
import { problemRows, redactionRows, skippedRows, unclaimedRows } from './report-rows.ts';
import { reportText } from '../inventory/report-text.ts';
import './coverage.css';

interface ReportProps {
  readonly report: CoverageReport;
  readonly changes: Extract<Session, { phase: 'open' }>['changes'];
}

/** What could not be read and why, what was not collected, what no rule claims, what is masked. */
export function ProblemsPane({ open }: { readonly open: Extract<Session, { phase: 'open' }> }): React.JSX.Element {
  const { report, changes } = open;
  if (report === undefined) return <p role="status">Looking through the documents…</p>;
  return <Report report={report} changes={changes} />;
}

function Report({ report, changes }: ReportProps): React.JSX.Element {
  const { panes } = useWorkbench();
  const list = useShared('panes', (state) => state.report);
  const isThere = list !== 'changes' || changes !== undefined;
  const text = useMemo(() => reportText(report), [report]);
  const missing =
    report.unresolved.length +
    (report.beyond?.unresolved ?? 0) +
    report.referenced.reduce((sum, { count }) => sum + count, 0);
  return (
    <Tabs
      className="tabs"
      selectedKey={isThere ? list : 'problems'}
      onSelectionChange={(key) => panes.getState().setReport(key as ReportList)}
    >
      <div className="report__bar">
        <TabList className="tabs__list report__tabs" aria-label="Problems and coverage">
          <CountedTab id="problems" title="Problems" count={report.problems.length} />
          <CountedTab id="missing" title="Not collected" count={missing} />
          <CountedTab
            id="unclaimed"
            title="Unclaimed references"
            count={report.unclaimed.length + (report.beyond?.unclaimed ?? 0)}
          />
          <CountedTab id="coverage" title="Coverage" count={report.coverage.length} />
          <CountedTab
            id="redactions"
            title="Masked secrets"
            count={report.redactions.length + (report.beyond?.redactions ?? 0)}
          />
          <CountedTab id="skipped" title="Skipped types" count={report.skipped.length} />
          {changes !== undefined && (
            <CountedTab
              id="changes"
              title="Changes"
              count={changes.added.length + changes.changed.length + changes.removed.length}
            />
          )}
        </TabList>
        <CopyButton text={text} label="Copy the whole report as text" />
      </div>
      <TabPanel className="tabs__panel report__panel" id="problems">
        <ReportRows label="Problems" rows={problemRows(report)} none={noProblems(report)} />
      </TabPanel>
      <TabPanel className="tabs__panel report__panel" id="missing">
        <NotCollected report={report} />
      </TabPanel>
      <TabPanel className="tabs__panel report__panel" id="unclaimed">
        <ReportRows
          label="Unclaimed references"
          rows={unclaimedRows(report)}
          none="Every value that looks like a resource name was claimed by a link rule."
        />
      </TabPanel>
      <TabPanel className="tabs__panel report__panel" id="coverage">
        <CoveragePanel coverage={report.coverage} />
      </TabPanel>
      <TabPanel className="tabs__panel report__panel" id="redactions">
        <ReportRows
          label="Masked secrets"
          rows={redactionRows(report)}
          none="The files name no secret that was masked when they were written. What this window masks is listed with each document."
        />
      </TabPanel>
      <TabPanel className="tabs__panel report__panel" id="skipped">
        <ReportRows label="Skipped types" rows={skippedRows(report)} none="No record was skipped for its type." />
      </TabPanel>
      {changes !== undefined && (
        <TabPanel className="tabs__panel report__panel" id="changes">
          <ChangesPanel changes={changes} />
        </TabPanel>
      )}
    </Tabs>
  );
}

/** Said when there are no problems; records of unknown types are no problem, but not read either. */
function noProblems({ skipped }: CoverageReport): string {
  const count = skipped.reduce((sum, row) => sum + row.count, 0);
  const unknown = `${formatCount(count, 'record')} of types this app does not know ${count === 1 ? 'was' : 'were'} skipped`;
  return `Everything that was opened could be read${count === 0 ? '' : `; ${unknown}`}.`;
}

interface CountedTabProps {
  readonly id: ReportList;
  readonly title: string;
  readonly count: number;
}

function CountedTab({ id, title, count }: CountedTabProps): React.JSX.Element {
  return (
    <Tab className="tab" id={id}>
      {title} <span className="count">{count.toLocaleString('en')}</span>
    </Tab>
  );
}
