import type { Acceptance, Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { FindingException } from './settings.ts';

/** Marks the findings that somebody answers for; what has expired counts no more. `now`: milliseconds since 1970. */
export function acceptFindings(
  findings: readonly Finding[],
  exceptions: readonly FindingException[],
  now: number,
): readonly Finding[] {
  const byRule = new Map<string, { readonly exception: FindingException; readonly fits: RegExp }[]>();
  for (const exception of exceptions) {
    if (!hasExpired(exception.expires, now)) {
      const entry = { exception, fits: patternOf(exception.resource ?? '*') };
      byRule.set(exception.rule, [...(byRule.get(exception.rule) ?? []), entry]);
    }
  }
  return findings.map((finding) => {
    const found = byRule.get(finding.rule)?.find(({ fits }) => fits.test(finding.resource));
    return found === undefined ? finding : accepted(finding, { ...reasonOf(found.exception), source: 'configuration' });
  });
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
    const acceptance = known.get(fingerprintOf(finding));
    return acceptance === undefined || hasExpired(acceptance.expires, now) ? finding : accepted(finding, acceptance);
  });
}

/** Whether the last day on which something holds is over, in UTC. */
export function hasExpired(expires: string | undefined, now: number): boolean {
  return expires !== undefined && Date.parse(`${expires}T23:59:59.999Z`) < now;
}

/** Only what is wrong can be accepted; what is not known cannot be answered for. */
function accepted(finding: Finding, acceptance: Acceptance): Finding {
  return finding.status === 'fail' ? { ...finding, status: 'accepted', accepted: acceptance } : finding;
}

function reasonOf({ reason, expires }: FindingException): Pick<Acceptance, 'reason' | 'expires'> {
  return expires === undefined ? { reason } : { reason, expires };
}

function patternOf(resource: string): RegExp {
  const escaped = resource.replaceAll(/[$()+.?[\\\]^{|}]/g, String.raw`\$&`).replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 's');
}
