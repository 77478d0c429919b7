import { exportId } from '../../graph/export/export-rows.ts';
import type { Acceptance, Finding } from '../finding.ts';
import { escapeMarkup } from './escape.ts';
import { severityMark } from './html-posture.ts';
import type { Report } from './report.ts';

/** Who answers for the report, at its top. */
export function* writeSignOff({ signOff, masker }: Report): Generator<string, void> {
  if (signOff === undefined) {
    return;
  }
  const { reviewer, date, note } = signOff;
  yield `<section class="signed" aria-label="Sign-off"><p><strong>Signed off by ${escapeMarkup(reviewer)}</strong> on <time>${escapeMarkup(date)}</time></p>`;
  yield note === '' ? '' : `<p class="note">${escapeMarkup(masker.maskText(note))}</p>`;
  yield '</section>\n';
}

/** The exceptions that somebody answers for, and those whose last day is over. */
export function* writeAccepted(report: Report): Generator<string, void> {
  const { findings } = report.analysis;
  const lapsed = findings.flatMap((finding) =>
    finding.lapsed === undefined ? [] : [{ finding, acceptance: finding.lapsed }],
  );
  if (lapsed.length > 0) {
    yield `<section class="lapsed" id="expired"><h2>Acceptances that have expired <span class="count">${lapsed.length}</span></h2>\n<p>Their last day is over: these count as failed again.</p>\n`;
    yield* writeExceptions(lapsed, report);
    yield '</section>\n';
  }
  const accepted = findings.flatMap((finding) =>
    finding.accepted === undefined ? [] : [{ finding, acceptance: finding.accepted }],
  );
  yield `<section id="accepted"><h2>Accepted <span class="count">${accepted.length}</span></h2>\n`;
  if (accepted.length === 0) {
    yield '<p>None.</p></section>\n';
    return;
  }
  yield '<p>Known, answered for, and left out of what failed.</p>\n';
  yield* writeExceptions(accepted, report);
  yield '</section>\n';
}

interface Excepted {
  readonly finding: Finding;
  readonly acceptance: Acceptance;
}

function* writeExceptions(excepted: readonly Excepted[], { graph, masker }: Report): Generator<string, void> {
  yield '<table class="exceptions"><thead><tr><th scope="col">Finding</th><th scope="col">Reason</th><th scope="col">Until</th><th scope="col">Accepted by</th></tr></thead><tbody>\n';
  for (const group of groupAlike(excepted)) {
    const [{ finding, acceptance }] = group;
    const { reason, expires, time } = acceptance;
    const resources = group.map(({ finding: { resource } }) => {
      const name = masker.maskText(graph.nodes.get(resource)?.title ?? '');
      return `<li><strong>${escapeMarkup(name)}</strong> <span class="name">${escapeMarkup(exportId(resource, masker))}</span></li>`;
    });
    yield `<tr><td>${severityMark(finding.severity)} ${escapeMarkup(finding.title)} <span class="quiet">${escapeMarkup(finding.rule)}</span><ul>${resources.join('')}</ul></td>`;
    yield `<td>${escapeMarkup(masker.maskText(reason))}</td><td>${expires === undefined ? 'no end' : `<time>${escapeMarkup(expires)}</time>`}</td>`;
    yield `<td>${escapeMarkup(authorOf(acceptance))}${time === undefined ? '' : `<br><time>${escapeMarkup(time.slice(0, 10))}</time>`}</td></tr>\n`;
  }
  yield '</tbody></table>\n';
}

/** What one person accepted for one reason stands in one row. */
function groupAlike(excepted: readonly Excepted[]): Iterable<readonly [Excepted, ...Excepted[]]> {
  const groups = new Map<string, [Excepted, ...Excepted[]]>();
  for (const each of excepted) {
    const { reason, expires, author, time, source } = each.acceptance;
    const key = JSON.stringify([each.finding.rule, reason, expires, author, time?.slice(0, 10), source]);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [each]);
    } else {
      group.push(each);
    }
  }
  return groups.values();
}

function authorOf({ author, source }: Acceptance): string {
  const nobody = { configuration: 'configuration file', baseline: 'baseline', review: '' } as const;
  return author ?? nobody[source];
}

/** What the reviewer noted. */
export function* writeRemarks({ remarks = [], masker }: Report): Generator<string, void> {
  if (remarks.length === 0) {
    return;
  }
  yield `<section id="notes"><h2>Notes and marks <span class="count">${remarks.length}</span></h2>\n<table><thead><tr><th scope="col">About</th><th scope="col">Note or mark</th><th scope="col">By</th></tr></thead><tbody>\n`;
  for (const { about, text, author, time } of remarks) {
    yield `<tr><td>${escapeMarkup(masker.maskText(about))}</td><td class="note">${escapeMarkup(masker.maskText(text))}</td><td>${escapeMarkup(author)}<br><time>${escapeMarkup(time.slice(0, 10))}</time></td></tr>\n`;
  }
  yield '</tbody></table></section>\n';
}

/** Lines to sign on, filled in as far as it is known. */
export function* writeSignature({ signOff }: Report): Generator<string, void> {
  yield `<section class="sign"><h2>Sign-off</h2><dl><dt>Reviewed by</dt><dd>${escapeMarkup(signOff?.reviewer ?? '')}</dd><dt>Date</dt><dd>${escapeMarkup(signOff?.date ?? '')}</dd><dt>Signature</dt><dd></dd></dl></section>\n`;
}
