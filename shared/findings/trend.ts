import type { Finding } from './finding.ts';
import { fingerprintOf } from './fingerprint.ts';

/** What an earlier analysis of the inventory had found. */
export interface EarlierFindings {
  /** RFC 3339. */
  readonly time: string;
  /** Of what failed or was accepted. */
  readonly fingerprints: readonly string[];
}

/** How what is wrong differs from an earlier analysis. */
export interface Trend {
  /** RFC 3339, of the earlier analysis. */
  readonly since: string;
  readonly added: number;
  readonly gone: number;
  readonly same: number;
}

/** Most findings that are kept to be compared with: more are not looked at one by one. */
const MOST_KEPT = 50_000;

/** What a later analysis is compared with; `time` is RFC 3339. What is not known is left out: nothing can be said of it. */
export function earlierFindings(findings: readonly Finding[], time: string): EarlierFindings {
  const told = findings.filter(({ status }) => status !== 'unknown').slice(0, MOST_KEPT);
  return { time, fingerprints: told.map(fingerprintOf).toSorted() };
}

/** Compares what is wrong now with what was wrong then. */
export function trendOf(findings: readonly Finding[], earlier: EarlierFindings): Trend {
  const before = new Set(earlier.fingerprints);
  const now = new Set(findings.filter(({ status }) => status !== 'unknown').map(fingerprintOf));
  const same = [...now].filter((fingerprint) => before.has(fingerprint)).length;
  return { since: earlier.time, added: now.size - same, gone: before.size - same, same };
}
