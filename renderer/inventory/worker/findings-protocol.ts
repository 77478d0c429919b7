import type { Acceptance, Family, FindingEvidence, FindingStatus, Severity } from '../../../shared/findings/finding.ts';
import type { FamilyPosture } from '../../../shared/findings/report/report.ts';
import type { NodeId } from '../../../shared/graph/graph.ts';

/** By what findings are put together. */
export type FindingGrouping = 'rule' | 'severity' | 'resource' | 'project';

/** Findings that have something in common. */
export interface FindingGroup {
  /** Identifies the group among those of its grouping. */
  readonly key: string;
  readonly title: string;
  /** The worst of what fails, else of all. */
  readonly severity: Severity;
  readonly failed: number;
  readonly unknown: number;
  readonly accepted: number;
}

/** How the inventory stands by the rules. */
export interface FindingsOverview {
  /** RFC 3339: by which time ages are judged. */
  readonly asOf: string;
  readonly posture: readonly FamilyPosture[];
  /** By grouping, worst first. */
  readonly groups: Readonly<Record<FindingGrouping, readonly FindingGroup[]>>;
}

/** A finding with all that explains it. */
export interface FindingEntry {
  readonly rule: string;
  readonly title: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly resource: NodeId;
  /** Masked. */
  readonly resourceTitle: string;
  readonly resourceKind: string;
  /** Why it matters and why it is as bad; of an unknown finding what is not known. */
  readonly reasons: readonly string[];
  /** Masked. */
  readonly evidence: readonly FindingEvidence[];
  /** The resource first. */
  readonly nodes: readonly NodeId[];
  readonly advice: string;
  readonly command?: string;
  /** CIS and MITRE ATT&CK. */
  readonly marks: readonly string[];
  readonly references: readonly string[];
  readonly accepted?: Acceptance;
}
