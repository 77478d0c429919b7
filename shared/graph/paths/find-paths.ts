import type { RelationId } from '../../kinds/kind.ts';
import type { Graph, NodeId } from '../graph.ts';
import { lineageLink, reach, towardsSink, towardsSource, type Steps } from '../traversal.ts';
import { countShortestPaths, distancesTo } from './count-shortest-paths.ts';
import { simplePaths, type Path } from './simple-paths.ts';

export interface PathQuestion {
  readonly from: NodeId;
  readonly to: NodeId;
  /** `shortest`: all of the least length. `simple`: all that visit no node twice, up to `depth` links long, shortest first. */
  readonly mode: 'shortest' | 'simple';
  /** Most links of a simple path. */
  readonly depth: number;
  /** `with-data`: only along the data, from its source to its sink; `against-data`: the other way. */
  readonly direction: 'any' | 'with-data' | 'against-data';
  /** Relations that are not followed. */
  readonly without: readonly RelationId[];
  /** Most paths listed. */
  readonly limit: number;
}

export interface FoundPaths {
  readonly paths: readonly Path[];
  /** Paths there are, of which `paths` are the first. */
  readonly total: number;
  /** The search was given up before its end: there may be more than `total`. */
  readonly gaveUp: boolean;
}

/** Links tried before the search for simple paths is given up: a second or less, whatever the graph. */
export const MAX_STEPS = 300_000;

/** Most links of a path that can be asked for: longer ones are too many to list and tell nothing. */
export const MAX_DEPTH = 12;

/** Paths between two nodes along links of the lineage, as far as they are asked for, and how many there are. */
export function findPaths(graph: Graph, question: PathQuestion): FoundPaths {
  const { from, to, mode, limit } = question;
  const steps = without(question.without, STEPS[question.direction]);
  const back = without(question.without, STEPS[REVERSE[question.direction]]);
  if (mode === 'shortest') {
    const left = distancesTo(graph, from, to, back);
    const depth = left.get(from);
    if (depth === undefined) return { paths: [], total: 0, gaveUp: false };
    const found = simplePaths(graph, { from, to, steps, left, depth }, Infinity);
    return { paths: firstOf(found, limit), total: countShortestPaths(graph, from, left, steps), gaveUp: false };
  }
  const depth = Math.min(question.depth, MAX_DEPTH);
  const paths: Path[] = [];
  const search = simplePaths(graph, { from, to, steps, left: reach(graph, [to], back, depth), depth }, MAX_STEPS);
  let total = 0;
  for (;;) {
    const next = search.next();
    if (next.done === true) return { paths, total, gaveUp: next.value.gaveUp };
    total += 1;
    if (paths.length < limit) paths.push(next.value);
  }
}

function firstOf(paths: Iterable<Path>, limit: number): readonly Path[] {
  const first: Path[] = [];
  for (const path of paths) {
    if (first.length === limit) break;
    first.push(path);
  }
  return first;
}

const STEPS: Readonly<Record<PathQuestion['direction'], Steps>> = {
  any: lineageLink,
  'with-data': towardsSink,
  'against-data': towardsSource,
};

const REVERSE: Readonly<Record<PathQuestion['direction'], PathQuestion['direction']>> = {
  any: 'any',
  'with-data': 'against-data',
  'against-data': 'with-data',
};

function without(relations: readonly RelationId[], steps: Steps): Steps {
  if (relations.length === 0) return steps;
  const left = new Set(relations);
  return function* remaining(graph, id) {
    for (const step of steps(graph, id)) if (!left.has(step.edge.type)) yield step;
  };
}
