import { createStore, type StoreApi } from 'zustand/vanilla';
import { INITIAL_VIEW, type Position, type View, type ViewSpec } from '../../../shared/graph/view.ts';
import { isSuperseded } from '../../errors/describe-error.ts';
import type { CanvasSize } from '../../graph/layouts/worker/columns.ts';
import { addNodes } from '../../../shared/graph/view/add-nodes.ts';
import type { InventoryClient } from '../../inventory/inventory-client.ts';
import type { NeighbourQuestion, Neighbours } from '../../inventory/worker/protocol/details-protocol.ts';
import type { LaidOutView } from '../../inventory/worker/protocol/packed-view.ts';
import { filterAtOnce } from './filter-at-once.ts';
import { hideAtOnce, sameView } from './hide-at-once.ts';
import { createViewCache } from './view-cache.ts';
import { amendPresent, goToStep, recordChange, redoChange, startHistory, undoChange, type History } from './history.ts';

export type Positions = Readonly<Record<string, Position>>;

/** What one entry of the undo history holds: plain data, also what a snapshot stores of a view. */
export interface ViewMemory {
  readonly spec: ViewSpec;
  /** Positions of all nodes ever laid out in this view, so that a node that comes back stands where it stood. */
  readonly positions: Positions;
}

export interface ViewState {
  readonly history: History<ViewMemory>;
  /** What is on the screen; absent until the first answer. */
  readonly laidOut: LaidOutView | undefined;
  /** Whether the view of the present spec is being made. */
  readonly pending: boolean;
  /** Shows a history of another view as it was left: with `laidOut` at once, else its present view is made anew. */
  adopt(history: History<ViewMemory>, laidOut?: LaidOutView): Promise<boolean>;
  /** Forgets everything and makes the first view of a new inventory. */
  start(): Promise<void>;
  /**
   * Makes the present view anew, because the inventory changed under it; what is on the screen stays where it is unless all is to
   * be laid `out` again.
   */
  refresh(out?: 'in-place' | 'anew'): Promise<boolean>;
  /** Shows nothing: the inventory was closed. */
  clear(): void;
  /** Changes what is shown as one step called `name`; resolves with whether it is on the screen (false: replaced by a newer one). */
  change(name: string, update: (spec: ViewSpec) => ViewSpec): Promise<boolean>;
  /**
   * Brings in neighbours as one step called `name`, if there are any to bring in; resolves with what came in, when it is on the
   * screen (undefined: replaced by a newer change).
   */
  expand(name: string, question: NeighbourQuestion): Promise<Neighbours | undefined>;
  /** Shows another view with its positions as one step called `name`. */
  open(name: string, memory: ViewMemory): Promise<boolean>;
  /** Lays everything out anew but what is pinned; the user asked for it. */
  rearrange(name: string, update?: (spec: ViewSpec) => ViewSpec): Promise<boolean>;
  /** Notes where the user put nodes. */
  move(name: string, moved: Positions): void;
  /** Gives up the view that is being made: what is on the screen stays, as if nothing had been asked for. */
  cancel(): void;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  /** Goes to a step of the history, so many steps from the present. */
  goTo(offset: number): Promise<boolean>;
}

export type ViewStore = StoreApi<ViewState>;

/** The view of an inventory that nobody has changed yet. */
export const EMPTY_MEMORY: ViewMemory = { spec: INITIAL_VIEW, positions: {} };

/**
 * Returns the store of the view. The worker makes each view; the store holds the newest one and the history. A change that
 * fails is taken back and its error passed on. `countChange` numbers the changes of all histories.
 */
