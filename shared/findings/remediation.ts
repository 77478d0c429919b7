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
  const variables = variablesOf(node);
  const command = fillCommand(rule.command, (name) => {
    const given = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    return given === undefined ? variables.get(name) : masker.maskText(given);
  });
  return `${rule.remediation}\n${command}`;
}

/** What is not known, and the command that collects it. */
export function collectionAdvice(rule: Rule, node: GraphNode, missing: readonly Missing[]): string {
  if (missing.every(({ what }) => what === 'masked')) {
    return `${rule.unknown} Look at the values where they came from.`;
  }
  const content = missing.some(({ what }) => what === 'policy') ? 'iam-policy' : 'resource';
  const variables = variablesOf(node);
  const command = fillCommand(
    `gcloud asset list --project={project} --content-type=${content} --asset-types={type} --format=json`,
    (name) => (name === 'type' ? kindById(node.kind).assetTypes[0] : variables.get(name)),
  );
  return `${rule.unknown} Collect it:\n${command}`;
}

/** Placeholders that the name and place of a resource fill. */
type Variables = ReadonlyMap<string, string | undefined>;

function variablesOf(node: GraphNode): Variables {
  const known = variablesOfNode.get(node) ?? readVariables(node);
  variablesOfNode.set(node, known);
  return known;
}

const variablesOfNode = new WeakMap<GraphNode, Variables>();

function readVariables(node: GraphNode): Variables {
  const parsed = node.state === 'unresolved' ? undefined : parseResourceName(node.id, { kinds: [node.kind] });
  return new Map([
    ['project', node.project],
    ['location', node.location],
    ...Object.entries(parsed?.variables ?? {}),
    ['id', parsed?.id ?? node.title],
  ]);
}
