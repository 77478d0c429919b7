import type { GraphNode } from '../graph/graph.ts';
import { isJsonObject, type JsonValue } from '../json.ts';
import { kindById } from '../kinds/index.ts';
import { parseInstant } from './instant.ts';
import { labelsOf } from '../graph/node-labels.ts';

/** One condition of a filter, as a question to a node. */
export type Condition = (node: GraphNode) => boolean;

/** A filter that was understood, or what is wrong with it. */
export type FilterReading =
  | { readonly ok: true; readonly matches: Condition }
  | { readonly ok: false; readonly message: string };

const TERM =
  /^(?<not>NOT\s+|-)?(?<field>displayName|state|createTime|labels\.[\w-]+|labels\."[^"]+")\s*(?<operator><=|>=|!=|[:=<>])\s*(?<value>"(?:[^"\\]|\\.)*"|[^\s"]+)\s*/;

/** Whether a query means to be a filter: it begins as one. Only then is it an error not to be one. */
export function looksLikeFilter(query: string): boolean {
  return /^(?:NOT\s+|-)?(?:displayName|state|createTime|labels\.(?:[\w-]+|"[^"]*"))\s*(?:[:=<>]|!=)/.test(query.trim());
}

/**
 * Reads the part of the API's filter language that its lists of custom jobs know: displayName, state, labels and createTime,
 * joined by AND, each negated by NOT or `-`.
 * https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.customJobs/list
 */
export function parseFilter(query: string): FilterReading {
  let rest = query.trim();
  const conditions: Condition[] = [];
  while (rest !== '') {
    const groups = TERM.exec(rest)?.groups;
    const whole = TERM.exec(rest)?.[0] ?? '';
    if (groups === undefined) return { ok: false, message: `This part of the filter is not understood: ${rest}` };
    const condition = conditionOf(groups['field'] ?? '', groups['operator'] ?? '', unquote(groups['value'] ?? ''));
    if (typeof condition === 'string') return { ok: false, message: condition };
    conditions.push(groups['not'] === undefined ? condition : (node) => !condition(node));
    rest = rest.slice(whole.length);
    if (rest === '') break;
    const joint = /^AND\s+(?=\S)/.exec(rest)?.[0];
    if (joint === undefined) return { ok: false, message: `Conditions are joined by AND; this is not: ${rest}` };
    rest = rest.slice(joint.length);
  }
  return { ok: true, matches: (node) => conditions.every((condition) => condition(node)) };
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1') : value;
}

/** The condition, or what is wrong with it. */
function conditionOf(field: string, operator: string, value: string): Condition | string {
  if (field === 'createTime') return timeCondition(operator, value);
  if (operator !== '=' && operator !== '!=' && !(operator === ':' && field !== 'state')) {
    return `${field} cannot be compared by ${operator}.`;
  }
  const matches = field === 'displayName' && operator === ':' ? wildcard(value) : equals(value);
  const isWanted = operator !== '!=';
  if (field === 'displayName') return (node) => matches(displayNameOf(node)) === isWanted;
  if (field === 'state') return (node) => isState(node, value) === isWanted;
  const key = unquote(field.slice('labels.'.length));
  // `labels.team:*` asks whether there is such a label.
  const anyValue = operator === ':' && value === '*';
  return (node) => labelsOf(node).some(([name, text]) => name === key && (anyValue || text === value)) === isWanted;
}

function equals(value: string): (text: string) => boolean {
  return (text) => text === value;
}

/** `x*`, `*x`, `*x*`: a star stands for any text; without a star the value may stand anywhere. Case does not matter. */
function wildcard(value: string): (text: string) => boolean {
  if (!value.includes('*')) return (text) => text.toLowerCase().includes(value.toLowerCase());
  const pattern = value
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const expression = new RegExp(`^${pattern}$`, 'is');
  return (text) => expression.test(text);
}

function displayNameOf(node: GraphNode): string {
  const value = node.document?.data['displayName'];
  return typeof value === 'string' ? value : node.title;
}

/** Whether a node is in a state: as the document spells it (`JOB_STATE_FAILED`), without its prefix, or the node's own state. */
export function isState(node: GraphNode, state: string): boolean {
  const wanted = state.toUpperCase();
  const lifecycle = node.lifecycle?.toUpperCase();
  return (
    node.state.toUpperCase() === wanted || lifecycle === wanted || (lifecycle?.endsWith(`STATE_${wanted}`) ?? false)
  );
}

function timeCondition(operator: string, value: string): Condition | string {
  const limit = parseInstant(value);
  if (limit === undefined) return `"${value}" is no RFC 3339 time such as 2025-11-01T00:00:00Z.`;
  const compare = COMPARISONS.get(operator);
  if (compare === undefined) return `createTime cannot be compared by ${operator}.`;
  return (node) => {
    const created = createdAt(node);
    return created !== undefined && compare(created, limit);
  };
}

const COMPARISONS: ReadonlyMap<string, (time: bigint, limit: bigint) => boolean> = new Map([
  ['<', (time: bigint, limit: bigint) => time < limit],
  ['<=', (time: bigint, limit: bigint) => time <= limit],
  ['>', (time: bigint, limit: bigint) => time > limit],
  ['>=', (time: bigint, limit: bigint) => time >= limit],
  ['=', (time: bigint, limit: bigint) => time === limit],
  ['!=', (time: bigint, limit: bigint) => time !== limit],
]);

/** Instant at which a resource was created, in nanoseconds since 1970; undefined where its document does not say. */
export function createdAt(node: GraphNode): bigint | undefined {
  const path = kindById(node.kind).times.created;
  if (path === undefined || node.document === undefined) return undefined;
  let value: JsonValue | undefined = node.document.data;
  for (const step of path.split('.')) value = isJsonObject(value) ? value[step] : undefined;
  return typeof value === 'string' ? parseInstant(value) : undefined;
}
