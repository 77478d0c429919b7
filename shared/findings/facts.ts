import type { Evidence, GraphEdge, GraphNode, NodeId } from '../graph/graph.ts';
import { isJsonObject } from '../json.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { RelationId } from '../kinds/kind.ts';
import { pathSteps, valueAt } from '../links/field-path.ts';
import type { FindingEvidence } from './finding.ts';
import { PASS } from './rule.ts';
import type { Missing, Proof, RuleContext, Verdict } from './rule.ts';

/** Data of a resource whose document is complete; undefined where it was not collected, or only in part. */
export function dataOf(node: GraphNode | undefined): JsonObject | undefined {
  const form = node?.document?.form;
  return form === 'full' || form === 'unsubmitted' ? node?.document?.data : undefined;
}

/** The value at a path without lists, or undefined. */
export function fieldOf(data: JsonObject, path: string): JsonValue | undefined {
  return valueAt(data, pathSteps(path));
}

/** The text at a path; empty where there is none. Numbers and flags are texts too. */
export function textAt(data: JsonObject | undefined, path: string): string {
  const value = data === undefined ? undefined : fieldOf(data, path);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The list at a path; empty where there is none. */
export function listAt(data: JsonObject, path: string): readonly JsonValue[] {
  const value = fieldOf(data, path);
  return Array.isArray(value) ? (value as readonly JsonValue[]) : NONE;
}

/** The objects of the list at a path, with their own paths. */
export function objectsAt(
  data: JsonObject,
  path: string,
): readonly { readonly path: string; readonly data: JsonObject }[] {
  const list = listAt(data, path);
  return list.length === 0
    ? NONE
    : list.flatMap((element, index) => (isJsonObject(element) ? [{ path: `${path}[${index}]`, data: element }] : []));
}

/** Evidence at a field of a resource. */
export function at(node: { readonly id: NodeId }, path: string, value = ''): FindingEvidence {
  return { document: node.id, path, value };
}

/** The evidence of links as that of a finding. */
export function proofOf(evidence: readonly Evidence[]): readonly FindingEvidence[] {
  return evidence.map(({ document, path, value }) => ({ document, path, value }));
}

/** A flaw where there is evidence, else nothing wrong. */
export function judge(evidence: readonly Proof[], rest?: Partial<Verdict>): Verdict {
  return evidence.length === 0 && (rest?.missing === undefined || rest.missing.length === 0)
    ? PASS
    : { missing: [], ...rest, evidence };
}

/** A flaw for every link: what is named by it takes part. `unread` is what would have to be known of others. */
export function judgeLinks(links: readonly GraphEdge[], unread?: readonly Missing[]): Verdict {
  if (links.length === 0 && (unread === undefined || unread.length === 0)) {
    return PASS;
  }
  return {
    missing: unread ?? [],
    nodes: links.map(({ to }) => to),
    edges: links,
    evidence: links.flatMap(({ evidence }) => proofOf(evidence)),
  };
}

/** The elements that pass a test: one shared list where none does, because most rules find nothing at most resources. */
export function those<Element>(
  elements: readonly Element[],
  passes: (element: Element) => boolean,
): readonly Element[] {
  let found: Element[] | undefined;
  for (const element of elements) {
    if (passes(element)) {
      // A list that begins empty makes room for many, and nearly all of these hold one.
      if (found === undefined) {
        found = [element];
      } else {
        found.push(element);
      }
    }
  }
  return found ?? NONE;
}

const NONE: readonly never[] = [];

/** Cannot be told: this was not collected. */
export function lacking(node: { readonly id: NodeId }, what: Missing['what'], path = ''): Verdict {
  return { evidence: [], missing: [missing(node, what, path)] };
}

/** Something that was not collected. */
export function missing(node: { readonly id: NodeId }, what: Missing['what'], path = ''): Missing {
  return { about: node.id, what, path: path === '' && what === 'policy' ? 'iamPolicy' : path };
}

/** Links of some relations that start at a resource. */
export function linksFrom(
  context: RuleContext,
  node: { readonly id: NodeId },
  ...relations: readonly RelationId[]
): readonly GraphEdge[] {
  return choose(context.graph.outgoing(node.id), relations);
}

/** Links of some relations that end at a resource. */
export function linksTo(
  context: RuleContext,
  node: { readonly id: NodeId },
  ...relations: readonly RelationId[]
): readonly GraphEdge[] {
  return choose(context.graph.incoming(node.id), relations);
}

const NO_LINKS: readonly GraphEdge[] = [];

/** Most questions find no link, and are asked for every resource: they make no list. */
function choose(edges: readonly GraphEdge[], relations: readonly RelationId[]): readonly GraphEdge[] {
  let found: GraphEdge[] | undefined;
  for (const edge of edges) {
    if (relations.includes(edge.type)) {
      if (found === undefined) {
        found = [edge];
      } else {
        found.push(edge);
      }
    }
  }
  return found ?? NO_LINKS;
}

/** The node of an id; every end of a link is a node. */
export function nodeOf(context: RuleContext, id: NodeId): GraphNode {
  const node = context.graph.nodes.get(id);
  if (node === undefined) {
    throw new Error(`The graph has no node ${id}`);
  }
  return node;
}

/** Milliseconds since 1970 of an RFC 3339 time; undefined for anything else. */
export function timeOf(text: string): number | undefined {
  const time = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** Seconds of a duration of the API's JSON form, `3.5s`; undefined for anything else. */
export function secondsOf(text: string): number | undefined {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(text)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
