import { exportId } from '../../graph/export/export-rows.ts';
import { toJson } from '../../graph/export/json.ts';
import type { Masker } from '../../inventory/masking.ts';
import type { CoverageEntry } from '../coverage.ts';
import type { Family, Finding, FindingStatus, Severity } from '../finding.ts';
import type { Report } from './report.ts';

/** A finding as it is written; the order of the keys is that of the output. */
export interface FindingRow {
  readonly rule: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly title: string;
  readonly resource: string;
  readonly nodes: readonly string[];
  readonly evidence: readonly { readonly document: string; readonly path: string; readonly value: string }[];
  readonly remediation: string;
}

/** The row of a finding. Ids of values that are no names are masked, because the values are what documents say. */
export function findingRow(finding: Finding, masker: Masker): FindingRow {
  const { rule, family, severity, status, title, resource, nodes, evidence, remediation } = finding;
  return {
    rule,
    family,
    severity,
    status,
    title,
    resource: exportId(resource, masker),
    nodes: nodes.map((id) => exportId(id, masker)),
    evidence: evidence.map(({ document, path, value }) => ({ document: exportId(document, masker), path, value })),
    remediation,
  };
}

/** `{"findings": […], "coverage": […]}`, one element a line. */
export function* writeFindingsJson({ analysis, coverage, masker }: Report): Generator<string, void> {
  yield '{"findings":[';
  for (const [index, finding] of analysis.findings.entries()) {
    yield `${index === 0 ? '\n' : ',\n'}${toJson(findingRow(finding, masker))}`;
  }
  yield '\n],"coverage":[';
  for (const [index, entry] of coverage.entries()) {
    yield `${index === 0 ? '\n' : ',\n'}${toJson(coverageRow(entry))}`;
  }
  yield '\n]}\n';
}

function coverageRow({ kind, project, location, status, collected, missing, policies, error }: CoverageEntry): object {
  return { kind, project, location, status, collected, missing, policies, error };
}
