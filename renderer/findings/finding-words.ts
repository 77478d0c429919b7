import type { FindingStatus } from '../../shared/findings/finding.ts';
import type { FamilyPosture } from '../../shared/findings/report/report.ts';
import type { Trend } from '../../shared/findings/trend.ts';
import type { FindingCounts, FindingsOverview } from '../inventory/worker/protocol/findings-protocol.ts';

const STATUS_WORDS: Readonly<Record<FindingStatus, string>> = {
  fail: 'failed',
  unknown: 'unknown',
  accepted: 'accepted',
};

/** A status as people say it. */
export function statusWord(status: FindingStatus): string {
  return STATUS_WORDS[status];
}

/** `3 failed, 1 accepted`; what there is none of goes unsaid. */
export function countsText({ failed, unknown, accepted }: FindingCounts): string {
  return [
    ...(failed > 0 ? [`${failed.toLocaleString('en')} failed`] : []),
    ...(unknown > 0 ? [`${unknown.toLocaleString('en')} unknown`] : []),
    ...(accepted > 0 ? [`${accepted.toLocaleString('en')} accepted`] : []),
  ].join(', ');
}

/** The posture at a glance: `4 critical · 31 high · 12 not judged`. Nothing found is no promise. */
export function postureText({ bySeverity, posture }: Pick<FindingsOverview, 'bySeverity' | 'posture'>): string {
  const worst = (['critical', 'high'] as const).filter((severity) => bySeverity[severity] > 0);
  const others = bySeverity.medium + bySeverity.low + bySeverity.info;
  const untold = posture.reduce((sum, { unknown }) => sum + unknown, 0);
  const parts = [
    ...worst.map((severity) => `${bySeverity[severity].toLocaleString('en')} ${severity}`),
    ...(worst.length === 0 && others > 0 ? [`${others.toLocaleString('en')} medium or less`] : []),
    ...(untold > 0 ? [`${untold.toLocaleString('en')} not judged`] : []),
  ];
  return parts.length === 0 ? 'no problem found by these rules' : parts.join(' · ');
}

/** How findings changed: `2 new, 1 gone, 270 as on 2026-11-16`. */
export function trendText({ since, added, gone, same }: Trend): string {
  const [new_, lost, kept] = [added, gone, same].map((count) => count.toLocaleString('en'));
  return `${new_} new, ${lost} gone, ${kept} as on ${since.slice(0, 10)}`;
}

/** What is said of a family that nothing is listed of. Nothing found is no promise. */
export function quietFamily({ examined, accepted }: FamilyPosture): string {
  if (examined === 0) return 'nothing here to judge';
  return accepted > 0 ? 'nothing else found by these rules' : 'no problem found by these rules';
}
