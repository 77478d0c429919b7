import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppErrorDescription } from '../../shared/errors/error-description.ts';
import { describeError } from '../errors/describe-error.ts';
import type { InventoryClient } from '../inventory/inventory-client.ts';
import type { Facets } from '../inventory/worker/protocol/facets-protocol.ts';
import type {
  CoverageReport,
  InventoryChanges,
  InventorySummary,
  InventoryUpdate,
  OpenProgress,
} from '../inventory/worker/protocol/protocol.ts';

/** Where an inventory comes from: `live` is collected from Google Cloud. */
export type InventorySource = 'files' | 'sample' | 'live';

/** Why there is no inventory on the screen although one was asked for. */
export interface OpeningFailure extends AppErrorDescription {
  /** What the reader said about the files; absent when the reading itself broke down. */
  readonly report?: CoverageReport;
}

/** What the window shows. */
export type Session =
  | { readonly phase: 'start' }
  | {
      readonly phase: 'opening';
      readonly title: string;
      readonly progress: OpenProgress | undefined;
      readonly cancelling: boolean;
    }
  | {
      readonly phase: 'open';
      readonly title: string;
      readonly source: InventorySource;
      /** Of an inventory that is or was collected while open: how far that is. */
      readonly stream?: InventoryUpdate['stream'];
      readonly summary: InventorySummary;
      readonly facets: Facets;
      /** What could not be read and the like; it takes longer than the first view, so it is not there at first. */
      readonly report: CoverageReport | undefined;
      /** How it differs from before it was read again, until the user forgets that. */
      readonly changes?: InventoryChanges;
      /** The user stopped the reading: what is shown is a part of the files. */
      readonly partial: boolean;
    }
  | { readonly phase: 'failed'; readonly title: string; readonly failure: OpeningFailure };

export interface SessionState {
  readonly session: Session;
  /** Reads what comes over the port and, when it is a usable inventory, opens it. */
  open(title: string, source: InventorySource, port: MessagePort): Promise<void>;
  /** Reads a collection into the inventory that is open; resolves when it ended. With `compare`, what differs from now is told. */
  update(port: MessagePort, compare: boolean): Promise<void>;
  /** Takes what is there now for granted: nothing is marked as new or changed any more. */
  forgetChanges(): Promise<void>;
  /** Stops reading; what was read so far is opened, or stays. */
  cancel(): void;
  close(): void;
}

export type SessionStore = StoreApi<SessionState>;

export interface SessionDependencies {
  readonly inventory: Pick<
    InventoryClient,
    | 'open'
    | 'update'
    | 'cancelOpen'
    | 'facets'
    | 'coverage'
    | 'changes'
    | 'forgetChanges'
    | 'onProgress'
    | 'onUpdated'
    | 'onLost'
  >;
  /** Makes the first view; the session opens when it is there. */
  readonly startView: (source: InventorySource) => Promise<void>;
  /** Makes the present view anew, because the inventory grew; `first`: while it is read for the first time. */
  readonly refreshView: (first: boolean) => Promise<unknown>;
  /** Tells the user what went wrong where nobody waits for an answer. */
  readonly reportError: (error: unknown) => void;
  /** Called when an inventory goes, before another one comes or the start screen returns. */
  readonly leave: () => void;
}

