import { createStore, type StoreApi } from 'zustand/vanilla';

export type PaneName = 'filters' | 'details' | 'problems' | 'findings' | 'timeline' | 'runs';

/** The lists of the pane "Problems and coverage"; `changes` only where an inventory was read again. */
export type ReportList = 'problems' | 'missing' | 'unclaimed' | 'coverage' | 'redactions' | 'skipped' | 'changes';

/** Where small preferences of the window are kept: `localStorage`, or a double in tests. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'>;

export type OpenPanes = Readonly<Record<PaneName, boolean>>;

/** What of a resource the details show: the raw document is asked for anew each time. */
export type DetailsTab = 'overview' | 'answers';

export interface PaneState {
  readonly open: OpenPanes;
  /** Kept from resource to resource; a new object each time it is asked for. */
  readonly details: { readonly tab: DetailsTab };
  showDetails(tab: DetailsTab): void;
  /** Which list of the problems is in front. */
  readonly report: ReportList;
  setReport(list: ReportList): void;
  /** Opens the problems at a list. */
  showReport(list: ReportList): void;
  /** Opens or closes a pane by the user's hand: remembered from run to run. */
  toggle(pane: PaneName): void;
  /** Closes a pane by the user's hand. */
  hide(pane: PaneName): void;
  /** Opens a pane because what the user asked for is in it. Not remembered. */
  show(pane: PaneName): void;
  /** Opens a pane that has something to say now, unless the user has closed it by hand. Not remembered. */
  suggest(pane: PaneName): void;
  /** Says whether the window has room for one pane beside the graph only (a small window, a large zoom). */
  setNarrow(narrow: boolean): void;
  /** Whether there is room for one pane below the graph only. */
  setLow(low: boolean): void;
}

export type PaneStore = StoreApi<PaneState>;

const KEY = 'panes';
const PANES: readonly PaneName[] = ['filters', 'details', 'problems', 'findings', 'timeline', 'runs'];
const BELOW: readonly PaneName[] = ['findings', 'timeline', 'runs', 'problems'];
/** The graph needs the room until something is selected. */
const DEFAULTS: OpenPanes = {
  filters: true,
  details: false,
  problems: false,
  findings: false,
  timeline: false,
  runs: false,
};

/** Returns the store of which panes are open. With room the details are, which begin with the posture, until they are closed by hand. */
export function createPaneStore(storage: PreferenceStorage, hasRoom = false): PaneStore {
  let chosen = readPanes(storage.getItem(KEY));
  let isNarrow = false;
  let isLow = false;
  return createStore<PaneState>((set, get) => {
    function setOpen(pane: PaneName, open: boolean): void {
      const next = { ...get().open, [pane]: open };
      if (!open) {
        set({ open: next });
        return;
      }
      const beside = isNarrow ? withOneSide(next, pane) : next;
      set({ open: isLow ? withOneBelow(beside, pane) : beside });
    }
    function choose(pane: PaneName, open: boolean): void {
      chosen = { ...chosen, [pane]: open };
      storage.setItem(KEY, JSON.stringify(chosen));
      setOpen(pane, open);
    }
    return {
      open: { ...DEFAULTS, details: hasRoom, ...chosen },
      details: { tab: 'overview' },
      showDetails: (tab) => set({ details: { tab } }),
      report: 'problems',
      setReport: (report) => set({ report }),
      showReport(report) {
        set({ report });
        setOpen('problems', true);
      },
      toggle: (pane) => choose(pane, !get().open[pane]),
      hide: (pane) => choose(pane, false),
      show: (pane) => setOpen(pane, true),
      suggest(pane) {
        if (chosen[pane] !== false) setOpen(pane, true);
      },
      setNarrow(narrow) {
        if (narrow === isNarrow) return;
        isNarrow = narrow;
        const { open } = get();
        if (narrow) set({ open: withOneSide(open, open.details ? 'details' : 'filters') });
        else set({ open: { ...open, filters: chosen.filters ?? DEFAULTS.filters } });
      },
      setLow(low) {
        isLow = low;
        const { open } = get();
        const first = BELOW.find((pane) => open[pane]);
        if (low && first !== undefined) set({ open: withOneBelow(open, first) });
      },
    };
  });
}

/** The panes with only `kept` of the two beside the graph. */
function withOneSide(open: OpenPanes, kept: PaneName): OpenPanes {
  if (kept !== 'filters' && kept !== 'details') return open;
  return { ...open, filters: open.filters && kept === 'filters', details: open.details && kept === 'details' };
}

/** The panes with only `kept` of those below the graph. */
function withOneBelow(open: OpenPanes, kept: PaneName): OpenPanes {
  if (!BELOW.includes(kept)) return open;
  return { ...open, ...Object.fromEntries(BELOW.map((pane) => [pane, pane === kept && open[pane]])) };
}

/** Returns what the user chose by hand; nothing where there is no choice yet or it is of another version. */
export function readPanes(text: string | null): Partial<OpenPanes> {
  try {
    const stored: unknown = JSON.parse(text ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    const values = new Map<string, unknown>(Object.entries(stored));
    return Object.fromEntries(
      PANES.flatMap((pane) => {
        const value = values.get(pane);
        return typeof value === 'boolean' ? [[pane, value]] : [];
      }),
    );
  } catch {
    return {};
  }
}
