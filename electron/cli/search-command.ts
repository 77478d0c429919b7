import { analyse } from '../../shared/findings/analyse.ts';
import { createAccessModel } from '../../shared/graph/access/access-model.ts';
import type { GraphNode } from '../../shared/graph/graph.ts';
import { compactGraph } from '../../shared/graph/view/compact-graph.ts';
import { ask } from '../../shared/search/ask.ts';
import type { SearchResult } from '../../shared/search/ask.ts';
import { describeReason } from '../../shared/search/query/describe-reason.ts';
import { EMPTY_REVIEW } from '../../shared/review/review-record.ts';
import { reviewedResources, type ReviewedResources } from '../../shared/review/reviewed-resources.ts';
import { createQueryEngine } from '../../shared/search/query/engine.ts';
import { findingLookup } from '../../shared/search/query/finding-words.ts';
import { fillQuestion } from '../../shared/search/query/fill-question.ts';
import { nearestNames } from '../../shared/search/query/near-word.ts';
import { QUESTIONS, questionById } from '../../shared/search/query/questions.ts';
import type { QueryProblem } from '../../shared/search/query/syntax.ts';
import { buildSearchIndex } from '../../shared/search/search-index.ts';
import type { CommandContext } from './command-context.ts';
import { CommandError, EXIT } from './exit-status.ts';
import type { ExitStatus } from './exit-status.ts';
import { openQueried } from './open-graph.ts';
import type { OpenedGraph } from './open-graph.ts';
import { printNodes } from './query-commands.ts';
import type { QueryOptions, Why } from './query-commands.ts';
import { formatTable } from './table.ts';
import { writeAll, writeMessage } from './terminal.ts';

export interface SearchOptions extends QueryOptions {
  readonly explain?: boolean;
  readonly question?: string;
  readonly set?: readonly string[];
  readonly questions?: boolean;
}

/** Undecided resources named in a message. */
const NAMED = 5;

/** `search QUERY`: what the query or the question finds, best first; a mistake in the query is shown at its place. */
export async function runSearch(
  query: string | undefined,
  options: SearchOptions,
  context: CommandContext,
): Promise<ExitStatus> {
  if (options.questions === true) return listQuestions(options, context);
  const text = textOf(query, options);
  const opened = await openQueried(options, { method: 'search', query: text }, context);
  const index = buildSearchIndex(opened.graph);
  const { graph, inventory, masker } = opened;
  const findings = findingLookup(() =>
    analyse({ graph, access: createAccessModel(graph), inventory, masker, now: context.now() }),
  );
  const reviewed = (): ReviewedResources => reviewedResources(inventory.review ?? EMPTY_REVIEW);
  const engine = createQueryEngine({
    graph,
    index,
    compact: compactGraph(graph),
    now: context.now,
    findings,
    reviewed,
  });
  const result = ask(engine, text);
  if (result.problems.length > 0) throw new CommandError(describeProblems(text, result.problems));
  await printNodes(result.nodes, options, opened, context, whyOf(result, options, opened));
  if (options.question !== undefined) await writeMessage(context.terminal, `Asked: ${text}`);
  await tellUndecided(result.undecided, opened, context);
  if (result.nodes.length > 0) return opened.status;
  await writeMessage(context.terminal, `Nothing is found for "${text}".`);
  return opened.status === EXIT.done ? EXIT.notFound : opened.status;
}

function textOf(query: string | undefined, { question: id, set = [] }: SearchOptions): string {
  if (id === undefined) {
    if (query === undefined || query.trim() === '')
      throw new CommandError('Give a query, or --question ID; --questions lists them.');
    return query.trim();
  }
  if (query !== undefined) throw new CommandError('Give a query or --question, not both.');
  const question = questionById(id);
  if (question === undefined) {
    const near = nearestNames(
      id,
      QUESTIONS.map((each) => each.id),
      3,
    );
    const hint = near.length > 0 ? ` Perhaps ${near.join(', ')}.` : '';
    throw new CommandError(`There is no question "${id}".${hint} --questions lists them.`);
  }
  const values = new Map(
    set.map((assignment): [string, string] => {
      const at = assignment.indexOf('=');
      if (at <= 0) throw new CommandError(`--set takes NAME=VALUE, not "${assignment}".`);
      return [assignment.slice(0, at), assignment.slice(at + 1)];
    }),
  );
  const filled = fillQuestion(question, values);
  if (filled.ok) return filled.query;
  const settings = filled.expected.map((each) => `--set ${each.includes('=') ? each : `${each}=…`}`);
  throw new CommandError(`${filled.message}${settings.length > 0 ? ` Expected: ${settings.join(' ')}` : ''}`);
}

/** The query with a caret under each mistake, what is wrong, and what was expected. */
function describeProblems(text: string, problems: readonly QueryProblem[]): string {
  const shown = text.replaceAll(/\s/g, ' ');
  const lines = problems.flatMap(({ from, to, message, expected, suggestion }) => [
    shown,
    `${' '.repeat(from)}${'^'.repeat(Math.max(1, Math.min(to, text.length) - from))}`,
    `${message}${expected.length > 0 ? ` Expected: ${expected.join(', ')}.` : ''}`,
    ...(suggestion === undefined ? [] : [`Perhaps: ${text.slice(0, from)}${suggestion}${text.slice(to)}`]),
  ]);
  return lines.join('\n');
}

function whyOf(result: SearchResult, { explain }: SearchOptions, { graph, masker }: OpenedGraph): Why | undefined {
  if (explain !== true) return undefined;
  const title: Parameters<typeof describeReason>[2]['title'] = (id) =>
    masker.maskText(graph.nodes.get(id)?.title ?? id);
  return (node) =>
    result.reasons(node).map((reason) =>
      describeReason(reason, node, {
        title,
        value: (id, path, value) => {
          const document = graph.nodes.get(id)?.document;
          return document === undefined ? masker.maskText(value) : masker.maskAt(document, path, value);
        },
      }),
    );
}

/** What could not be read is never taken for what is not there. */
async function tellUndecided(
  nodes: readonly GraphNode[],
  { masker }: OpenedGraph,
  { terminal }: CommandContext,
): Promise<void> {
  if (nodes.length === 0) return;
  const titles = nodes.slice(0, NAMED).map(({ title }) => masker.maskText(title));
  const more = nodes.length > NAMED ? ` and ${nodes.length - NAMED} more` : '';
  const subject = nodes.length === 1 ? 'Of 1 resource' : `Of ${nodes.length} resources`;
  await writeMessage(
    terminal,
    `${subject} it cannot be told, for what would tell was not collected: ${titles.join(', ')}${more}.`,
  );
}

async function listQuestions({ format }: SearchOptions, { terminal }: CommandContext): Promise<ExitStatus> {
  const text =
    format === 'table'
      ? formatTable(
          ['ID', 'QUESTION', 'SET'],
          QUESTIONS.map(({ id, title, parameters }) => [
            id,
            title,
            parameters.map(({ name, preset }) => `${name}=${preset ?? '…'}`).join(' '),
          ]),
        )
      : `${JSON.stringify(QUESTIONS, undefined, 2)}\n`;
  await writeAll(terminal.stdout, [text]);
  return EXIT.done;
}