/** Returns the store of what the window has open. */
export function createSessionStore({
  inventory,
  startView,
  refreshView,
  reportError,
  leave,
}: SessionDependencies): SessionStore {
  let lastOpening = 0;
  /** The newest update of the inventory; one that came while the first view was made is shown after it. */
  let lastUpdate: InventoryUpdate | undefined;
  let comparing = false;
  /** Whether it is still its first reading that goes on. */
  let isFirst = true;

  const store = createStore<SessionState>((set, get) => {
    return {
      session: { phase: 'start' },
      async open(title, source, port) {
        leave();
        lastOpening += 1;
        lastUpdate = undefined;
        comparing = false;
        isFirst = true;
        const opening = lastOpening;
        set({ session: { phase: 'opening', title, progress: undefined, cancelling: false } });
        try {
          const summary = await inventory.open(port);
          if (opening !== lastOpening) return;
          const { session } = get();
          const partial = session.phase === 'opening' && session.cancelling;
          if (summary.resources === 0) {
            const failure = emptyFailure(await inventory.coverage());
            if (opening === lastOpening)
              set({ session: partial ? { phase: 'start' } : { phase: 'failed', title, failure } });
            return;
          }
          const [facets] = await Promise.all([inventory.facets(), startView(source)]);
          if (opening !== lastOpening) return;
          const live = source === 'live' ? ({ stream: 'growing' } as const) : {};
          set({ session: { phase: 'open', title, source, ...live, summary, facets, report: undefined, partial } });
        } catch (error) {
          if (opening !== lastOpening) return;
          set({ session: { phase: 'failed', title, failure: describeError(error) } });
          return;
        }
        await (lastUpdate === undefined ? showReport() : showUpdate(lastUpdate));
      },
      async update(port, compare) {
        const { session } = get();
        if (session.phase !== 'open') return;
        if (compare) comparing = true;
        isFirst = false;
        set({ session: { ...session, stream: 'growing' } });
        await inventory.update(port, compare);
      },
      async forgetChanges() {
        comparing = false;
        await inventory.forgetChanges();
        const { session } = get();
        if (session.phase !== 'open') return;
        const { changes: _forgotten, ...rest } = session;
        set({ session: rest });
        await refreshView(false);
      },
      cancel() {
        const { session } = get();
        if (session.phase === 'opening') set({ session: { ...session, cancelling: true } });
        else if (session.phase !== 'open' || session.stream !== 'growing') return;
        // The answer of `open` tells how it went; a refusal to cancel has nothing to add.
        inventory.cancelOpen().catch(() => undefined);
      },
      close() {
        lastOpening += 1;
        const { session } = get();
        const reading = session.phase === 'opening' || (session.phase === 'open' && session.stream === 'growing');
        if (reading) inventory.cancelOpen().catch(() => undefined);
        leave();
        set({ session: { phase: 'start' } });
      },
    };
  });

  async function showReport(): Promise<void> {
    const opening = lastOpening;
    const report = await inventory.coverage().catch((error: unknown) => {
      // When the worker died the session has ended with the reason.
      if (opening === lastOpening && store.getState().session.phase === 'open') reportError(error);
    });
    if (report === undefined) return;
    const { session } = store.getState();
    // The report of an update is newer than this one.
    if (opening !== lastOpening || session.phase !== 'open' || session.report !== undefined) return;
    store.setState({ session: { ...session, report } });
  }

  async function showUpdate(update: InventoryUpdate): Promise<void> {
    const opening = lastOpening;
    const [facets, report, changes] = await Promise.all([
      inventory.facets(),
      inventory.coverage(),
      comparing ? inventory.changes() : undefined,
    ]);
    if (update !== lastUpdate || opening !== lastOpening) return;
    await refreshView(isFirst);
    const { session } = store.getState();
    if (update !== lastUpdate || session.phase !== 'open') return;
    const { summary, stream } = update;
    store.setState({
      session: { ...session, summary, facets, report, stream, ...(changes === undefined ? {} : { changes }) },
    });
  }

  inventory.onUpdated((update) => {
    lastUpdate = update;
    if (store.getState().session.phase === 'open') showUpdate(update).catch(reportError);
  });
  inventory.onProgress((progress) => {
    const { session } = store.getState();
    if (session.phase === 'opening') store.setState({ session: { ...session, progress } });
  });
  inventory.onLost((error) => {
    const { session } = store.getState();
    if (session.phase !== 'open') return;
    leave();
    store.setState({ session: { phase: 'failed', title: session.title, failure: describeError(error) } });
  });
  return store;
}

/** Words for files that gave no resource: unreadable and empty are different things. */
function emptyFailure(report: CoverageReport): OpeningFailure {
  const unreadable = report.problems.some((problem) => problem.severity === 'error');
  return unreadable
    ? {
        title: 'Nothing could be read',
        message: 'No resource could be read from what was opened. The reasons are below.',
        advice:
          'Correct or export the files again, or open others. The formats this app reads are listed on the start screen.',
        report,
      }
    : {
        title: 'No resources found',
        message: 'What was opened could be read, but holds no resource this app knows.',
        advice: 'Check that the listing is not empty and was made for the right project and location.',
        report,
      };
}
