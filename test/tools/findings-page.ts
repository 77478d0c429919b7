import { SEVERITIES, FAMILIES } from '../../shared/findings/finding.ts';
import { commandOfKind } from '../../shared/findings/remediation.ts';
import type { Rule } from '../../shared/findings/rule.ts';
import { kindById } from '../../shared/kinds/index.ts';
import { code, table } from './markdown.ts';

/** Where the page of rules comes from, for its markers. */
export const FINDINGS_SOURCES = 'shared/findings';

/** Renders the catalogue of rules as Markdown: a table by family, then each rule in full. */
export function renderFindingsPage(rules: readonly Rule[]): string {
  const counts = SEVERITIES.map(
    (severity) => `${rules.filter((rule) => rule.severity === severity).length} ${severity}`,
  );
  return [
    `${rules.length} rules: ${counts.join(', ')}.`,
    ...FAMILIES.flatMap((family) => {
      const ours = rules.filter((rule) => rule.family === family);
      return [
        `## ${capital(family)}`,
        table(
          ['Rule', 'Severity', 'What is wrong'],
          ours.map(({ id, severity, title }) => [`[${code(id)}](#${id})`, severity, title]),
        ),
        ...ours.flatMap(renderRule),
      ];
    }),
  ].join('\n\n');
}

function renderRule(rule: Rule): readonly string[] {
  const { id, title, severity, because, rationale, remediation, references, cis = [], attack = [] } = rule;
  const [command] = rule.subjects.flatMap((kind) => commandOfKind(rule, kindById(kind)) ?? []);
  const marks = [
    ...cis.map((number) => `CIS Google Cloud Platform Foundation Benchmark ${number}`),
    ...attack.map(
      (technique) => `[MITRE ATT&CK ${technique}](https://attack.mitre.org/techniques/${technique.replace('.', '/')}/)`,
    ),
  ];
  return [
    `### ${id}`,
    `**${title}.** ${rationale}`,
    [
      `- Severity: ${severity}. ${because}`,
      `- Judges: ${rule.subjects.map((kind) => kindById(kind).plural).join(', ')}`,
      `- Needs: ${rule.needs.join('; ')}`,
      `- While that is not collected: ${rule.unknown}`,
      `- What to do: ${remediation}${command === undefined ? '' : ` ${code(command)}`}`,
      ...(marks.length === 0 ? [] : [`- See also: ${marks.join(', ')}`]),
      `- Documentation: ${references.map((page) => `<${page}>`).join(', ')}`,
    ].join('\n'),
  ];
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
