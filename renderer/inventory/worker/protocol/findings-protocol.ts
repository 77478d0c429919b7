import type {
  Acceptance,
  Family,
  FindingEvidence,
  FindingStatus,
  Severity,
} from '../../../../shared/findings/finding.ts';
import type { FindingFilter } from '../../../../shared/findings/filter-findings.ts';
import type { FamilyPosture, SignOff } from '../../../../shared/findings/report/report.ts';
import type { ConfigurationReading } from '../../../../shared/findings/read-configuration.ts';
import type { ReportFormat } from '../../../../shared/findings/report/write-report.ts';
import type { EarlierFindings, Trend } from '../../../../shared/findings/trend.ts';
import type { NodeId } from '../../../../shared/graph/graph.ts';
import type { ViewSpec } from '../../../../shared/graph/view.ts';
import type { ReviewRecord } from '../../../../shared/review/review-record.ts';
import type { QueryProblem } from '../../../../shared/search/query/syntax.ts';
import type { TracedLink } from './trace-protocol.ts';

/** By what findings are put together. */
export type FindingGrouping = 'rule' | 'severity' | 'resource' | 'project';

/** How many findings there are of each status. */
export interface FindingCounts {
  readonly failed: number;
  readonly unknown: number;
  readonly accepted: number;
}

/** Findings that have something in common. */
export interface FindingGroup extends FindingCounts {
  /** Identifies the group among those of its grouping. */
  readonly key: string;
  readonly title: string;
  /** The worst of what fails, else of all. */
  readonly severity: Severity;
}

/** How the inventory stands by the rules. */
export interface FindingsOverview {
  /** RFC 3339: by which time ages are judged. */
  readonly asOf: string;
  /** Of all findings, whatever the filter. */
  readonly posture: readonly FamilyPosture[];
  /** What fails, by severity, worst first; of all findings. */
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Of what the filter lets through. */
  readonly shown: FindingCounts;
  /** By grouping, worst first; of what the filter lets through. */
  readonly groups: Readonly<Record<FindingGrouping, readonly FindingGroup[]>>;
  /** Mistakes of the filter's query. */
  readonly problems: readonly QueryProblem[];
  /** Findings that count again because their acceptance has expired. */
  readonly lapsed: number;
  /** Against the earlier analysis, where there is one. */
  readonly trend?: Trend;
}

/** A finding with all that explains it. */
export interface FindingEntry {
  /** Identifies the flaw over time. */
  readonly fingerprint: string;
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
  /** Masked; `title` is that of the document. */
  readonly evidence: readonly (FindingEvidence & { readonly title: string })[];
  /** The resource first. */
  readonly nodes: readonly NodeId[];
  readonly links: readonly TracedLink[];
  readonly advice: string;
  readonly command?: string;
  /** CIS and MITRE ATT&CK. */
  readonly marks: readonly string[];
  readonly references: readonly string[];
  readonly accepted?: Acceptance;
  /** The acceptance whose last day is over. */
  readonly lapsed?: Acceptance;
  /** Not found by the earlier analysis. */
  readonly isNew?: true;
}

/** What fails at a node or link of a view. */
export interface FindingBadge {
  /** The worst. */
  readonly severity: Severity;
  readonly failed: number;
}

/** By id of the view’s node or link; those at which nothing fails are left out. */
export interface FindingBadges {
  readonly nodes: Readonly<Record<string, FindingBadge>>;
  readonly edges: Readonly<Record<string, FindingBadge>>;
}

/** A report to be written. */
export interface ReportRequest {
  readonly format: ReportFormat;
  /** What was looked at. */
  readonly subject: string;
  readonly toolVersion: string;
  /** Name of the file by which is judged; absent: the defaults. */
  readonly configuration?: string;
  readonly filter: FindingFilter;
  readonly signOff?: SignOff;
}

/** What reviewers made, as far as it bears on findings and their report. */
export type ReviewedPart = Pick<ReviewRecord, 'notes' | 'marks' | 'acceptances' | 'findingsBefore'>;

/** Calls about findings. */
export interface FindingsCalls {
  /** Judges the inventory by the rules; worked out when it is first asked for. */
  findings(filter: FindingFilter): FindingsOverview;
  /** The findings of a group, `limit` of them from `offset` on. */
  findingsOf(
    filter: FindingFilter,
    grouping: FindingGrouping,
    key: string,
    offset: number,
    limit: number,
  ): readonly FindingEntry[];
  /** What fails at the nodes and links of a view. */
  findingBadges(spec: ViewSpec): FindingBadges;
  /** The bytes of a report; the command line writes the same. */
  findingsReport(request: ReportRequest): Uint8Array<ArrayBuffer>;
  /** What a later analysis is to be compared with. */
  earlierFindings(): EarlierFindings;
  /** Judges by what reviewers accepted from now on. */
  reviewFindings(part: ReviewedPart): void;
  /** Judges by what a configuration says from now on, by the defaults where absent; what is wrong with it changes nothing. */
  configureFindings(text: string | undefined): ConfigurationReading;
}
