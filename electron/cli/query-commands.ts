import { compareText } from '../../shared/compare.ts';
import { toJson } from '../../shared/graph/export/json.ts';
import type { Graph, GraphNode } from '../../shared/graph/graph.ts';
import type { Masker } from '../../shared/inventory/masking.ts';
import { KINDS } from '../../shared/kinds/index.ts';
import type { KindId } from '../../shared/kinds/index.ts';
import { parseInstant } from '../../shared/search/instant.ts';
import { getResources, listResources } from '../../shared/search/methods.ts';
import type { ListConditions } from '../../shared/search/methods.ts';
import type { QueryResult } from '../../shared/search/query-error.ts';
import type { CommandContext } from './command-context.ts';
import { CommandError, EXIT } from './exit-status.ts';
import type { ExitStatus } from './exit-status.ts';
import { openQueried } from './open-graph.ts';
import type { OpenedGraph, QuerySource } from './open-graph.ts';
import { describeForms } from './query-forms.ts';
import { resourceRow } from './resource-rows.ts';
import { formatTable } from './table.ts';
import { writeAll, writeMessage } from './terminal.ts';

export interface QueryOptions extends QuerySource {
  readonly format: 'json' | 'table';
}

export interface GetOptions extends QueryOptions {
  readonly kind?: string;
}

export interface ListOptions extends QueryOptions {
  readonly kind?: string;
  readonly state?: readonly string[];
  readonly label?: readonly string[];
  readonly createdFrom?: string;
  readonly createdBefore?: string;
}

/** `get QUERY`: the resources of a name or id; more than one is reported, none is `notFound`. */
export async function runGet(query: string, options: GetOptions, context: CommandContext): Promise<ExitStatus> {
  const kind = options.kind === undefined ? undefined : readKind(options.kind);
  const live = { method: 'get', query, ...(kind === undefined ? {} : { kind }) } as const;
  const opened = await openQueried(options, live, context);
  const nodes = sortById(answer(getResources(opened.graph, query, kind)));
  if (nodes.length > 1) {
    const message = `${nodes.length} resources match "${query}"; all are shown. Name one by LOCATION|ID or by its full name.`;
    await writeMessage(context.terminal, message);
  }
  return finish(nodes, `Nothing matches "${query}".`, options, opened, context);
}

/** `list`: every resource of a kind, or of all; an empty list is an answer. */
export async function runList(options: ListOptions, context: CommandContext): Promise<ExitStatus> {
  const conditions = readConditions(options);
  const filter = apiConditions(options);
  const live = {
    method: 'list',
    query: conditions.kind ?? 'customJobs',
    ...(filter === '' ? {} : { filter }),
  } as const;
  const opened = await openQueried(options, live, context);
  const nodes = sortById(listResources(opened.graph, conditions));
  await printNodes(nodes, options, opened, context);
  return opened.status;
}

async function finish(
  nodes: readonly GraphNode[],
  nothing: string,
  options: QueryOptions,
  opened: OpenedGraph,
  context: CommandContext,
): Promise<ExitStatus> {
  await printNodes(nodes, options, opened, context);
  if (nodes.length === 0) {
    await writeMessage(context.terminal, nothing);
  }
  return opened.status === EXIT.done && nodes.length === 0 ? EXIT.notFound : opened.status;
}

/** Says why a resource is in the answer, line by line. */
export type Why = (node: GraphNode) => readonly string[];

/** Writes resources as JSON or as a table; with `why`, each with its reasons. */
export async function printNodes(
  nodes: readonly GraphNode[],
  { format }: QueryOptions,
  { graph, masker }: OpenedGraph,
  { terminal }: CommandContext,
  why?: Why,
): Promise<void> {
  const text = format === 'table' ? [tableOf(nodes, masker, why)] : jsonOf(nodes, graph, masker, why);
  await writeAll(terminal.stdout, text);
}

function* jsonOf(nodes: readonly GraphNode[], graph: Graph, masker: Masker, why?: Why): Generator<string, void> {
  yield '[';
  for (const [index, node] of nodes.entries()) {
    const row = { ...resourceRow(graph, node, masker), ...(why === undefined ? {} : { why: why(node) }) };
    yield `${index === 0 ? '\n' : ',\n'}${toJson(row, 2)}`;
  }
  yield nodes.length === 0 ? ']\n' : '\n]\n';
}

