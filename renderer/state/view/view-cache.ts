import type { Position, ViewSpec } from '../../../shared/graph/view.ts';
import type { LaidOutView } from '../../inventory/worker/protocol/packed-view.ts';
import { sameSpec } from './same-spec.ts';

/** Views that were shown lately, so that going back to one need not wait for the worker. */
export interface ViewCache {
  /** The view of this specification, if all its nodes are still to stand where they stood. */
  recall(spec: ViewSpec, positions: Readonly<Record<string, Position>>): LaidOutView | undefined;
  keep(spec: ViewSpec, laidOut: LaidOutView): void;
  /** The inventory changed, and with it every view. */
  forget(): void;
}

/** A view of thousands of nodes takes some megabytes. */
const MOST = 6;

/** Returns an empty cache. */
export function createViewCache(): ViewCache {
  const views = new Map<ViewSpec, LaidOutView>();
  return {
    recall(spec, positions) {
      const known = views.get(spec) ?? [...views].findLast(([other]) => sameSpec(other, spec))?.[1];
      return known !== undefined && stands(known, positions) ? known : undefined;
    },
    keep(spec, laidOut) {
      views.delete(spec);
      views.set(spec, laidOut);
      for (const oldest of [...views.keys()].slice(0, -MOST)) views.delete(oldest);
    },
    forget: () => views.clear(),
  };
}

function stands({ view, positions }: LaidOutView, wanted: Readonly<Record<string, Position>>): boolean {
  return view.nodes.every(({ id }) => {
    const [one, other] = [positions[id], Object.hasOwn(wanted, id) ? wanted[id] : undefined];
    return one?.x === other?.x && one?.y === other?.y;
  });
}
