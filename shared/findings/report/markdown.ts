import { exportId } from '../../graph/export/export-rows.ts';
import { kindById } from '../../kinds/index.ts';
import { findRule } from '../catalogue.ts';
import type { Finding } from '../finding.ts';
import { acceptanceTerms, groupByRule, postureOf, placeInWords } from './report.ts';
import type { Report } from './report.ts';
import { standardsInWords } from './standards.ts';

/** The report as Markdown: posture, findings by rule with their evidence, what was not collected. */
export function* writeMarkdown(report: Report): Generator<string, void> {
  const { analysis, coverage } = report;
  yield `# Security findings\n\n${escape(report.subject)}, judged as of ${analysis.asOf}. Vertex Lineage Explorer ${report.toolVersion}.\n\n`;
  if (report.scope !== undefined) {
    yield `**Not all findings:** ${escape(report.scope)}\n\n`;
  }
  yield* writeSignOff(report);
  yield 'A finding is what a rule saw. Where nothing is listed nothing was found, which is not a promise that there is nothing.\n\n';
  yield '## Posture\n\n| Family | Failed | Unknown, because not collected | Accepted | Resources looked at |\n| --- | ---: | ---: | ---: | ---: |\n';
  for (const { family, failed, unknown, accepted, examined } of postureOf(analysis)) {
    yield `| ${family} | ${failed} | ${unknown} | ${accepted} | ${examined} |\n`;
  }
  yield* writeGroup('Failed', 'fail', report);
  yield* writeGroup('Unknown, because not collected', 'unknown', report);
  yield* writeGroup('Accepted', 'accepted', report);
  yield* writeRemarks(report);
  yield '\n## Judged by\n\n';
  for (const { term, values } of standardsInWords(report.standards)) {
    yield `- ${term}: ${values.map((value) => escape(report.masker.maskText(value))).join(', ')}\n`;
  }
  yield '\n## Coverage\n\n| Kind | Project | Status | Collected | Not collected | Policies |\n| --- | --- | --- | ---: | ---: | ---: |\n';
  for (const entry of coverage) {
    const { kind, status, collected, missing, policies, error = '' } = entry;
    const said = error === '' ? status : `${status}: ${error}`;
    yield `| ${kindById(kind).plural} | ${escape(placeInWords(entry))} | ${escape(said)} | ${collected} | ${missing} | ${policies ?? ''} |\n`;
  }
}

function* writeSignOff({ signOff, masker }: Report): Generator<string, void> {
  if (signOff !== undefined) {
    const { reviewer, date, note } = signOff;
    yield `**Signed off** by ${escape(reviewer)} on ${escape(date)}${note === '' ? '' : `: ${escape(masker.maskText(note))}`}\n\n`;
  }
}

function* writeRemarks({ remarks = [], masker }: Report): Generator<string, void> {
  if (remarks.length > 0) {
    yield '\n## Notes and marks\n\n| About | Note or mark | By | On |\n| --- | --- | --- | --- |\n';
  }
  for (const { about, text, author, time } of remarks) {
    yield `| ${escape(masker.maskText(about))} | ${escape(masker.maskText(text))} | ${escape(author)} | ${time.slice(0, 10)} |\n`;
  }
}

function* writeGroup(title: string, status: Finding['status'], report: Report): Generator<string, void> {
  const findings = report.analysis.findings.filter((finding) => finding.status === status);
  yield `\n## ${title}\n\n${findings.length === 0 ? 'None.\n' : ''}`;
  for (const [id, group] of groupByRule(findings)) {
    const rule = findRule(id);
    const [first] = group;
    yield `### ${escape(first?.title ?? id)}\n\n\`${id}\`, ${first?.severity ?? ''}, ${group.length} ${group.length === 1 ? 'resource' : 'resources'}\n\n`;
    if (rule !== undefined && status !== 'unknown') {
      yield `${escape(rule.rationale)} Severity: ${escape(rule.because)}\n\n`;
    }
    for (const finding of group) {
      yield* writeFinding(finding, report);
    }
    if (rule !== undefined && status !== 'unknown') {
      yield `\nReferences: ${rule.references.map((page) => `<${page}>`).join(', ')}\n\n`;
    }
  }
}

function* writeFinding(
  { resource, evidence, remediation, accepted, lapsed }: Finding,
  { masker }: Report,
): Generator<string, void> {
  const [advice = '', command] = remediation.split('\n');
  yield `- ${code(exportId(resource, masker))}\n`;
  for (const { document, path, value } of evidence) {
    const place = document === resource ? path : `${exportId(document, masker)} ${path}`;
    yield `  - ${code(place)}${value === '' ? '' : ` = ${code(value)}`}\n`;
  }
  yield `  - ${escape(advice)}${command === undefined ? '' : ` ${code(command)}`}\n`;
  if (accepted !== undefined) {
    const terms = acceptanceTerms(accepted);
    yield `  - Accepted: ${escape(masker.maskText(accepted.reason))}${terms === '' ? '' : ` (${escape(terms)})`}\n`;
  }
  if (lapsed !== undefined) {
    yield `  - **The acceptance has expired**: ${escape(masker.maskText(lapsed.reason))} (${escape(acceptanceTerms(lapsed))})\n`;
  }
}

/** Text from files must not become markup. */
function escape(text: string): string {
  return oneLine(text).replaceAll(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`);
}

/** A code span that its text cannot end. */
function code(text: string): string {
  const line = oneLine(text);
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
  const space = /^`|`$/.test(line) ? ' ' : '';
  return line === '' ? '' : `${fence}${space}${line}${space}${fence}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
