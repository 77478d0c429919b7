import { ALL_FINDINGS } from '../../../shared/findings/filter-findings.ts';
import type { ConfigurationProblem } from '../../../shared/findings/read-configuration.ts';
import type { SignOff } from '../../../shared/findings/report/report.ts';
import { REPORT_FORMATS, type ReportFormat } from '../../../shared/findings/report/write-report.ts';
import type { AcceptedFinding } from '../../../shared/review/review-record.ts';
import { valueOf } from '../../api/client.ts';
import type { FindingEntry, FindingGroup, FindingGrouping } from '../../inventory/worker/protocol/findings-protocol.ts';
import { fileStem, tellSaved } from '../file-operations.ts';
import { showTrace } from '../trace/trace-operations.ts';
import type { Workbench } from '../workbench.ts';
import { pickFinding } from './pick-findings.ts';

/** Lights up what takes part in a finding, and draws what of it is not in the graph. */
export async function lightUpFinding(
  workbench: Workbench,
  { title, resourceTitle, nodes, links }: FindingEntry,
): Promise<void> {
  await showTrace(workbench, { type: 'finding', title, resource: resourceTitle, nodes, links });
}

/** Asks for the reason why findings are accepted. */
export function askToAccept({ dialogs }: Workbench, entries: readonly FindingEntry[], title: string): void {
  dialogs.getState().open({ type: 'accept-findings', findings: entries.map(acceptable), title });
}

/** A finding as far as accepting it needs it. */
export function acceptable({ fingerprint, rule, resource, title, resourceTitle }: FindingEntry): AcceptedFinding {
  return { fingerprint, rule, resource, title: `${title}: ${resourceTitle}` };
}

/** Chooses a finding of a list or lets it go; with `isStretch`, all that fails between it and the one before. */
export function pick(
  { findings }: Workbench,
  listed: readonly FindingEntry[],
  { fingerprint }: FindingEntry,
  how: { readonly isPicked: boolean; readonly isStretch: boolean },
): void {
  const { picks, setPicks } = findings.getState();
  const failing = listed.filter(({ status }) => status === 'fail').map(acceptable);
  setPicks(pickFinding(picks, failing, fingerprint, how));
}

/** Asks for the reason why all that fails in a group is accepted, listed or not. */
export async function askToAcceptGroup(
  workbench: Workbench,
  grouping: FindingGrouping,
  { key, title, failed, unknown, accepted }: FindingGroup,
): Promise<void> {
  const { filter } = workbench.findings.getState();
  const entries = await workbench.inventory.findingsOf(filter, grouping, key, 0, failed + unknown + accepted);
  askToAccept(
    workbench,
    entries.filter(({ status }) => status === 'fail'),
    title,
  );
}

/** What a report is to hold. */
export interface ReportWish {
  readonly format: ReportFormat;
  /** Only what the pane shows. */
  readonly isFiltered: boolean;
  readonly signOff?: SignOff;
}

/** Writes a report to a file the user chooses. Nothing is opened. */
export async function saveReport(workbench: Workbench, { format, isFiltered, signOff }: ReportWish): Promise<void> {
  const { inventory, main, findings, session } = workbench;
  const { version: toolVersion } = await valueOf(main.getAppInfo());
  const state = session.getState().session;
  const { configuration, filter } = findings.getState();
  const bytes = await inventory.findingsReport({
    format,
    subject: 'title' in state ? state.title : '',
    toolVersion,
    ...(configuration === undefined ? {} : { configuration: configuration.file }),
    filter: isFiltered ? filter : ALL_FINDINGS,
    ...(signOff === undefined ? {} : { signOff }),
  });
  const suggestedName = `${fileStem(workbench)}-findings.${REPORT_FORMATS[format].ending}`;
  tellSaved(workbench, 'Report saved', await valueOf(main.saveReport({ suggestedName, format, bytes })));
}

/** What is wrong with the file that was chosen; `undefined` where it is used now or none was chosen. */
export interface RefusedConfiguration {
  readonly file: string;
  readonly problems: readonly ConfigurationProblem[];
}

/** Lets the user choose a file by which findings are judged from now on. One with mistakes changes nothing. */
export async function chooseConfiguration({
  main,
  inventory,
  findings,
  notices,
}: Workbench): Promise<RefusedConfiguration | undefined> {
  const chosen = await valueOf(main.chooseConfiguration());
  if (chosen.outcome === 'cancelled') return undefined;
  const { file, text } = chosen;
  const reading = await inventory.configureFindings(text);
  if (!reading.ok) return { file, problems: reading.problems };
  findings.getState().setConfiguration({ file, text });
  notices.getState().announce(`Findings are judged by ${file}.`);
  return undefined;
}

/** Judges by the defaults again. */
export async function dropConfiguration({ inventory, findings, notices }: Workbench): Promise<void> {
  await inventory.configureFindings(undefined);
  findings.getState().setConfiguration(undefined);
  notices.getState().announce('Findings are judged by the defaults.');
}
