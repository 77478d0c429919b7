import type { CoverageReport } from '../inventory/worker/protocol/protocol.ts';
import { formatCount } from '../state/format.ts';
import type { Session } from '../state/session-store.ts';
import type { Workbench } from '../state/workbench.ts';

/** Says what was opened, and points at the problems if there are any. */
export function tellOpened(
  { notices }: Workbench,
  { summary, report, partial }: Extract<Session, { phase: 'open' }> & { readonly report: CoverageReport },
): void {
  notices
    .getState()
    .announce(
      `Opened: ${formatCount(summary.jobs, 'job')}, ${formatCount(summary.resources, 'resource')}, ${formatCount(summary.links, 'link')}.`,
    );
  if (partial) {
    notices.getState().notify({
      tone: 'warning',
      title: 'Only a part was read',
      detail: 'Opening was cancelled. What is missing here may be in the rest of the files.',
    });
  }
  const errors = report.problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    notices.getState().notify({
      tone: 'warning',
      title: `${formatCount(errors, 'thing')} could not be read`,
      detail: 'The graph shows everything else.',
      action: 'toggle-problems',
    });
  }
}
