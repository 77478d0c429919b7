import { basename } from 'node:path';
import { createAccessModel } from '../../shared/graph/access/access-model.ts';
import { deriveGraph } from '../../shared/graph/derive-graph.ts';
import { acceptKnown } from '../../shared/findings/accept.ts';
import { analyse } from '../../shared/findings/analyse.ts';
import { findRule, RULES } from '../../shared/findings/catalogue.ts';
import { coverageOf } from '../../shared/findings/coverage.ts';
import { isAtLeast } from '../../shared/findings/finding.ts';
import type { Finding, Severity } from '../../shared/findings/finding.ts';
import { withFindings } from '../../shared/findings/narrow-analysis.ts';
import type { Report } from '../../shared/findings/report/report.ts';
import { REPORT_FORMATS, writeReport } from '../../shared/findings/report/write-report.ts';
import type { ReportFormat } from '../../shared/findings/report/write-report.ts';
import { remarksOf } from '../../shared/findings/report/remarks.ts';
import { acceptancesOf } from '../../shared/review/review-index.ts';
import { EMPTY_REVIEW } from '../../shared/review/review-record.ts';
import { contentKey } from '../../shared/inventory/content-key.ts';
import { createMasker } from '../../shared/inventory/masking.ts';
import { exportId } from '../../shared/graph/export/export-rows.ts';
import { describeSystemError } from '../files/describe-system-error.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import type { CommandContext } from './command-context.ts';
import { CommandError, EXIT } from './exit-status.ts';
import type { ExitStatus } from './exit-status.ts';
import { describe, openInventory } from './open-inventory.ts';
import { loadBaseline, loadSettings } from './read-configuration.ts';
import { formatTable } from './table.ts';
import { writeAll, writeMessage } from './terminal.ts';

export type FindingsFormat = 'table' | ReportFormat;

/** Names of the formats, the default first. */
export const FINDINGS_FORMATS: readonly FindingsFormat[] = [
  'table',
  ...(Object.keys(REPORT_FORMATS) as ReportFormat[]),
];

export interface FindingsOptions {
  readonly format: FindingsFormat;
  readonly output?: string;
  readonly minSeverity?: Severity;
  readonly failOn?: Severity;
  readonly rule?: readonly string[];
  readonly baseline?: string;
  readonly config?: string;
}

/** Judges the files by the rules; status `findings` when one at least as bad as `failOn` fails and is not accepted. */
export async function runFindings(
  files: readonly string[],
  options: FindingsOptions,
  { terminal, now, version }: CommandContext,
): Promise<ExitStatus> {
  const { rule: rules = [], format, output, minSeverity = 'info', failOn } = options;
  checkRules(rules);
  const settings = await loadSettings(options.config);
  const known = await loadBaseline(options.baseline);
  const { inventory, status } = await openInventory(files, terminal, now);
  const graph = deriveGraph(inventory);
  for (const problem of graph.problems) {
    await writeMessage(terminal, describe(problem));
  }
  const masker = createMasker(contentKey(inventory.documents).key);
  const access = createAccessModel(graph);
  const given = rules.length === 0 ? {} : { rules };
  const judged = analyse({ graph, access, inventory, masker, now: now(), settings, ...given });
  const review = inventory.review ?? EMPTY_REVIEW;
  const findings = acceptKnown(judged.findings, new Map([...known, ...acceptancesOf(review)]), now());
  const shown = findings.filter(({ severity }) => isAtLeast(severity, minSeverity));
  const analysis = withFindings(judged, shown);
  const coverage = coverageOf(graph, inventory.coverage);
  const remarks = remarksOf(review, graph);
  const report: Report = {
    analysis,
    coverage,
    graph,
    masker,
    subject: files.join(', '),
    toolVersion: version,
    standards: {
      settings,
      ...(options.config === undefined ? {} : { configuration: basename(options.config) }),
      ...(options.baseline === undefined ? {} : { baseline: basename(options.baseline) }),
    },
    ...(minSeverity === 'info' ? {} : { scope: `severity ${minSeverity} or worse` }),
    ...(remarks.length === 0 ? {} : { remarks }),
  };
  await write(format === 'table' ? writeTable(report) : writeReport(format, report), output, terminal);
  await writeMessage(terminal, summary(shown));
  for (const message of reviewMessages(findings)) {
    await writeMessage(terminal, message);
  }
  const isMet =
    failOn !== undefined && findings.some((each) => each.status === 'fail' && isAtLeast(each.severity, failOn));
  return isMet ? EXIT.findings : status;
}

function checkRules(ids: readonly string[]): void {
  const unknown = ids.filter((id) => findRule(id) === undefined);
  if (unknown.length > 0) {
    const list = RULES.map(({ id }) => `  ${id}`).join('\n');
    throw new CommandError(`There is no rule ${unknown.map((id) => `"${id}"`).join(', ')}. Choose of:\n${list}`);
  }
}

async function write(
  pieces: Iterable<string>,
  output: string | undefined,
  terminal: CommandContext['terminal'],
): Promise<void> {
  if (output === undefined) {
    await writeAll(terminal.stdout, pieces);
    return;
  }
  try {
    await writeFileAtomically(output, Buffer.concat([...pieces].map((piece) => Buffer.from(piece))));
  } catch (error) {
    throw new CommandError(`${output} cannot be written: ${describeSystemError(error)}`);
  }
  await writeMessage(terminal, `Wrote ${output}`);
}

function* writeTable({ analysis, masker }: Report): Generator<string, void> {
  yield formatTable(
    ['SEVERITY', 'STATUS', 'RULE', 'TITLE', 'RESOURCE'],
    analysis.findings.map(({ severity, status, rule, title, resource }) => [
      severity,
      status,
      rule,
      title,
      exportId(resource, masker),
    ]),
  );
}

/** What a review in the files changed, so that nothing is accepted in silence, and what comes back. */
function reviewMessages(findings: readonly Finding[]): readonly string[] {
  const accepted = findings.filter((finding) => finding.accepted?.source === 'review').length;
  const lapsed = findings.filter((finding) => finding.lapsed !== undefined).length;
  return [
    ...(accepted > 0 ? [`${accepted} accepted by the review in these files.`] : []),
    ...(lapsed > 0 ? [`${lapsed} counted again because the acceptance has expired.`] : []),
  ];
}

function summary(findings: readonly Finding[]): string {
  const count = (status: Finding['status']): number => findings.filter((finding) => finding.status === status).length;
  return `${count('fail')} failed, ${count('unknown')} unknown because not collected, ${count('accepted')} accepted.`;
}
