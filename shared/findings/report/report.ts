import type { Graph } from '../../graph/graph.ts';
import type { Masker } from '../../inventory/masking.ts';
import type { CoverageEntry } from '../coverage.ts';
import { FAMILIES } from '../finding.ts';
import type { Analysis, Family, Finding } from '../finding.ts';

/** What every format of a report is written from. Equal reports give equal bytes. */
export interface Report {
  readonly analysis: Analysis;
  readonly coverage: readonly CoverageEntry[];
  readonly graph: Graph;
  readonly masker: Masker;
  /** What was looked at: names of files, or a project. */
  readonly subject: string;
  readonly toolVersion: string;
}

/** How a family stands. No number says that something is safe: the rules only know what they look for. */
export interface FamilyPosture {
  readonly family: Family;
  readonly rules: number;
  readonly failed: number;
  readonly unknown: number;
  readonly accepted: number;
  /** Resources looked at, counted once for each rule. */
  readonly examined: number;
}

/** The posture by family, in the order of reports. */
export function postureOf({ rules }: Pick<Analysis, 'rules'>): readonly FamilyPosture[] {
  return FAMILIES.map((family) => {
    const posture = { family, rules: 0, failed: 0, unknown: 0, accepted: 0, examined: 0 };
    for (const result of rules) {
      if (result.family === family) {
        posture.rules += 1;
        posture.failed += result.failed;
        posture.unknown += result.unknown;
        posture.accepted += result.accepted;
        posture.examined += result.examined;
      }
    }
    return posture;
  });
}

/** Findings by rule, in the order of the analysis. */
export function groupByRule(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.rule);
    if (group === undefined) {
      groups.set(finding.rule, [finding]);
    } else {
      group.push(finding);
    }
  }
  return groups;
}
