import { passesTime } from '../../timeline/time-range.ts';
import type { ViewSpec } from '../view.ts';
import { at, classAt, type CompactGraph, otherEnd } from './compact-graph.ts';
import { linkFilter, nodeFilter } from './exclusion.ts';
import type { Attention } from './importance.ts';

export const SHOWN = 0;
export const HIDDEN = 1;
export const FILTERED = 2;
export const OUT_OF_FOCUS = 3;
export const OVER_LIMIT = 4;

/** What a view specification says about each node, by node number. */
export interface VisibleNodes {
  /** One of the constants above; `OVER_LIMIT` is not decided here. */
  readonly place: Uint8Array;
  /** 1 where the node passes filter, hits and focus, hidden or not: folding is decided on these, so that hiding one node does
   * not fold the others anew. */
  readonly eligible: Uint8Array;
  /** 1 where the user asked for the node itself. */
  readonly added: Uint8Array;
}

/** Decides for each node whether the specification shows it and, if not, why. Linear in nodes and edges. */
export function visibleNodes(compact: CompactGraph, spec: ViewSpec, attention: Attention): VisibleNodes {
  const count = compact.nodes.length;
  const hidden = marks(compact, spec.hidden);
  const added = marks(compact, [...spec.added, ...(spec.pinned ?? [])]);
  const passes = passingNodes(compact, spec, attention, added);
  const only = spec.only === undefined ? undefined : marks(compact, spec.only);
  const open = passes.map((passing, index) => (passing === 1 && at(hidden, index) === 0 ? 1 : 0));
  const near =
    spec.focus === undefined ? undefined : neighbourhood(compact, spec.focus, open, linkClasses(compact, spec.exclude));

  const place = new Uint8Array(count);
  const eligible = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    const inHits = only === undefined || at(only, index) === 1;
    const inFocus = near === undefined || at(near, index) === 1;
    const wanted = at(added, index) === 1;
    eligible[index] = at(passes, index) === 1 && inHits && inFocus ? 1 : 0;
    if (at(hidden, index) === 1) place[index] = HIDDEN;
    else if (at(passes, index) === 0 || (!inHits && !wanted)) place[index] = FILTERED;
    else if (!inFocus && !wanted) place[index] = OUT_OF_FOCUS;
  }
  return { place, eligible, added };
}

/** Marks what the filters let through. A resource that the user asked for is not judged by its time. */
function passingNodes(
  compact: CompactGraph,
  { exclude, time }: Pick<ViewSpec, 'exclude' | 'time'>,
  attention: Attention,
  added: Uint8Array,
): Uint8Array {
  const passes = nodeFilter(exclude, attention);
  if (passes === undefined && time === undefined) return new Uint8Array(compact.nodes.length).fill(1);
  return Uint8Array.from(compact.nodes, (node, index) => {
    if (passes?.(node) === false) return 0;
    return time === undefined || at(added, index) === 1 || passesTime(node, time) ? 1 : 0;
  });
}

/** 1 for each class of links that the filters let through. */
export function linkClasses(compact: CompactGraph, exclude: ViewSpec['exclude']): Uint8Array {
  const passes = linkFilter(exclude);
  if (passes === undefined) return new Uint8Array(compact.classes.length).fill(1);
  return Uint8Array.from(compact.classes, (edgeClass) => (passes(edgeClass) ? 1 : 0));
}

/** Ids that name no node, such as those of folds, are ignored. */
function marks(compact: CompactGraph, ids: readonly string[]): Uint8Array {
  const marked = new Uint8Array(compact.nodes.length);
  for (const id of ids) {
    const index = compact.indexOf.get(id);
    if (index !== undefined) marked[index] = 1;
  }
  return marked;
}

/**
 * Marks what lies within `depth` links of the focus. Upstream is where data comes from, downstream where it goes to; links that
 * move no data are followed in direction `both` only. The walk does not pass through hidden or filtered nodes: hiding a hub is
 * how one gets rid of all that is near only because of it. Nor does it follow links that are switched off.
 */
function neighbourhood(
  compact: CompactGraph,
  focus: NonNullable<ViewSpec['focus']>,
  open: Uint8Array,
  classes: Uint8Array,
): Uint8Array {
  const reached = marks(compact, focus.nodes);
  let frontier = [...reached.keys()].filter((index) => at(reached, index) === 1 && at(open, index) === 1);
  for (let step = 0; step < focus.depth && frontier.length > 0; step += 1) {
    const next: number[] = [];
    for (const node of frontier) {
      for (let place = at(compact.offsets, node); place < at(compact.offsets, node + 1); place += 1) {
        const edge = at(compact.incident, place);
        const other = otherEnd(compact, edge, node);
        if (at(reached, other) === 1 || at(open, other) === 0 || at(classes, at(compact.edgeClass, edge)) === 0)
          continue;
        if (!isFollowed(compact, edge, node, focus.direction)) continue;
        reached[other] = 1;
        next.push(other);
      }
    }
    frontier = next;
  }
  return reached;
}

function isFollowed(
  compact: CompactGraph,
  edge: number,
  node: number,
  direction: 'both' | 'upstream' | 'downstream',
): boolean {
  if (direction === 'both') return true;
  const { flow } = classAt(compact, edge);
  if (flow === 'both') return true;
  if (flow === 'none') return false;
  // Flow is seen from the link's `from` end: `in` brings data to it.
  const bringsDataHere = (flow === 'in') === (at(compact.from, edge) === node);
  return direction === 'upstream' ? bringsDataHere : !bringsDataHere;
}
