import type { GraphNode } from '../graph/graph.ts';
import type { Masker } from '../inventory/masking.ts';
import { kindById } from '../kinds/index.ts';
import { parseResourceName } from '../resource/resource-name.ts';
import { fillCommand } from './command-line.ts';
import type { Missing, Rule, Verdict } from './rule.ts';

/** What to do about a flaw: the advice, and the command with the names of this very resource. */
export function adviceFor(rule: Rule, node: GraphNode, { parameters = {} }: Verdict, masker: Masker): string {
  if (rule.command === undefined) {
    return rule.remediation;
  }
  const given = Object.entries(parameters).map(([name, value]) => [name, masker.maskText(value)]);
  const values = { ...variablesOf(node), ...(Object.fromEntries(given) as Readonly<Record<string, string>>) };
  return `${rule.remediation}\n${fillCommand(rule.command, values)}`;
}

/** What is not known, and the command that collects it. */
export function collectionAdvice(rule: Rule, node: GraphNode, missing: readonly Missing[]): string {
  if (missing.every(({ what }) => what === 'masked')) {
    return `${rule.unknown} Look at the values where they came from.`;
  }
  const content = missing.some(({ what }) => what === 'policy') ? 'iam-policy' : 'resource';
  const command = fillCommand(
    `gcloud asset list --project={project} --content-type=${content} --asset-types={type} --format=json`,
    { ...variablesOf(node), type: kindById(node.kind).assetTypes[0] },
  );
  return `${rule.unknown} Collect it:\n${command}`;
}

function variablesOf(node: GraphNode): Readonly<Record<string, string | undefined>> {
  const known = variablesOfNode.get(node) ?? readVariables(node);
  variablesOfNode.set(node, known);
  return known;
}

const variablesOfNode = new WeakMap<GraphNode, Readonly<Record<string, string | undefined>>>();

function readVariables(node: GraphNode): Readonly<Record<string, string | undefined>> {
  const parsed = node.state === 'unresolved' ? undefined : parseResourceName(node.id, { kinds: [node.kind] });
  return { project: node.project, location: node.location, ...parsed?.variables, id: parsed?.id ?? node.title };
}
