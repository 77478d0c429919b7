import { groupBy } from '../../group-by.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Masker } from '../../inventory/masking.ts';
import type { CoverageEntry } from '../coverage.ts';
import { FAMILIES } from '../finding.ts';
import type { Acceptance, Analysis, Family, Finding } from '../finding.ts';
import type { FindingSettings } from '../settings.ts';

/** Who answers for a report. */
export interface SignOff {
  readonly reviewer: string;
  /** What the reviewer has to say; may be empty. */
  readonly note: string;
  /** `2026-12-31`. */
  readonly date: string;
}

/** What a reviewer noted at a resource, a link or a finding. */
export interface Remark {
  /** What it is about, in words. */
  readonly about: string;
  /** The note, or the mark in words: `to check`. */
  readonly text: string;
  readonly author: string;
  /** RFC 3339. */
  readonly time: string;
}

/** By what the findings were judged. */
export interface Standards {
  readonly settings: FindingSettings;
  /** Name of the file that gave the settings; absent: they are the defaults. */
  readonly configuration?: string;
  /** Name of the file of an earlier analysis whose findings count as accepted. */
  readonly baseline?: string;
}

/** What every format of a report is written from. Equal reports give equal bytes. */
export interface Report {
  readonly analysis: Analysis;
  readonly coverage: readonly CoverageEntry[];
  readonly graph: Graph;
  readonly masker: Masker;
  /** What was looked at: names of files, or a project. */
  readonly subject: string;
  readonly toolVersion: string;
  readonly standards: Standards;
  /** Which of the findings it holds, in words; absent: all. */
  readonly scope?: string;
  readonly signOff?: SignOff;
  /** Notes and marks of the review, in the order in which they are shown. */
  readonly remarks?: readonly Remark[];
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
  return groupBy(findings, ({ rule }) => rule);
}

/** An acceptance as one line: `until 2026-12-31, by Ada on 2026-11-20`; empty where only the reason is known. */
export function acceptanceTerms({ expires, author, time }: Acceptance): string {
  const by = author === undefined || author === '' ? '' : `by ${author}`;
  const on = time === undefined ? '' : `on ${time.slice(0, 10)}`;
  const signed = [by, on].filter((part) => part !== '').join(' ');
  return [expires === undefined ? '' : `until ${expires}`, signed].filter((part) => part !== '').join(', ');
}

/** The project and location that a row of the coverage is about; `-` stands for all locations where a listing asks for them. */
export function placeInWords({ project, location = '' }: Pick<CoverageEntry, 'project' | 'location'>): string {
  const place = location === '-' ? 'all locations' : location;
  return [project, place].filter((part) => part !== '').join(', ');
}
