import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NodeId } from '../../../shared/graph/graph.ts';
import type { LineageDirection, LineageWay } from '../../../shared/graph/lineage.ts';
import type { PathQuestion } from '../../../shared/graph/paths/find-paths.ts';
import type { LineageAnswer, PathsAnswer, TracedLink } from '../../inventory/worker/protocol/trace-protocol.ts';

/** Paths that were found, and which of them is lit up. */
export interface TracedPaths {
  readonly type: 'paths';
  readonly question: PathQuestion;
  readonly answer: PathsAnswer;
  /** Place of the path that is lit up; undefined while all are. */
  readonly at: number | undefined;
}

/** What a resource came from or feeds. */
export interface TracedLineage {
  readonly type: 'lineage';
  readonly of: NodeId;
  readonly title: string;
  readonly direction: LineageDirection;
  readonly way: LineageWay;
  readonly answer: LineageAnswer;
}

/** What takes part in a finding. */
export interface TracedFinding extends TracedParts {
  readonly type: 'finding';
  /** What is wrong. */
  readonly title: string;
  /** Title of the resource. */
  readonly resource: string;
}

export type Trace = TracedPaths | TracedLineage | TracedFinding;

/** What a trace is made of. */
export interface TracedParts {
  readonly nodes: readonly NodeId[];
  readonly links: readonly TracedLink[];
}

export interface TraceState {
  /** What is lit up in the graph, everything else being dimmed. */
  readonly trace: Trace | undefined;
  show(trace: Trace): void;
  clear(): void;
}

export type TraceStore = StoreApi<TraceState>;

/** Returns the store of what is lit up. */
export function createTraceStore(): TraceStore {
  return createStore<TraceState>((set) => ({
    trace: undefined,
    show: (trace) => set({ trace }),
    clear: () => set({ trace: undefined }),
  }));
}

/** Returns the nodes and links that a trace lights up, each node once. */
export function tracedParts(trace: Trace): TracedParts {
  if (trace.type === 'lineage') return trace.answer;
  if (trace.type === 'finding') return trace;
  const { answer, at } = trace;
  const paths = at === undefined ? answer.paths : answer.paths.slice(at, at + 1);
  return {
    nodes: [...new Set(paths.flatMap(({ nodes }) => nodes.map(({ id }) => id)))],
    links: paths.flatMap(({ links }) => links),
  };
}

/** Returns the paths with the next or previous one lit up, round at the ends. */
export function stepPath(traced: TracedPaths, by: 1 | -1): TracedPaths {
  const { answer, at } = traced;
  const count = answer.paths.length;
  if (count === 0) return traced;
  const start = at ?? (by > 0 ? -1 : 0);
  return { ...traced, at: (start + by + count) % count };
}
