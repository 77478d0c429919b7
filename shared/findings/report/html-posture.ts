import { SEVERITIES } from '../finding.ts';
import type { Severity } from '../finding.ts';
import { escapeMarkup } from './escape.ts';
import { groupByRule, postureOf } from './report.ts';
import type { FamilyPosture, Report } from './report.ts';

const BAR = { width: 240, height: 14 } as const;

/** How things stand in all, by severity and by family. */
export function* writePosture({ analysis }: Report): Generator<string, void> {
  const rows = postureOf(analysis);
  const total = (key: 'failed' | 'unknown' | 'accepted'): number => rows.reduce((sum, row) => sum + row[key], 0);
  yield `<section id="posture"><h2>Posture</h2>\n<div class="totals"><p class="fail"><strong>${total('failed')}</strong> failed</p>`;
  yield `<p class="unknown"><strong>${total('unknown')}</strong> unknown, because not collected</p>`;
  yield `<p class="accepted"><strong>${total('accepted')}</strong> accepted</p></div>\n`;
  const failing = analysis.findings.filter(({ status }) => status === 'fail');
  const bySeverity = SEVERITIES.map((severity) => ({
    severity,
    count: failing.filter((finding) => finding.severity === severity).length,
  })).filter(({ count }) => count > 0);
  if (bySeverity.length > 0) {
    yield `<p class="severities">Failed by severity: ${bySeverity.map(({ severity, count }) => `${severityMark(severity)} ${count}`).join(' ')}</p>\n`;
  }
  yield '<p>A finding is what a rule saw. Where nothing is listed nothing was found, which is not a promise that there is nothing.</p>\n';
  yield '<table class="families"><thead><tr><th scope="col">Family</th><th scope="col" class="number">Failed</th><th scope="col" class="number">Unknown</th><th scope="col" class="number">Accepted</th><th scope="col" class="number">Looked at</th><th scope="col">Failed, unknown, accepted</th></tr></thead><tbody>\n';
  const most = Math.max(1, ...rows.map(({ failed, unknown, accepted }) => failed + unknown + accepted));
  for (const row of rows) {
    const { family, failed, unknown, accepted, examined } = row;
    yield `<tr><th scope="row">${family}</th><td class="number fail">${failed}</td><td class="number unknown">${unknown}</td><td class="number">${accepted}</td><td class="number">${examined}</td><td>${drawBar(row, most)}</td></tr>\n`;
  }
  yield '</tbody></table></section>\n';
}

/** A stacked bar; told apart by pattern as well as by colour. */
function drawBar({ failed, unknown, accepted, examined }: FamilyPosture, most: number): string {
  if (failed + unknown + accepted === 0) {
    return `<span class="quiet">${examined === 0 ? 'nothing here to judge' : 'no problem found by these rules'}</span>`;
  }
  const scale = BAR.width / most;
  let x = 0;
  const parts = [
    { name: 'fail', count: failed },
    { name: 'unknown', count: unknown },
    { name: 'accepted', count: accepted },
  ].map(({ name, count }) => {
    const part = `<rect class="bar ${name}" x="${round(x)}" y="1" width="${round(Math.max(count * scale - 1, count > 0 ? 1 : 0))}" height="${BAR.height - 2}"/>`;
    x += count * scale;
    return count === 0 ? '' : part;
  });
  return `<svg class="bars" role="img" aria-label="${failed} failed, ${unknown} unknown, ${accepted} accepted" viewBox="0 0 ${BAR.width} ${BAR.height}" width="${BAR.width}" height="${BAR.height}">${parts.join('')}</svg>`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** What failed, rule by rule, each leading to its section. */
export function* writeContents({ analysis }: Report): Generator<string, void> {
  const groups = groupByRule(analysis.findings.filter(({ status }) => status === 'fail'));
  if (groups.size === 0) {
    return;
  }
  yield '<nav aria-labelledby="contents"><h2 id="contents">What failed, worst first</h2>\n<ol class="contents">\n';
  for (const [rule, [first, ...others]] of groups) {
    const severity = first?.severity ?? 'info';
    yield `<li>${severityMark(severity)} <a href="#${escapeMarkup(anchorOf(rule))}">${escapeMarkup(first?.title ?? rule)}</a> <span class="count">${others.length + 1}</span></li>\n`;
  }
  yield '</ol></nav>\n';
}

/** A severity as a word in a frame. */
export function severityMark(severity: Severity): string {
  return `<span class="severity ${severity}">${severity}</span>`;
}

/** Where a rule’s failed findings stand in the page. */
export function anchorOf(rule: string): string {
  return `rule-${rule}`;
}
