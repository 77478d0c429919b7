import { exportId } from '../../graph/export/export-rows.ts';
import { findRule } from '../catalogue.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { escapeMarkup } from './escape.ts';
import { drawFinding } from './finding-picture.ts';
import { anchorOf, severityMark } from './html-posture.ts';
import { groupByRule } from './report.ts';
import type { Report } from './report.ts';

/** Findings of one rule that get a picture; the rest are listed with their evidence. */
const PICTURES = 10;

/** What failed, rule by rule, with pictures, evidence and what to do. */
export function* writeFailed(report: Report): Generator<string, void> {
  const findings = report.analysis.findings.filter(({ status }) => status === 'fail');
  yield `<section id="failed"><h2>Failed <span class="count">${findings.length}</span></h2>\n${findings.length === 0 ? '<p>None.</p>\n' : ''}`;
  for (const [id, group] of groupByRule(findings)) {
    const rule = findRule(id);
    yield `<section class="rule" id="${escapeMarkup(anchorOf(id))}"><h3>${severityMark(group[0]?.severity ?? 'info')} ${escapeMarkup(group[0]?.title ?? id)} <span class="count">${group.length}</span></h3>\n`;
    yield rule === undefined ? '' : writeRule(rule);
    for (const [index, finding] of group.entries()) {
      yield* writeFinding(finding, index < PICTURES, report);
    }
    yield '</section>\n';
  }
  yield '</section>\n';
}

function writeRule(rule: Rule): string {
  const marks = [
    rule.id,
    ...(rule.cis ?? []).map((number) => `CIS GCP ${number}`),
    ...(rule.attack ?? []).map((technique) => `MITRE ATT&CK ${technique}`),
  ];
  const pages = rule.references.map(
    (page) => `<a href="${escapeMarkup(page)}" rel="noreferrer">${escapeMarkup(page)}</a>`,
  );
  return `<p>${escapeMarkup(rule.rationale)} <em>${escapeMarkup(rule.severity)}: ${escapeMarkup(rule.because)}</em></p>\n<p class="quiet">${marks.map(escapeMarkup).join(' · ')}<br>${pages.join('<br>')}</p>\n`;
}

function* writeFinding(finding: Finding, hasPicture: boolean, report: Report): Generator<string, void> {
  const { resource, evidence, remediation, lapsed } = finding;
  const { graph, masker } = report;
  const title = graph.nodes.get(resource)?.title ?? '';
  yield `<article><h4>${escapeMarkup(masker.maskText(title))}</h4><p class="name">${escapeMarkup(exportId(resource, masker))}</p>\n`;
  if (lapsed !== undefined) {
    yield `<p class="lapsed-note">Was accepted until ${escapeMarkup(lapsed.expires ?? '')}: ${escapeMarkup(masker.maskText(lapsed.reason))}</p>\n`;
  }
  yield hasPicture ? drawFinding(finding, report) : '';
  yield '<dl>';
  for (const { document, path, value } of evidence) {
    const other = document === resource ? '' : `${exportId(document, masker)} `;
    yield `<dt>${escapeMarkup(other)}<code>${escapeMarkup(path)}</code></dt><dd>${value === '' ? '<em>absent</em>' : `<code>${escapeMarkup(value)}</code>`}</dd>`;
  }
  yield `</dl>\n${writeAdvice(remediation)}</article>\n`;
}

function writeAdvice(remediation: string): string {
  const [advice = '', ...commands] = remediation.split('\n');
  return `<p>${escapeMarkup(advice)}</p>${commands.map((command) => `<pre>${escapeMarkup(command)}</pre>`).join('')}\n`;
}

/** What could not be told, rule by rule: resources as a table, and how to collect what is missing once for all of them. */
export function* writeUnknown({ analysis, masker, graph }: Report): Generator<string, void> {
  const findings = analysis.findings.filter(({ status }) => status === 'unknown');
  yield `<section id="unknown"><h2>Unknown, because not collected <span class="count">${findings.length}</span></h2>\n${findings.length === 0 ? '<p>None.</p>\n' : ''}`;
  for (const [id, group] of groupByRule(findings)) {
    const rule = findRule(id);
    yield `<section class="rule"><h3>${severityMark(group[0]?.severity ?? 'info')} ${escapeMarkup(group[0]?.title ?? id)} <span class="count">${group.length}</span></h3>\n`;
    yield rule === undefined ? '' : `<p>${escapeMarkup(rule.unknown)}</p>\n`;
    yield '<table><thead><tr><th scope="col">Resource</th><th scope="col">What would tell</th></tr></thead><tbody>\n';
    for (const { resource, evidence } of group) {
      const title = masker.maskText(graph.nodes.get(resource)?.title ?? '');
      const paths = evidence.map(({ path }) => (path === '' ? 'its document' : path));
      yield `<tr><td>${escapeMarkup(title)}<br><span class="name">${escapeMarkup(exportId(resource, masker))}</span></td><td>${paths.map((path) => `<code>${escapeMarkup(path)}</code>`).join(', ')}</td></tr>\n`;
    }
    yield '</tbody></table>\n';
    for (const command of new Set(group.flatMap(({ remediation }) => remediation.split('\n').slice(1)))) {
      yield `<pre>${escapeMarkup(command)}</pre>\n`;
    }
    yield '</section>\n';
  }
  yield '</section>\n';
}
