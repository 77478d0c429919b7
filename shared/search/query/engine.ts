import type { Graph, NodeId } from '../../graph/graph.ts';
import { at, type CompactGraph } from '../../graph/view/compact-graph.ts';
import { NOTHING_REVIEWED, type ReviewedResources } from '../../review/reviewed-resources.ts';
import type { SearchIndex } from '../search-index.ts';
import { buildColumn, type Column } from './columns.ts';
import { evaluate, type Evaluated, UNKNOWN, YES } from './evaluate.ts';
import type { Estate } from './estate.ts';
import { explain, type MatchReason } from './explain.ts';
import type { ValueField } from './fields.ts';
import type { FindingLookup } from './finding-words.ts';
import { createNetwork } from './network.ts';
import { readQuery } from './resolve.ts';
import type { QueryProblem } from './syntax.ts';

/** What a query finds. Node numbers are those of the search index. */
export interface QueryAnswer {
  readonly text: string;
  /** What is wrong with the query; the answer is then that of the conditions that were understood. */
  readonly problems: readonly QueryProblem[];
  /** Whether any condition was understood. */
  readonly isAsked: boolean;
  /** Numbers of the resources found, best first. */
  readonly nodes: readonly number[];
  /** Resources of which it cannot be told, because their documents were not read. */
  readonly undecided: readonly number[];
  /** Why a resource is found. */
  explain(node: number): MatchReason[];
}

/** Asks queries of one inventory. */
export interface QueryEngine {
  readonly estate: Estate;
  /** Number of a resource in the search index; -1 where there is none. */
  numberOf(id: NodeId): number;
  ask(text: string): QueryAnswer;
}

/** What an engine needs. */
export interface EngineOptions {
  readonly graph: Graph;
  readonly index: SearchIndex;
  readonly compact: CompactGraph;
  /** Milliseconds since 1970, for `-7d`. */
  readonly now: () => number;
  /** What the rules say of a resource; without it `finding:` is refused. */
  readonly findings?: FindingLookup;
  /** What reviewers made of resources by now, the same object as long as it is the same; nothing when absent. */
  readonly reviewed?: () => ReviewedResources;
}

/** Columns kept at a time: a field is read in 0.1 s at 100,000 resources, and asked for with every key typed. */
const KEPT_COLUMNS = 12;

/** Prepares an inventory for queries; most of what is derived waits for the first query that needs it. */
export function createQueryEngine(options: EngineOptions): QueryEngine {
  const { graph, index, compact, now, findings, reviewed = () => NOTHING_REVIEWED } = options;
  const columns = new Map<string, Column>();
  let ofReview = reviewed();
  let network: Estate['network'] | undefined;
  const estate: Estate = {
    graph,
    index,
    get network() {
      return (network ??= createNetwork(index, compact));
    },
    column: (field) => columnOf(field),
    reviewed,
    ...(findings === undefined ? {} : { findings }),
  };
  return {
    estate,
    ask,
    numberOf: (id) => {
      const place = compact.indexOf.get(id);
      return place === undefined ? -1 : at(estate.network.toIndex, place);
    },
  };

  function columnOf(field: ValueField): Column {
    if (ofReview !== reviewed()) {
      ofReview = reviewed();
      columns.delete('mark');
      columns.delete('note');
    }
    const column = columns.get(field.name) ?? buildColumn(index.nodes, field, ofReview);
    // The one used last is put at the end, so that the first is the one to let go.
    columns.delete(field.name);
    columns.set(field.name, column);
    const [oldest] = columns.keys();
    if (columns.size > KEPT_COLUMNS && oldest !== undefined) columns.delete(oldest);
    return column;
  }

  function ask(text: string): QueryAnswer {
    const { plan, problems } = readQuery(text, { now: now(), hasFindings: findings !== undefined });
    if (plan === undefined) {
      return { text, problems, isAsked: false, nodes: [], undecided: [], explain: () => [] };
    }
    const evaluated = evaluate(estate, plan);
    return {
      text,
      problems,
      isAsked: true,
      nodes: ranked(evaluated),
      undecided: numbersOf(evaluated.verdicts, UNKNOWN),
      explain: (node) => explain(estate, evaluated, node),
    };
  }
}

function numbersOf(verdicts: Uint8Array, wanted: number): number[] {
  const found: number[] = [];
  verdicts.forEach((verdict, node) => {
    if (verdict === wanted) found.push(node);
  });
  return found;
}

/** By how well the words fit, then in the order of the index: short titles first. */
function ranked(evaluated: Evaluated): number[] {
  const found = numbersOf(evaluated.verdicts, YES);
  const texts = textsOf(evaluated);
  if (texts.length === 0) return found;
  const score = new Int32Array(evaluated.verdicts.length);
  for (const matches of texts) matches.forEach((value, node) => (score[node] = (score[node] ?? 0) + value));
  // A stable sort keeps the order of the index.
  return found.toSorted((a, b) => at(score, b) - at(score, a));
}

function textsOf({ matches, parts, plan }: Evaluated): Uint8Array[] {
  if (plan.type === 'walk' || plan.type === 'not') return [];
  return [...(matches === undefined ? [] : [matches.scores]), ...parts.flatMap(textsOf)];
}
