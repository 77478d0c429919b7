import type { AcceptedFinding } from '../../../shared/review/review-record.ts';

/** Findings that were chosen by hand, from whatever lists. */
export interface Picks {
  /** By fingerprint, in the order in which they were chosen. */
  readonly findings: ReadonlyMap<string, AcceptedFinding>;
  /** The one that was chosen or let go last: a stretch begins there. */
  readonly last?: string;
}

export const NO_PICKS: Picks = { findings: new Map() };

/**
 * Chooses a finding of a list or lets it go; with `isStretch`, everything between it and the one before too, as far as that is in
 * the list.
 */
export function pickFinding(
  picks: Picks,
  listed: readonly AcceptedFinding[],
  fingerprint: string,
  { isPicked, isStretch }: { readonly isPicked: boolean; readonly isStretch: boolean },
): Picks {
  const place = listed.findIndex((each) => each.fingerprint === fingerprint);
  const before = isStretch ? listed.findIndex((each) => each.fingerprint === picks.last) : -1;
  const start = before < 0 ? place : before;
  const findings = new Map(picks.findings);
  for (const finding of listed.slice(Math.min(start, place), Math.max(start, place) + 1)) {
    if (isPicked) findings.set(finding.fingerprint, finding);
    else findings.delete(finding.fingerprint);
  }
  return { findings, last: fingerprint };
}

/** Lets findings go: they were accepted. */
export function withoutPicks(picks: Picks, gone: readonly AcceptedFinding[]): Picks {
  if (picks.findings.size === 0) return picks;
  const findings = new Map(picks.findings);
  for (const { fingerprint } of gone) findings.delete(fingerprint);
  return findings.size === 0 ? NO_PICKS : { ...picks, findings };
}
