import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DrawnLink } from '../inventory/worker/protocol/details-protocol.ts';
import { goBack, goForward, goTo, startTrail, type Trail } from './view/trail.ts';

/** A place of a document the details pane should show and mark. */
export interface EvidenceMark {
  readonly path: string;
  readonly value: string;
}

/** What is selected and looked at; plain data, one entry of "back" and "forward". */
export interface Selected {
  /** Ids of view nodes, in the order in which they were selected. */
  readonly ids: readonly string[];
  /** What the details pane shows: a node, a fold, or nothing (several nodes show a summary). */
  readonly inspected?: string;
  /** The selected link; then no node is selected, for an action is about the one or the other. */
  readonly link?: DrawnLink;
}

export interface SelectionState {
  readonly trail: Trail<Selected>;
  /** The evidence to mark in the raw document of the inspected node. */
  readonly mark: EvidenceMark | undefined;
  /** Node the canvas should bring to the middle; `count` makes asking twice two requests. */
  readonly centre: { readonly id: string; readonly count: number } | undefined;
  select(ids: readonly string[]): void;
  /** Selects one node and shows its details, optionally with a marked place of its document. */
  inspect(id: string, mark?: EvidenceMark): void;
  /** Selects one link and shows its details. */
  selectLink(link: DrawnLink): void;
  centreOn(id: string): void;
  /** Takes over the trail of another view. */
  adopt(trail: Trail<Selected>): void;
  back(): void;
  forward(): void;
  clear(): void;
}

export type SelectionStore = StoreApi<SelectionState>;

/** Nothing is selected. */
export const NOTHING: Selected = { ids: [] };

/** Returns the store of what is selected. */
export function createSelectionStore(): SelectionStore {
  return createStore<SelectionState>((set, get) => {
    function go(place: Selected, mark?: EvidenceMark): void {
      const { trail } = get();
      set({ trail: samePlace(trail.here, place) ? trail : goTo(trail, place), mark });
    }
    return {
      trail: startTrail(NOTHING),
      mark: undefined,
      centre: undefined,
      select(ids) {
        const [only] = ids;
        go(ids.length === 1 && only !== undefined ? { ids, inspected: only } : { ids });
      },
      inspect(id, mark) {
        go({ ids: [id], inspected: id }, mark);
      },
      selectLink({ id, source, target, type, confidence, flow }) {
        go({ ids: [], link: { id, source, target, type, confidence, flow } });
      },
      centreOn(id) {
        set((state) => ({ centre: { id, count: (state.centre?.count ?? 0) + 1 } }));
      },
      adopt(trail) {
        set({ trail, mark: undefined, centre: undefined });
      },
      back() {
        set((state) => ({ trail: goBack(state.trail), mark: undefined }));
      },
      forward() {
        set((state) => ({ trail: goForward(state.trail), mark: undefined }));
      },
      clear() {
        set({ trail: startTrail(NOTHING), mark: undefined, centre: undefined });
      },
    };
  });
}

function samePlace(first: Selected, second: Selected): boolean {
  return (
    first.inspected === second.inspected &&
    first.link?.id === second.link?.id &&
    first.ids.length === second.ids.length &&
    first.ids.every((id, index) => id === second.ids[index])
  );
}
