import { findRule } from '../catalogue.ts';
import type { Severity } from '../finding.ts';
import type { Standards } from './report.ts';

/** One thing by which findings were judged, in words. */
export interface Standard {
  readonly term: string;
  readonly values: readonly string[];
}

/** A severity that the configuration changed; `off`: the rule was not applied. */
export interface ChangedSeverity {
  readonly rule: string;
  readonly severity: Severity | 'off';
  /** The rule's own. */
  readonly before: string;
}

/** The rules whose severity is not their own, by rule id. */
export function changedSeverities({ settings: { severities } }: Standards): readonly ChangedSeverity[] {
  return Object.entries(severities)
    .map(([rule, severity]) => ({ rule, severity, before: findRule(rule)?.severity ?? '' }))
    .filter(({ severity, before }) => severity !== before)
    .toSorted((left, right) => (left.rule < right.rule ? -1 : 1));
}

/** By what the findings were judged, so that whoever reads the report can tell why a flaw is not in it. */
export function standardsInWords(standards: Standards): readonly Standard[] {
  const { settings, configuration, baseline } = standards;
  const { registries, regions, exceptions, keyRotationDays, accountKeyDays, longRunHours } = settings;
  const changed = changedSeverities(standards).map(({ rule, severity, before }) =>
    severity === 'off' ? `${rule} is not applied (${before})` : `${rule} is ${severity} instead of ${before}`,
  );
  return [
    { term: 'Configuration', values: [configuration ?? 'none: the defaults'] },
    { term: 'Severities', values: changed.length === 0 ? ['those of the rules'] : changed },
    { term: 'Registries of the organisation', values: registries.length === 0 ? ['none named'] : registries },
    { term: 'Allowed regions', values: regions.length === 0 ? ['not judged'] : regions },
    {
      term: 'Limits',
      values: [
        `keys rotate within ${keyRotationDays} days`,
        `keys of accounts are at most ${accountKeyDays} days old`,
        `jobs run less than ${longRunHours} hours`,
      ],
    },
    {
      term: 'Exceptions of the configuration',
      values: [exceptions.length === 0 ? 'none' : String(exceptions.length)],
    },
    ...(baseline === undefined ? [] : [{ term: 'Accepted as found before', values: [baseline] }]),
  ];
}
