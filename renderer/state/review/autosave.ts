import type { KeptReview, KeptReviewWriter, KeptTab } from '../../../shared/review/kept-review.ts';
import { isEmptyReview } from '../../../shared/review/review-record.ts';
import { valueOf } from '../../api/client.ts';
import { recordOf } from './review-store.ts';
import { keptTabs } from './saved-views.ts';
import type { Workbench } from '../workbench.ts';

/** Changes are kept this long after the first of them, in milliseconds: the most that a crash can cost. */
export const AUTOSAVE_DELAY = 1500;

/** The window's thread works this long before others get their turn, in milliseconds. */
const TURN = 8;

/** Longer texts are kept without the histories of the views. */
const MOST_CHARACTERS = 32 * 1024 * 1024;

/** Keeps the work on the open inventory while it is done. */
export interface Autosave {
  /** From now on the work is kept under a key of the main process. `base`: digest of the review of the inventory's files. */
  begin(key: string, base: string, isKept: boolean): void;
  /** Keeps what was not kept yet, and stops. */
  end(): void;
  /** Keeps at once what was not kept yet. */
  flush(): void;
}

/** What keeping needs from its surroundings. */
export interface AutosaveSurroundings {
  /** Loads what writes the texts. */
  readonly loadWriter: () => Promise<KeptReviewWriter>;
  /** RFC 3339. */
  readonly now: () => string;
  /** Milliseconds since any fixed moment. */
  readonly clock: () => number;
  readonly setTimer: (work: () => void, milliseconds: number) => number;
  readonly clearTimer: (timer: number) => void;
}

type Kept = Pick<Workbench, 'main' | 'view' | 'selection' | 'trace' | 'review' | 'tabs' | 'search' | 'table' | 'run'>;

/** Returns the keeper of a window; nothing is kept before `begin`. */
export function createAutosave(
  workbench: Workbench,
  { loadWriter, now, clock, setTimer, clearTimer }: AutosaveSurroundings,
): Autosave {
  const { main, view, selection, trace, review, tabs, search, table, run }: Kept = workbench;
  let under: { readonly key: string; readonly base: string; isKept: boolean } | undefined;
  let writer: KeptReviewWriter | undefined;
  let timer: number | undefined;
  let hasFailed = false;

  function isWorth(): boolean {
    const { past, future } = view.getState().history;
    return (
      past.length > 0 ||
      future.length > 0 ||
      tabs.getState().tabs.length > 1 ||
      !isEmptyReview(recordOf(review.getState()))
    );
  }

  function work(): KeptReview | undefined {
    if (under === undefined || writer === undefined || !(under.isKept || isWorth())) return undefined;
    return { savedTime: now(), base: under.base, record: recordOf(review.getState()), tabs: keptTabs(workbench) };
  }

  function keep(): void {
    if (timer !== undefined) clearTimer(timer);
    timer = undefined;
    const kept = work();
    if (kept === undefined || under === undefined || writer === undefined) return;
    const { key } = under;
    under.isKept = true;
    let text = writer.text(kept);
    if (text.length > MOST_CHARACTERS) text = writer.text({ ...kept, tabs: kept.tabs.map(withoutPast) });
    run(async () => tell(await main.saveReview({ key, text })));
  }

  /** The first text of a large review takes long: others get their turn while its parts are made. */
  function keepInTurns(): void {
    const kept = work();
    const steps = kept === undefined ? undefined : writer?.prepareInSteps(kept);
    function turn(): void {
      const end = clock() + TURN;
      while (clock() < end) {
        if (steps === undefined || steps.next().done === true) {
          keep();
          return;
        }
      }
      timer = setTimer(turn, 0);
    }
    turn();
  }

  /** Says once that nothing is kept, not each time. */
  function tell(result: Awaited<ReturnType<Workbench['main']['saveReview']>>): void {
    const failed = !result.ok;
    if (failed && !hasFailed) run(() => valueOf(Promise.resolve(result)));
    hasFailed = failed;
  }

  function note(): void {
    if (under === undefined || view.getState().laidOut === undefined) return;
    timer ??= setTimer(keepInTurns, AUTOSAVE_DELAY);
  }

  for (const store of [view, selection, trace, review, tabs]) store.subscribe(note);
  // What was found and how wide columns are is not kept.
  search.subscribe((state, before) => {
    if (state.query !== before.query) note();
  });
  table.subscribe((state, before) => {
    if (state.sort !== before.sort) note();
  });

  return {
    begin(key, base, isKept) {
      under = { key, base, isKept };
      if (writer !== undefined) return;
      run(async () => {
        writer = await loadWriter();
        note();
      });
    },
    end() {
      if (timer !== undefined) keep();
      under = undefined;
    },
    flush() {
      if (timer !== undefined) keep();
    },
  };
}

function withoutPast(tab: KeptTab): KeptTab {
  const step = tab.steps[tab.present];
  return step === undefined ? tab : { ...tab, steps: [step], present: 0 };
}