export function createViewStore(
  inventory: Pick<InventoryClient, 'view' | 'expand' | 'cancelView'>,
  measureCanvas: () => CanvasSize,
  countChange?: () => number,
): ViewStore {
  return createStore<ViewState>((set, get) => {
    let lastCall = 0;
    const cache = createViewCache();
    /** What was on the screen when it was last up to date: several changes may wait for one answer. */
    let settled: Pick<ViewState, 'history' | 'laidOut'> = { history: startHistory(EMPTY_MEMORY), laidOut: undefined };

    /** Returns the number of a call to the worker that replaces those under way. */
    function beginCall(): number {
      if (!get().pending) settled = { history: get().history, laidOut: get().laidOut };
      lastCall += 1;
      return lastCall;
    }

    async function show(history: History<ViewMemory>, atOnce?: LaidOutView): Promise<boolean> {
      const before = get().history;
      const call = beginCall();
      const { spec, positions } = history.present.state;
      const known = cache.recall(spec, positions);
      if (known !== undefined) {
        set({ history, laidOut: known, pending: false });
        return true;
      }
      set({ history, pending: true, ...(atOnce === undefined ? {} : { laidOut: atOnce }) });
      try {
        const answer = await inventory.view(spec, positions, measureCanvas());
        if (call !== lastCall) return false;
        const laidOut = atOnce !== undefined && sameView(atOnce.view, answer.view) ? atOnce : answer;
        cache.keep(spec, laidOut);
        const merged = { ...positions, ...laidOut.positions };
        set((state) => ({
          laidOut,
          pending: false,
          history: amendPresent(state.history, { spec, positions: merged }),
        }));
        return true;
      } catch (error) {
        if (call !== lastCall || isSuperseded(error)) return false;
        set({ history: before, pending: false, ...(atOnce === undefined ? {} : { laidOut: settled.laidOut }) });
        throw error;
      }
    }

    function changed(name: string, spec: ViewSpec, positions: Positions): Promise<boolean> {
      const { history, laidOut, pending } = get();
      const next = recordChange(history, name, { spec, positions }, countChange?.());
      const before = history.present.state.spec;
      const view =
        laidOut && !pending
          ? (hideAtOnce(laidOut.view, before, spec) ?? filterAtOnce(laidOut.view, before, spec))
          : undefined;
      return show(
        next,
        laidOut && view && { ...laidOut, view, positions: positionsOf(idsOf(view), laidOut.positions) },
      );
    }

    return {
      history: startHistory(EMPTY_MEMORY),
      laidOut: undefined,
      pending: false,
      async adopt(history, laidOut) {
        lastCall += 1;
        // From now on this is the history, whatever becomes of the drawing: giving up must not bring back that of another view.
        set({ history, pending: false, ...(laidOut === undefined ? {} : { laidOut }) });
        if (laidOut !== undefined) return true;
        cache.forget();
        return show(history);
      },
      async start() {
        cache.forget();
        await show(startHistory(EMPTY_MEMORY));
      },
      refresh(out = 'in-place') {
        cache.forget();
        const { history } = get();
        if (out === 'in-place') return show(history);
        return show(amendPresent(history, { ...history.present.state, positions: {} }));
      },
      clear() {
        cache.forget();
        lastCall += 1;
        set({ history: startHistory(EMPTY_MEMORY), laidOut: undefined, pending: false });
      },
      change(name, update) {
        const { spec, positions } = get().history.present.state;
        return changed(name, update(spec), positions);
      },
      async expand(name, question) {
        const call = beginCall();
        const { spec, positions } = get().history.present.state;
        set({ pending: true });
        try {
          const { ids, rest, shown } = await inventory.expand(question, spec, positions, measureCanvas());
          if (call !== lastCall) return undefined;
          const expanded = { spec: addNodes(spec, ids), positions: { ...positions, ...shown.positions } };
          cache.keep(expanded.spec, shown);
          set(({ history }) => ({
            laidOut: shown,
            pending: false,
            history:
              ids.length === 0
                ? amendPresent(history, { spec, positions: expanded.positions })
                : recordChange(history, name, expanded, countChange?.()),
          }));
          return { ids, rest };
        } catch (error) {
          if (call !== lastCall || isSuperseded(error)) return undefined;
          set({ pending: false });
          throw error;
        }
      },
      open: (name, { spec, positions }) => changed(name, spec, positions),
      rearrange(name, update = (spec) => spec) {
        const { spec, positions } = get().history.present.state;
        const updated = update(spec);
        return changed(name, updated, positionsOf(updated.pinned ?? [], positions));
      },
      move(name, moved) {
        const { history, laidOut } = get();
        const { spec, positions } = history.present.state;
        set({
          history: recordChange(history, name, { spec, positions: { ...positions, ...moved } }, countChange?.()),
          laidOut: laidOut && { ...laidOut, positions: { ...laidOut.positions, ...moved } },
        });
      },
      cancel() {
        if (!get().pending) return;
        lastCall += 1;
        set({ ...settled, pending: false });
        // That nothing is under way any more is no failure.
        inventory.cancelView().catch(() => undefined);
      },
      undo() {
        const previous = undoChange(get().history);
        return previous === get().history ? Promise.resolve(false) : show(previous);
      },
      redo() {
        const next = redoChange(get().history);
        return next === get().history ? Promise.resolve(false) : show(next);
      },
      goTo(offset) {
        const there = goToStep(get().history, offset);
        return there === get().history ? Promise.resolve(false) : show(there);
      },
    };
  });
}

function idsOf({ nodes }: View): readonly string[] {
  return nodes.map(({ id }) => id);
}

function positionsOf(ids: readonly string[], positions: Positions): Positions {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const position = Object.hasOwn(positions, id) ? positions[id] : undefined;
      return position === undefined ? [] : [[id, position]];
    }),
  );
}
