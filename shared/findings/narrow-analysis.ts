import type { Analysis, Finding } from './finding.ts';

/** The analysis with other findings, in their order: some accepted meanwhile, or only a part of them. Its counts are made anew. */
export function withFindings({ asOf, rules }: Analysis, findings: readonly Finding[]): Analysis {
  const counts = new Map(rules.map(({ rule }) => [rule, { fail: 0, unknown: 0, accepted: 0 }]));
  for (const { rule, status } of findings) {
    const count = counts.get(rule);
    if (count !== undefined) {
      count[status] += 1;
    }
  }
  return {
    asOf,
    findings,
    rules: rules.map((result) => {
      const { fail: failed = 0, unknown = 0, accepted = 0 } = counts.get(result.rule) ?? {};
      return { ...result, failed, unknown, accepted };
    }),
  };
}
