import type { Acceptance, Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { FindingException } from './settings.ts';

/**
 * Marks the findings that somebody answers for. One whose acceptance has expired counts again, and says so. `now`: milliseconds
 * since 1970.
 */
export function acceptFindings(
  findings: readonly Finding[],
  exceptions: readonly FindingException[],
  now: number,
): readonly Finding[] {
  if (exceptions.length === 0) {
    return findings;
  }
  // Most exceptions name one resource: those are looked up, so that many of them do not make many findings slow.
  const named = new Map<string, Exception[]>();
  const patterns = new Map<string, Exception[]>();
  for (const [place, exception] of exceptions.entries()) {
    const { rule, resource = '*' } = exception;
    const isPattern = resource.includes('*');
    append(isPattern ? patterns : named, isPattern ? rule : `${rule} ${resource}`, {
      place,
      acceptance: acceptanceOf(exception),
      fits: patternOf(resource),
    });
  }
  return findings.map((finding) => {
    const fitting = [
      ...(named.get(`${finding.rule} ${finding.resource}`) ?? []),
      ...(patterns.get(finding.rule) ?? []).filter(({ fits }) => fits.test(finding.resource)),
    ].toSorted((left, right) => left.place - right.place);
    const found = fitting.find(({ acceptance }) => !hasExpired(acceptance.expires, now)) ?? fitting[0];
    return found === undefined ? finding : judged(finding, found.acceptance, now);
  });
}

interface Exception {
  /** Among all; the first that holds counts. */
  readonly place: number;
  readonly acceptance: Acceptance;
  readonly fits: RegExp;
}

function append(index: Map<string, Exception[]>, key: string, exception: Exception): void {
  const known = index.get(key);
  if (known === undefined) {
    index.set(key, [exception]);
  } else {
    known.push(exception);
  }
}

/** Marks the findings whose fingerprints are known. */
export function acceptKnown(
  findings: readonly Finding[],
  known: ReadonlyMap<string, Acceptance>,
  now: number,
): readonly Finding[] {
  if (known.size === 0) {
    return findings;
  }
  return findings.map((finding) => {
    const acceptance = finding.status === 'fail' ? known.get(fingerprintOf(finding)) : undefined;
    return acceptance === undefined ? finding : judged(finding, acceptance, now);
  });
}

/** Whether the last day on which something holds is over, in UTC. */
export function hasExpired(expires: string | undefined, now: number): boolean {
  return expires !== undefined && Date.parse(`${expires}T23:59:59.999Z`) < now;
}

/** Only what is wrong can be accepted; what is not known cannot be answered for. */
function judged(finding: Finding, acceptance: Acceptance, now: number): Finding {
  if (finding.status !== 'fail') {
    return finding;
  }
  if (hasExpired(acceptance.expires, now)) {
    return { ...finding, lapsed: acceptance };
  }
  const { lapsed: _over, ...rest } = finding;
  return { ...rest, status: 'accepted', accepted: acceptance };
}

function acceptanceOf({ reason, expires }: FindingException): Acceptance {
  return { reason, ...(expires === undefined ? {} : { expires }), source: 'configuration' };
}

function patternOf(resource: string): RegExp {
  const escaped = resource.replaceAll(/[$()+.?[\\\]^{|}]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 's');
}
