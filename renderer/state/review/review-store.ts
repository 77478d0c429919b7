import { createStore, type StoreApi } from 'zustand/vanilla';
import { EMPTY_REVIEW, type Authored, type ReviewRecord } from '../../../shared/review/review-record.ts';
import { amendPresent, recordChange, redoChange, startHistory, undoChange, type History } from '../view/history.ts';

export interface ReviewState {
  /** What reviewers made of the inventory, and how it came to be so. */
  readonly history: History<ReviewRecord>;
  /** Takes over the record of another inventory; nothing can be undone then. */
  start(record: ReviewRecord): void;
  /** Changes the record as one step called `name`, which can be undone. What the update throws is passed on. */
  change(name: string, update: (record: ReviewRecord) => ReviewRecord): void;
  /** Changes the record where nobody did anything that could be taken back. */
  amend(update: (record: ReviewRecord) => ReviewRecord): void;
  undo(): void;
  redo(): void;
  /** Who writes now, and the present time. */
  sign(): Authored;
  /** An id that no other entry has. */
  newId(): string;
}

export type ReviewStore = StoreApi<ReviewState>;

/** What the store needs from its surroundings. */
export interface ReviewSurroundings {
  /** Name of the reviewer. */
  readonly author: () => string;
  /** RFC 3339. */
  readonly now: () => string;
  readonly newId: () => string;
  /** Numbers the changes of all histories. */
  readonly countChange: () => number;
}

/** Returns the store of what reviewers make of the open inventory. */
export function createReviewStore({ author, now, newId, countChange }: ReviewSurroundings): ReviewStore {
  return createStore<ReviewState>((set, get) => ({
    history: startHistory(EMPTY_REVIEW),
    start(record) {
      set({ history: startHistory(record) });
    },
    change(name, update) {
      const { history } = get();
      set({ history: recordChange(history, name, update(history.present.state), countChange()) });
    },
    amend(update) {
      const { history } = get();
      set({ history: amendPresent(history, update(history.present.state)) });
    },
    undo() {
      set({ history: undoChange(get().history) });
    },
    redo() {
      set({ history: redoChange(get().history) });
    },
    sign: () => ({ author: author(), time: now() }),
    newId,
  }));
}

/** The record of a store as it is now. */
export function recordOf({ history }: Pick<ReviewState, 'history'>): ReviewRecord {
  return history.present.state;
}