function tableOf(nodes: readonly GraphNode[], masker: Masker, why?: Why): string {
  const header = ['KIND', 'STATE', 'TITLE', 'PROJECT', 'LOCATION', 'ID', ...(why === undefined ? [] : ['WHY'])];
  const rows = nodes.map((node) => {
    const { id, kind, state, lifecycle, title, project = '', location = '' } = node;
    return [
      shortKind(kind),
      lifecycle ?? state,
      masker.maskText(title),
      project,
      location,
      masker.maskText(id),
      ...(why === undefined ? [] : [why(node).join('; ')]),
    ];
  });
  return formatTable(header, rows);
}

function answer(result: QueryResult<GraphNode>): readonly GraphNode[] {
  if (result.ok) {
    return result.nodes;
  }
  throw new CommandError(describeForms(result.error));
}

function readConditions(options: ListOptions): ListConditions {
  const { kind, state, label = [], createdFrom, createdBefore } = options;
  const labels = label.map((text): [string, string] => {
    const at = text.indexOf('=');
    if (at <= 0) {
      throw new CommandError(`--label takes KEY=VALUE, not "${text}".`);
    }
    return [text.slice(0, at), text.slice(at + 1)];
  });
  return {
    ...(kind === undefined ? {} : { kind: readKind(kind) }),
    ...(state === undefined ? {} : { states: state }),
    labels,
    ...(createdFrom === undefined ? {} : { createdFrom: readTime('--created-from', createdFrom) }),
    ...(createdBefore === undefined ? {} : { createdBefore: readTime('--created-before', createdBefore) }),
  };
}

/**
 * Conditions in the grammar of the API's list of custom jobs, so that not all have to be read. What it does not know is left to
 * the list that is made of what was read. https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.customJobs/list
 */
function apiConditions({ kind, state = [], label = [], createdFrom, createdBefore }: ListOptions): string {
  if (kind !== undefined && readKind(kind) !== 'gcp-ai-platform-custom-job') {
    return '';
  }
  const states = state.every((each) => /^JOB_STATE_[A-Z_]+$/.test(each)) ? state : [];
  const labels = label.filter((each) => /^[a-z][\w-]*=[\w-]+$/.test(each));
  return [
    ...(states.length === 0 ? [] : [`(${states.map((each) => `state="${each}"`).join(' OR ')})`]),
    ...labels.map((each) => `labels.${each.replace('=', '="')}"`),
    ...(createdFrom === undefined ? [] : [`create_time>="${timeText(createdFrom)}"`]),
    ...(createdBefore === undefined ? [] : [`create_time<"${timeText(createdBefore)}"`]),
  ].join(' AND ');
}

function timeText(text: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text;
}

function readTime(option: string, text: string): bigint {
  const instant = parseInstant(timeText(text));
  if (instant === undefined) {
    throw new CommandError(`${option} takes a time such as 2026-11-01 or 2026-11-01T09:30:00Z, not "${text}".`);
  }
  return instant;
}

/** A kind by its id, by the id without `gcp-`, or by the API's name of the collection (`customJobs`) where that is one kind's. */
export function readKind(text: string): KindId {
  const found = KINDS.filter((kind) => kind.id === text || kind.id === `gcp-${text}` || kind.collection === text);
  const [kind, another] = found;
  if (kind === undefined || another !== undefined) {
    const ids = (found.length > 1 ? found : KINDS).map(({ id }) => `  ${id}`).join('\n');
    throw new CommandError(
      `${found.length > 1 ? `"${text}" is the name of several kinds` : `There is no kind "${text}"`}. Choose one of:\n${ids}`,
    );
  }
  return kind.id;
}

function shortKind(kind: string): string {
  return kind.replace(/^gcp-/, '');
}

function sortById(nodes: readonly GraphNode[]): readonly GraphNode[] {
  return nodes.toSorted((left, right) => compareText(left.id, right.id));
}
