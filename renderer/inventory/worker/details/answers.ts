import type { AccessModel } from '../../../../shared/graph/access/access.ts';
import type { Graph, GraphEdge, GraphNode, NodeId } from '../../../../shared/graph/graph.ts';
import { lineageFrom, lineageSteps } from '../../../../shared/graph/lineage.ts';
import { groupBy } from '../../../../shared/group-by.ts';
import { kindById } from '../../../../shared/kinds/index.ts';
import type { Column } from '../../../../shared/kinds/kind.ts';
import type { QueryEngine } from '../../../../shared/search/query/engine.ts';
import { fillQuestion } from '../../../../shared/search/query/fill-question.ts';
import { questionsAbout, type Question } from '../../../../shared/search/query/questions.ts';
import { accessDetails } from './access-details.ts';
import type { AccessGroup } from '../protocol/access-protocol.ts';
import type { Answer, AnswerGroup, AnswerRow } from '../protocol/answers-protocol.ts';
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

/** Resources of each kind told of in an answer. */
const MOST_ROWS = 20;
/** Principals, or resources, named of each relation, and how many are looked at to name different ones. */
const MOST_NAMES = 3;
const MOST_GRANTS = 50;
/** Resources around the one asked about whose distance is told. */
const MOST_NEAR = 5000;

/** Which kinds are told of first where they are equally near: the work, what started it, what went into it. */
const ORDER: readonly Column[] = ['job', 'launcher', 'input', 'output', 'guard'];

/** Answers the questions of the library about one resource; none where the library asks nothing of its kind. */
export function answersAbout(source: AnswerSource, id: NodeId): readonly Answer[] {
  const node = source.graph.nodes.get(id);
  const questions = node === undefined ? [] : questionsAbout(node.kind);
  const around = questions.length === 0 ? NOTHING_AROUND : lookAround(source.graph, id);
  return questions.map((question) => answer(source, question, id, around));
}

/** How a resource is tied to the one asked about. */
interface Tie {
  /** Links of the lineage between the two. */
  readonly distance: number;
  /** The last of them; undefined for the resource asked about. */
  readonly edge?: GraphEdge;
}

type Around = ReadonlyMap<NodeId, Tie>;

const NOTHING_AROUND: Around = new Map();

/** The resources along the lineage, either way, each by the shorter one. */
function lookAround(graph: Graph, id: NodeId): Around {
  const around = new Map<NodeId, Tie>([[id, { distance: 0 }]]);
  for (const direction of ['sources', 'dependants'] as const) {
    const options = { direction, way: 'dependencies', limit: MOST_NEAR } as const;
    const { distances } = lineageFrom(graph, id, options);
    for (const [from, before] of [[id, 0] as const, ...distances]) {
      for (const { edge, node } of lineageSteps(graph, from, options)) {
        const distance = before + 1;
        const isNearest = distances.get(node) === distance && distance < (around.get(node)?.distance ?? Infinity);
        if (isNearest) around.set(node, { distance, edge });
      }
    }
  }
  return around;
}

function answer(source: AnswerSource, question: Question, about: NodeId, around: Around): Answer {
  const { graph, queries } = source;
  const filled = fillQuestion(question, new Map(question.parameters.map(({ name }) => [name, about])));
  if (!filled.ok) throw new Error(filled.message);
  const { nodes, undecided } = queries.ask(filled.query);
  const found = nodes.flatMap((number) => graph.nodes.get(queries.estate.index.nodes[number]?.id ?? about) ?? []);
  const far = ({ id }: GraphNode): number => around.get(id)?.distance ?? MOST_NEAR;
  const byKind = groupBy(
    found.toSorted((a, b) => far(a) - far(b)),
    ({ kind }) => kind,
  );
  const groups = [...byKind].map(([kind, members]) => ({
    kind,
    count: members.length,
    rows: members.slice(0, MOST_ROWS).map((node) => answerRow(source, question, node, around.get(node.id))),
  }));
  return {
    question: question.id,
    query: filled.query,
    groups: groups.toSorted(byDistance),
    total: nodes.length,
    undecided: undecided.length,
  };
}

function nearest({ rows: [row] }: AnswerGroup): number {
  return row?.distance ?? MOST_NEAR;
}

function byDistance(left: AnswerGroup, right: AnswerGroup): number {
  const apart = nearest(left) - nearest(right);
  return apart || ORDER.indexOf(kindById(left.kind).column) - ORDER.indexOf(kindById(right.kind).column);
}

function answerRow(source: AnswerSource, { access }: Question, node: GraphNode, tie: Tie | undefined): AnswerRow {
  const granted = access === undefined ? undefined : accessOf(source, access, node.id);
  return {
    node: summaryOf(node),
    ...(tie?.edge === undefined ? {} : { link: linkOf(source.graph, node.id, tie.edge), distance: tie.distance }),
    facts: briefFacts(source, node),
    ...(granted === undefined ? {} : { access: granted }),
  };
}

function linkOf({ nodes }: Graph, id: NodeId, { type, from, to }: GraphEdge): NonNullable<AnswerRow['link']> {
  const other = from === id ? to : from;
  return { relation: type, direction: from === id ? 'outgoing' : 'incoming', title: nodes.get(other)?.title ?? other };
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
