import type { NodeId } from '../graph/graph.ts';

/** What a rule is about, in the order in which reports show it. */
export const FAMILIES = [
  'identity',
  'image',
  'encryption',
  'network',
  'data',
  'lineage',
  'secrets',
  'operations',
] as const;
export type Family = (typeof FAMILIES)[number];

/** How bad it is when a rule fires, worst first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * `fail`: the evidence shows it. `unknown`: what the rule needs was not collected, which is never taken as good.
 * `accepted`: it is known and somebody took it upon himself.
 */
export type FindingStatus = 'fail' | 'unknown' | 'accepted';

/** One field that proves a finding, or the place of a field that would have to be known. */
export interface FindingEvidence {
  /** Node id of the resource whose document it is. */
  readonly document: NodeId;
  /** Concrete path in the document (`iamPolicy.…` in its policy). */
  readonly path: string;
  /** The value as text, secrets masked; empty where the absence of the field is the point. */
  readonly value: string;
}

/** Why a finding is accepted. */
export interface Acceptance {
  readonly reason: string;
  /** Last day on which it holds, `2026-12-31`; for good when absent. */
  readonly expires?: string;
  readonly source: 'baseline' | 'configuration' | 'review';
  /** Who answers for it, where that was said. */
  readonly author?: string;
  /** RFC 3339: when it was accepted, where that is known. */
  readonly time?: string;
}

/** One rule at one resource. */
export interface Finding {
  readonly rule: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly title: string;
  /** Node id; of an unknown finding the resource that was not collected. */
  readonly resource: NodeId;
  /** The resource first, then the others that take part, sorted. */
  readonly nodes: readonly NodeId[];
  /** Ids of the links that take part. */
  readonly edges: readonly string[];
  readonly evidence: readonly FindingEvidence[];
  /** What to do, with the command where one command does it; of an unknown finding, how to collect what is missing. */
  readonly remediation: string;
  readonly accepted?: Acceptance;
  /** Of a finding that counts again: the acceptance whose last day is over. */
  readonly lapsed?: Acceptance;
}

/** What a rule came to. */
export interface RuleResult {
  readonly rule: string;
  readonly family: Family;
  /** Resources the rule looked at. */
  readonly examined: number;
  readonly failed: number;
  readonly unknown: number;
  readonly accepted: number;
}

/** Everything the rules say about an inventory. */
export interface Analysis {
  /** RFC 3339: the time by which ages and dates are judged. */
  readonly asOf: string;
  /** Worst first, then by rule and resource. */
  readonly findings: readonly Finding[];
  /** One for each rule that is switched on, in the order of the catalogue. */
  readonly rules: readonly RuleResult[];
}

/** Whether a severity is at least as bad as another. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);
}
