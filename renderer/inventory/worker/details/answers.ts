import type { AccessModel } from '../../../../shared/graph/access/access.ts';
import type { Graph, GraphNode, NodeId } from '../../../../shared/graph/graph.ts';
import { lineageFrom } from '../../../../shared/graph/lineage.ts';
import { kindById } from '../../../../shared/kinds/index.ts';
import type { QueryEngine } from '../../../../shared/search/query/engine.ts';
import { fillQuestion } from '../../../../shared/search/query/fill-question.ts';
import { questionsAbout, type Question } from '../../../../shared/search/query/questions.ts';
import { accessDetails } from './access-details.ts';
import type { AccessGroup } from '../protocol/access-protocol.ts';
import type { Answer, AnswerRow } from '../protocol/answers-protocol.ts';
import { formatFact } from './format-fact.ts';
import { type MaskValue, summaryOf } from './links.ts';
import { valuesAt } from './values-at.ts';

/** What is needed to answer. */
export interface AnswerSource {
  readonly graph: Graph;
  readonly queries: QueryEngine;
  readonly model: AccessModel;
  readonly mask: MaskValue;
}

/** Resources told of in each answer. */
const MOST_ROWS = 40;
/** Principals, or resources, named of each relation, and how many are looked at to name different ones. */
const MOST_NAMES = 3;
const MOST_GRANTS = 50;
/** Resources around the one asked about whose distance is told. */
const MOST_NEAR = 5000;

/** Answers the questions of the library about one resource; none where the library asks nothing of its kind. */
export function answersAbout(source: AnswerSource, id: NodeId): readonly Answer[] {
  const node = source.graph.nodes.get(id);
  const questions = node === undefined ? [] : questionsAbout(node.kind);
  const distances = questions.length === 0 ? NO_DISTANCES : distancesFrom(source.graph, id);
  return questions.map((question) => answer(source, question, id, distances));
}

type Distances = ReadonlyMap<NodeId, number>;

const NO_DISTANCES: Distances = new Map();

/** How far resources are along the lineage, either way. */
function distancesFrom(graph: Graph, id: NodeId): Distances {
  const [sources, dependants] = (['sources', 'dependants'] as const).map(
    (direction) => lineageFrom(graph, id, { direction, way: 'dependencies', limit: MOST_NEAR }).distances,
  );
  const nearest = new Map(sources);
  for (const [node, distance] of dependants ?? []) nearest.set(node, Math.min(distance, nearest.get(node) ?? distance));
  return nearest.set(id, 0);
}

function answer(source: AnswerSource, question: Question, about: NodeId, distances: Distances): Answer {
  const { graph, queries } = source;
  const filled = fillQuestion(question, new Map(question.parameters.map(({ name }) => [name, about])));
  if (!filled.ok) throw new Error(filled.message);
  const { nodes, undecided } = queries.ask(filled.query);
  const found = nodes.flatMap((number) => graph.nodes.get(queries.estate.index.nodes[number]?.id ?? about) ?? []);
  const far = (node: GraphNode): number => distances.get(node.id) ?? MOST_NEAR;
  const nearest = found.toSorted((a, b) => far(a) - far(b)).slice(0, MOST_ROWS);
  return {
    question: question.id,
    query: filled.query,
    rows: nearest.map((node) => answerRow(source, question, node, distances.get(node.id))),
    total: nodes.length,
    undecided: undecided.length,
  };
}

function answerRow(
  source: AnswerSource,
  { access }: Question,
  node: GraphNode,
  distance: number | undefined,
): AnswerRow {
  const granted = access === undefined ? undefined : accessOf(source, access, node.id);
  return {
    node: summaryOf(node),
    ...(distance === undefined ? {} : { distance }),
    facts: briefFacts(source, node),
    ...(granted === undefined ? {} : { access: granted }),
  };
}

/** Undefined for what policies do not speak of. */
function accessOf(source: AnswerSource, asked: 'who-can' | 'what-can', id: NodeId): AnswerRow['access'] {
  const { whoCan, whatCan } = accessDetails(source, id, MOST_GRANTS) ?? {};
  if (asked === 'who-can') return whoCan && { groups: whoCan.groups.map(different), complete: whoCan.complete };
  return whatCan && { groups: whatCan.groups.map(different), complete: false };
}

/** A principal may have the same right by several grants. */
function different({ relation, count, rows }: AccessGroup): AccessGroup {
  const byNode = new Map(rows.map((row) => [row.node.id, row]));
  return { relation, count: count - rows.length + byNode.size, rows: [...byNode.values()].slice(0, MOST_NAMES) };
}

/** The facts of the kind that are marked as brief; of what was not collected there are none. */
function briefFacts({ mask }: AnswerSource, { id, kind, document }: GraphNode): AnswerRow['facts'] {
  if (document === undefined) return [];
  return kindById(kind).facts.flatMap(({ brief, path, label, format }) => {
    if (brief === undefined) return [];
    const values = valuesAt(document.data, path).flatMap(({ path: place, value }) =>
      value === null || value === ''
        ? []
        : [formatFact(typeof value === 'string' ? mask(id, place, value) : value, format)],
    );
    if (values.length > 0) return [{ label, value: values.join(', ') }];
    return brief === true ? [] : [{ label, value: brief.absent }];
  });
}
