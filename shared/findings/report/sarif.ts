import { exportId } from '../../graph/export/export-rows.ts';
import { toJson } from '../../graph/export/json.ts';
import { findRule } from '../catalogue.ts';
import type { Acceptance, Finding, FindingEvidence, Severity } from '../finding.ts';
import { fingerprintOf } from '../fingerprint.ts';
import type { Rule } from '../rule.ts';
import { acceptanceTerms } from './report.ts';
import type { Report } from './report.ts';
import { changedSeverities, standardsInWords } from './standards.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** Numbers by which code scanners sort, from the middle of their ranges. */
const SCORES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '0.0',
};

/**
 * Static Analysis Results Interchange Format 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * What is not known is a result of kind `open`; what is accepted is a suppressed one.
 */
export function* writeSarif(report: Report): Generator<string, void> {
  const rules = report.analysis.rules.flatMap(({ rule }) => findRule(rule) ?? []);
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const driver = {
    name: 'Vertex Lineage Explorer',
    version: report.toolVersion,
    semanticVersion: report.toolVersion,
    rules: rules.map(describeRule),
  };
  yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{\n';
  yield `"tool":${toJson({ driver })},\n"columnKind":"utf16CodeUnits",\n`;
  yield `"invocations":[${toJson(describeInvocation(report, index))}],\n"results":[`;
  for (const [at, finding] of report.analysis.findings.entries()) {
    yield `${at === 0 ? '\n' : ',\n'}${toJson(describeFinding(finding, index.get(finding.rule) ?? -1, report))}`;
  }
  yield '\n]}]}\n';
}

/** By what was judged; of a rule that was left out there is no descriptor, so it is named by its id alone. */
function describeInvocation({ standards, masker }: Report, index: ReadonlyMap<string, number>): object {
  const overrides = changedSeverities(standards).map(({ rule, severity }) => {
    const at = index.get(rule);
    return {
      descriptor: { id: rule, ...(at === undefined ? {} : { index: at }) },
      configuration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
    };
  });
  return {
    executionSuccessful: true,
    ...(overrides.length === 0 ? {} : { ruleConfigurationOverrides: overrides }),
    properties: {
      judgedBy: Object.fromEntries(
        standardsInWords(standards).map(({ term, values }) => [term, values.map((value) => masker.maskText(value))]),
      ),
    },
  };
}

function describeRule(rule: Rule): object {
  const { id, title, severity, family, cis = [], attack = [] } = rule;
  const [page] = rule.references;
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: rule.rationale },
    help: {
      text: [rule.rationale, `Severity ${severity}: ${rule.because}`, rule.remediation, ...rule.references].join('\n'),
    },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: [
        'security',
        family,
        ...cis.map((number) => `CIS-GCP-${number}`),
        ...attack.map((technique) => `ATT&CK-${technique}`),
      ],
      'security-severity': SCORES[severity],
    },
  };
}

function describeFinding(finding: Finding, ruleIndex: number, report: Report): object {
  const { rule, severity, status, title, resource, remediation, accepted } = finding;
  const name = exportId(resource, report.masker);
  const isKnown = status !== 'unknown';
  const text = isKnown ? `${title}: ${name}\n${remediation}` : `Not known: ${title}? ${name}\n${remediation}`;
  return {
    ruleId: rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    kind: isKnown ? 'fail' : 'open',
    level: isKnown ? LEVELS[severity] : 'none',
    message: { text },
    locations: finding.evidence.slice(0, 10).map((proof) => describePlace(proof, report)),
    partialFingerprints: { 'vertexLineage/v1': fingerprintOf(finding) },
    ...(accepted === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: justificationOf(accepted, report) }] }),
    properties: { severity, evidence: finding.evidence.map(({ path, value }) => `${path} = ${value}`) },
  };
}

function justificationOf(accepted: Acceptance, { masker }: Report): string {
  const terms = acceptanceTerms(accepted);
  return `${masker.maskText(accepted.reason)}${terms === '' ? '' : ` (${terms})`}`;
}

function describePlace({ document, path }: FindingEvidence, { graph, masker }: Report): object {
  const origin = graph.nodes.get(document)?.document?.origin;
  const name = exportId(document, masker);
  const logical = { fullyQualifiedName: path === '' ? name : `${name} ${path}`, kind: 'resource' };
  if (origin === undefined) {
    return { logicalLocations: [logical] };
  }
  const region = origin.line === undefined ? {} : { region: { startLine: origin.line } };
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(origin.file) }, ...region },
    logicalLocations: [logical],
  };
}

/** A file as the user named it, as a relative reference. */
function uriOf(file: string): string {
  return file
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
}
