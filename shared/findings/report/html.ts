import { kindById } from '../../kinds/index.ts';
import { escapeMarkup } from './escape.ts';
import { writeFailed, writeUnknown } from './html-findings.ts';
import { writeContents, writePosture } from './html-posture.ts';
import { writeAccepted, writeRemarks, writeSignature, writeSignOff } from './html-review.ts';
import { REPORT_STYLE } from './html-style.ts';
import { placeInWords } from './report.ts';
import type { Report } from './report.ts';
import { standardsInWords } from './standards.ts';

/**
 * The report as one HTML page that needs nothing else: no script, no font, no picture from outside. Every text is escaped, and a
 * policy in the page forbids the rest.
 */
export function* writeHtml(report: Report): Generator<string, void> {
  const { analysis, scope } = report;
  yield `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  yield `<title>Security findings: ${escapeMarkup(report.subject)}</title>\n<style>${REPORT_STYLE}</style></head><body>\n`;
  yield `<header><p class="kicker">Security findings</p><h1>${escapeMarkup(report.subject)}</h1>\n`;
  yield `<p class="quiet">Judged as of <time>${escapeMarkup(analysis.asOf)}</time> by Vertex Lineage Explorer ${escapeMarkup(report.toolVersion)}, <a href="#standards">${escapeMarkup(report.standards.configuration === undefined ? 'by the defaults' : `by ${report.standards.configuration}`)}</a></p>\n`;
  yield scope === undefined ? '' : `<p class="scope"><strong>Not all findings:</strong> ${escapeMarkup(scope)}</p>\n`;
  yield* writeSignOff(report);
  yield '</header>\n<main>\n';
  yield* writePosture(report);
  yield* writeContents(report);
  yield* writeAccepted(report);
  yield* writeRemarks(report);
  yield* writeFailed(report);
  yield* writeUnknown(report);
  yield* writeStandards(report);
  yield* writeCoverage(report);
  yield* writeSignature(report);
  yield '</main></body></html>\n';
}

function* writeStandards({ standards, masker }: Report): Generator<string, void> {
  yield '<section id="standards"><h2>Judged by</h2>\n<p>What the organisation says about itself. Another configuration gives other findings.</p>\n<dl>';
  for (const { term, values } of standardsInWords(standards)) {
    yield `<dt>${escapeMarkup(term)}</dt>${values.map((value) => `<dd>${escapeMarkup(masker.maskText(value))}</dd>`).join('')}\n`;
  }
  yield '</dl></section>\n';
}

function* writeCoverage({ coverage }: Report): Generator<string, void> {
  yield '<section id="coverage"><h2>Coverage</h2>\n<p>What the findings were judged from. What is not collected cannot fail, and is no pass either.</p>\n';
  yield '<table><thead><tr><th scope="col">Kind</th><th scope="col">Project</th><th scope="col">Status</th><th scope="col" class="number">Collected</th><th scope="col" class="number">Not collected</th><th scope="col" class="number">Policies</th></tr></thead><tbody>\n';
  for (const entry of coverage) {
    const { kind, status, collected, missing, policies, error = '' } = entry;
    const said = error === '' ? status : `${status}: ${error}`;
    yield `<tr><th scope="row">${escapeMarkup(kindById(kind).plural)}</th><td>${escapeMarkup(placeInWords(entry))}</td><td>${escapeMarkup(said)}</td><td class="number">${collected}</td><td class="number${missing > 0 ? ' unknown' : ''}">${missing}</td><td class="number">${policies ?? ''}</td></tr>\n`;
  }
  yield '</tbody></table></section>\n';
}
