import { compareText } from '../compare.ts';
import type { Grant } from '../graph/access/access.ts';
import type { Graph, GraphNode } from '../graph/graph.ts';
import type { Masker } from '../inventory/masking.ts';
import { kindById } from '../kinds/index.ts';
import type { KindDefinition } from '../kinds/kind.ts';
import { nameOfDocument } from '../resource/document-name.ts';
import { parseResourceName } from '../resource/resource-name.ts';
import type { ParsedName } from '../resource/resource-name.ts';
import { fillCommand } from './command-line.ts';
import { CANCEL, DESCRIBE, WITHDRAW } from './rule.ts';
import type { Missing, Rule, Verdict } from './rule.ts';

/** What an advice is made from besides the rule and the resource. */
export interface AdviceContext {
  readonly graph: Graph;
  readonly masker: Masker;
}

/** What to do about a flaw: the advice, and the command with the names of this very resource. */
export function adviceFor(rule: Rule, node: GraphNode, verdict: Verdict, context: AdviceContext): string {
  const command =
    rule.command === WITHDRAW ? withdrawal(verdict.grant, context) : commandFor(rule, node, verdict, context);
  return command === undefined ? rule.remediation : `${rule.remediation}\n${command}`;
}

/** The command of a rule as the catalogue shows it: where each kind has its own, that of a kind. */
export function commandOfKind(rule: Rule, kind: KindDefinition): string | undefined {
  switch (rule.command) {
    case DESCRIBE:
      return kind.commands?.describe;
    case CANCEL:
      return kind.commands?.cancel;
    case WITHDRAW:
      return kind.commands?.withdraw === undefined ? undefined : `${kind.commands.withdraw}${MEMBER}`;
    default:
      return rule.command;
  }
}

const MEMBER = ' --member={member} --role={role}';

function commandFor(
  rule: Rule,
  node: GraphNode,
  { parameters = {} }: Verdict,
  { masker }: AdviceContext,
): string | undefined {
  const command = commandOfKind(rule, kindById(node.kind));
  return command === undefined
    ? undefined
    : fillCommand(command, (name) => {
        const given = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
        return given === undefined ? variableOf(node, name) : masker.maskText(given);
      });
}

/** A binding with a condition is another than the same without one, and gcloud asks which is meant. */
function withdrawal(grant: Grant | undefined, { graph, masker }: AdviceContext): string | undefined {
  const place = grant === undefined ? undefined : graph.nodes.get(grant.resource);
  const command = place === undefined ? undefined : kindById(place.kind).commands?.withdraw;
  if (grant === undefined || place === undefined || command === undefined) {
    return undefined;
  }
  const { condition, role, evidence } = grant;
  const given: Readonly<Record<string, string>> = { role, member: evidence.value };
  return fillCommand(`${command}${MEMBER}${condition === undefined ? '' : ' --all'}`, (name) => {
    const text = Object.hasOwn(given, name) ? given[name] : undefined;
    return text === undefined ? variableOf(place, name) : masker.maskText(text);
  });
}

/** What is not known, and the command that collects it. */
export function collectionAdvice(rule: Rule, node: GraphNode, missing: readonly Missing[]): string {
  if (missing.every(({ what }) => what === 'masked')) {
    return `${rule.unknown} Look at the values where they came from.`;
  }
  const [role] = missing;
  if (role !== undefined && missing.every(({ what }) => what === 'role')) {
    return `A role that is granted here is not known, so what it allows is not known either. Collect it:\n${roleCommand(role.value ?? '')}`;
  }
  const content = missing.some(({ what }) => what === 'policy') ? 'iam-policy' : 'resource';
  const command = fillCommand(
    `gcloud asset list --project={project} --content-type=${content} --asset-types={type} --format=json`,
    (name) => (name === 'type' ? kindById(node.kind).assetTypes[0] : variableOf(node, name)),
  );
  return `${rule.unknown} Collect it:\n${command}`;
}

/** Custom roles lie in a project or an organisation; all others are Google's. */
function roleCommand(role: string): string {
  const [, container = '', parent = '', name = role] =
    /^(project|organization)s\/([^/]+)\/roles\/(.+)$/.exec(role) ?? [];
  return fillCommand(
    `gcloud iam roles describe {name}${container === '' ? '' : ` --${container}={parent}`} --format=json`,
    (each) => (each === 'parent' ? parent : name),
  );
}

/** What the name and place of a resource put into a placeholder. */
function variableOf(node: GraphNode, name: string): string | undefined {
  if (last?.node !== node) {
    last = { node, parsed: nameOf(node) };
  }
  const { parsed } = last;
  if (name === 'id') {
    return parsed?.id ?? node.title;
  }
  if (parsed !== undefined && Object.hasOwn(parsed.variables, name)) {
    return parsed.variables[name];
  }
  return name === 'project' ? node.project : name === 'location' ? node.location : undefined;
}

/** Most documents are called as their nodes are, and their names were read when the graph was made. */
function nameOf({ id, kind, state, document }: GraphNode): ParsedName | undefined {
  if (state === 'unresolved') {
    return undefined;
  }
  return document !== undefined && compareText(document.name, id) === 0
    ? nameOfDocument(document)
    : parseResourceName(id, { kinds: [kind] });
}

/** All rules judge one resource before the next, so the last one is asked for many times and no other ever again. */
let last: { readonly node: GraphNode; readonly parsed: ParsedName | undefined } | undefined;
