import { exportId } from '../../graph/export/export-rows.ts';
import { kindById } from '../../kinds/index.ts';
import { findRule } from '../catalogue.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { escapeMarkup } from './escape.ts';
import { drawFinding } from './finding-picture.ts';
import { REPORT_STYLE } from './html-style.ts';
import { groupByRule, postureOf } from './report.ts';
import type { Report } from './report.ts';

/** Findings of one rule that get a picture; the rest are listed with their evidence. */
const PICTURES = 10;

/**
 * The report as one HTML page that needs nothing else: no script, no font, no picture from outside. Every text is escaped, and a
 * policy in the page forbids the rest.
 */
export function* writeHtml(report: Report): Generator<string, void> {
  const { analysis } = report;
  yield `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  yield `<title>Security findings: ${escapeMarkup(report.subject)}</title>\n<style>${REPORT_STYLE}</style></head><body>\n`;
  yield `<header><h1>Security findings</h1><p>${escapeMarkup(report.subject)}</p>\n`;
  yield `<p class="quiet">Judged as of <time>${escapeMarkup(analysis.asOf)}</time> by Vertex Lineage Explorer ${escapeMarkup(report.toolVersion)}</p></header>\n<main>\n`;
  yield* writePosture(report);
  yield* writeStatus('Failed', 'fail', report);
  yield* writeStatus('Unknown, because not collected', 'unknown', report);
  yield* writeStatus('Accepted', 'accepted', report);
  yield* writeCoverage(report);
  yield `<section class="sign"><h2>Sign-off</h2><p>Reviewed by</p><p>Date</p><p>Signature</p></section>\n</main></body></html>\n`;
}

function* writePosture({ analysis }: Report): Generator<string, void> {
  const rows = postureOf(analysis);
  const total = (key: 'failed' | 'unknown' | 'accepted'): number => rows.reduce((sum, row) => sum + row[key], 0);
  yield `<section><h2>Posture</h2>\n<div class="totals"><p class="fail"><strong>${total('failed')}</strong> failed</p>`;
  yield `<p class="unknown"><strong>${total('unknown')}</strong> unknown, because not collected</p>`;
  yield `<p class="accepted"><strong>${total('accepted')}</strong> accepted</p></div>\n`;
  yield '<p>A finding is what a rule saw. Where nothing is listed nothing was found, which is not a promise that there is nothing.</p>\n';
  yield '<table><thead><tr><th scope="col">Family</th><th scope="col">Failed</th><th scope="col">Unknown</th><th scope="col">Accepted</th><th scope="col">Resources looked at</th></tr></thead><tbody>\n';
  for (const { family, failed, unknown, accepted, examined } of rows) {
    yield `<tr><th scope="row">${family}</th><td class="fail">${failed}</td><td class="unknown">${unknown}</td><td>${accepted}</td><td>${examined}</td></tr>\n`;
  }
  yield '</tbody></table></section>\n';
}

function* writeStatus(title: string, status: Finding['status'], report: Report): Generator<string, void> {
  const findings = report.analysis.findings.filter((finding) => finding.status === status);
  yield `<section><h2>${title} <span class="count">${findings.length}</span></h2>\n${findings.length === 0 ? '<p>None.</p>\n' : ''}`;
  for (const [id, group] of groupByRule(findings)) {
    const rule = findRule(id);
    const severity = group[0]?.severity ?? 'info';
    yield `<section class="rule"><h3><span class="severity ${severity}">${severity}</span> ${escapeMarkup(group[0]?.title ?? id)} <span class="count">${group.length}</span></h3>\n`;
    yield rule === undefined ? '' : writeRule(rule, status);
    for (const [index, finding] of group.entries()) {
      yield* writeFinding(finding, index < PICTURES, report);
    }
    yield '</section>\n';
  }
  yield '</section>\n';
}

function writeRule(rule: Rule, status: Finding['status']): string {
  if (status === 'unknown') {
    return `<p>${escapeMarkup(rule.unknown)}</p>\n`;
  }
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
  const { resource, evidence, remediation, accepted } = finding;
  const { graph, masker } = report;
  const title = graph.nodes.get(resource)?.title ?? '';
  const [advice = '', ...commands] = remediation.split('\n');
  yield `<article><h4>${escapeMarkup(masker.maskText(title))}</h4><p class="name">${escapeMarkup(exportId(resource, masker))}</p>\n`;
  yield hasPicture && finding.status !== 'unknown' ? drawFinding(finding, report) : '';
  yield '<dl>';
  for (const { document, path, value } of evidence) {
    const other = document === resource ? '' : `${exportId(document, masker)} `;
    yield `<dt>${escapeMarkup(other)}<code>${escapeMarkup(path)}</code></dt><dd>${value === '' ? '<em>absent</em>' : `<code>${escapeMarkup(value)}</code>`}</dd>`;
  }
  yield `</dl>\n<p>${escapeMarkup(advice)}</p>${commands.map((command) => `<pre>${escapeMarkup(command)}</pre>`).join('')}\n`;
  if (accepted !== undefined) {
    const until = accepted.expires === undefined ? '' : ` until ${accepted.expires}`;
    yield `<p class="accepted">Accepted${escapeMarkup(until)}: ${escapeMarkup(accepted.reason)}</p>`;
  }
  yield '</article>\n';
}

function* writeCoverage({ coverage }: Report): Generator<string, void> {
  yield '<section><h2>Coverage</h2><table><thead><tr><th scope="col">Kind</th><th scope="col">Project</th><th scope="col">Status</th><th scope="col">Collected</th><th scope="col">Not collected</th><th scope="col">Policies</th></tr></thead><tbody>\n';
  for (const { kind, project, location = '', status, collected, missing, policies, error = '' } of coverage) {
    const place = [project, location].filter((part) => part !== '').join(', ');
    const said = error === '' ? status : `${status}: ${error}`;
    yield `<tr><th scope="row">${escapeMarkup(kindById(kind).plural)}</th><td>${escapeMarkup(place)}</td><td>${escapeMarkup(said)}</td><td>${collected}</td><td class="${missing > 0 ? 'unknown' : ''}">${missing}</td><td>${policies ?? ''}</td></tr>\n`;
  }
  yield '</tbody></table></section>\n';
}
