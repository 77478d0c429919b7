/** One state of the history and the name of the change that led to it, for "Undo hide 3 nodes". */
export interface HistoryEntry<State> {
  readonly name: string;
  readonly state: State;
  /** When it was made among the changes of all histories, so that undoing takes back the newest of them. */
  readonly at?: number;
}

/** A linear undo history of plain-data states. Immutable: each function returns a new one. */
export interface History<State> {
  /** Oldest first. */
  readonly past: readonly HistoryEntry<State>[];
  readonly present: HistoryEntry<State>;
  /** Next to be redone first. */
  readonly future: readonly HistoryEntry<State>[];
}

/** Most steps that can be undone; bounds the memory held by positions of old views. */
export const MAX_HISTORY = 100;

/** Returns a history whose only state is `state`. */
export function startHistory<State>(state: State): History<State> {
  return { past: [], present: { name: 'Open', state }, future: [] };
}

/** Returns the history after a change called `name`; what could be redone before it is gone. */
export function recordChange<State>(history: History<State>, name: string, state: State, at?: number): History<State> {
  return {
    past: [...history.past, history.present].slice(-MAX_HISTORY),
    present: { name, state, ...(at === undefined ? {} : { at }) },
    future: [],
  };
}

/** Returns the history with the present state replaced: for what follows from a change and is no step of its own. */
export function amendPresent<State>(history: History<State>, state: State): History<State> {
  return { ...history, present: { ...history.present, state } };
}

/** Returns the history one step back, or the same one where there is none. */
export function undoChange<State>(history: History<State>): History<State> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return { past: history.past.slice(0, -1), present: previous, future: [history.present, ...history.future] };
}

/** Returns the history one undone step forward, or the same one where there is none. */
export function redoChange<State>(history: History<State>): History<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future };
}

/** Name of the change that undoing would take back; absent when there is none. */
export function undoName<State>(history: History<State>): string | undefined {
  return history.past.length > 0 ? history.present.name : undefined;
}

/** Name of the change that redoing would bring back; absent when there is none. */
export function redoName<State>(history: History<State>): string | undefined {
  return history.future[0]?.name;
}

/** A step of the history for a list. */
export interface HistoryStep {
  readonly name: string;
  /** Steps from the present: negative ones can be undone, positive ones redone. */
  readonly offset: number;
}

/** All steps, oldest first; the present has offset 0. */
export function historyEntries<State>({ past, present, future }: History<State>): readonly HistoryStep[] {
  return [...past, present, ...future].map(({ name }, index) => ({ name, offset: index - past.length }));
}

/** Returns the history with the step at `offset` present; the same one for the present or where there is no such step. */
export function goToStep<State>(history: History<State>, offset: number): History<State> {
  const steps = [...history.past, history.present, ...history.future];
  const place = history.past.length + offset;
  const present = steps[place];
  if (present === undefined || offset === 0) return history;
  return { past: steps.slice(0, place), present, future: steps.slice(place + 1) };
}
