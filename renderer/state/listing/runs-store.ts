import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NodeId } from '../../../shared/graph/graph.ts';

/** Whose runs the pane shows. */
export interface RunsState {
  /** A run of the template; undefined: all templates are listed. */
  readonly of: NodeId | undefined;
  show(of: NodeId | undefined): void;
}

export type RunsStore = StoreApi<RunsState>;

/** Returns the store of whose runs are shown. */
export function createRunsStore(): RunsStore {
  return createStore<RunsState>((set) => ({ of: undefined, show: (of) => set({ of }) }));
}
