import type { Severity } from './finding.ts';

/** What an organisation says about itself, so that rules can judge by it. */
export interface FindingSettings {
  /** Severity by rule id in place of the rule's own; `off` leaves the rule out. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  /** Beginnings of image references that are the organisation's own, such as `europe-docker.pkg.dev/my-project/`. */
  readonly registries: readonly string[];
  /** Regions and multi-regions in which resources may lie; empty: not judged. */
  readonly regions: readonly string[];
  readonly exceptions: readonly FindingException[];
  /** Longest time between rotations of a key, in days. */
  readonly keyRotationDays: number;
  /** Oldest user-managed key of an account, in days. */
  readonly accountKeyDays: number;
  /** Hours after which a job counts as running long. */
  readonly longRunHours: number;
}

/** A finding that somebody answers for. */
export interface FindingException {
  /** Rule id. */
  readonly rule: string;
  /** Full resource name, in which `*` stands for any text; all resources when absent. */
  readonly resource?: string;
  readonly reason: string;
  /** Last day on which it holds, `2026-12-31`. */
  readonly expires?: string;
}

export const DEFAULT_SETTINGS: FindingSettings = {
  severities: {},
  registries: [],
  regions: [],
  exceptions: [],
  keyRotationDays: 90,
  accountKeyDays: 90,
  longRunHours: 72,
};
