import { createStore, type StoreApi } from 'zustand/vanilla';
import { describeError } from '../errors/describe-error.ts';
import type { InventoryClient } from '../inventory/inventory-client.ts';
import type { CoverageReport, Facets, InventorySummary, OpenProgress } from '../inventory/worker/protocol.ts';

/** Why there is no inventory on the screen although one was asked for. */
export interface OpeningFailure {
  readonly title: string;
  readonly message: string;
  readonly advice: string;
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
      readonly source: 'files' | 'sample';
      readonly summary: InventorySummary;
      readonly facets: Facets;
      readonly report: CoverageReport;
      /** The user stopped the reading: what is shown is a part of the files. */
      readonly partial: boolean;
    }
  | { readonly phase: 'failed'; readonly title: string; readonly failure: OpeningFailure };

export interface SessionState {
  readonly session: Session;
  /** Reads what comes over the port and, when it is a usable inventory, opens it. */
  open(title: string, source: 'files' | 'sample', port: MessagePort): Promise<void>;
  /** Stops reading; what was read so far is opened. */
  cancel(): void;
  close(): void;
}

export type SessionStore = StoreApi<SessionState>;

export interface SessionDependencies {
  readonly inventory: Pick<InventoryClient, 'open' | 'cancelOpen' | 'facets' | 'coverage' | 'onProgress' | 'onLost'>;
  /** Makes the first view; the session opens when it is there. */
  readonly startView: () => Promise<void>;
  /** Called when an inventory goes, before another one comes or the start screen returns. */
  readonly leave: () => void;
}

/** Returns the store of what the window has open. */
export function createSessionStore({ inventory, startView, leave }: SessionDependencies): SessionStore {
  const store = createStore<SessionState>((set, get) => {
    let lastOpening = 0;
    return {
      session: { phase: 'start' },
      async open(title, source, port) {
        leave();
        lastOpening += 1;
        const opening = lastOpening;
        set({ session: { phase: 'opening', title, progress: undefined, cancelling: false } });
        try {
          const summary = await inventory.open(port);
          const [facets, report] = await Promise.all([inventory.facets(), inventory.coverage()]);
          if (opening !== lastOpening) return;
          const { session } = get();
          const partial = session.phase === 'opening' && session.cancelling;
          if (summary.resources === 0) {
            set({ session: partial ? { phase: 'start' } : { phase: 'failed', title, failure: emptyFailure(report) } });
            return;
          }
          await startView();
          if (opening !== lastOpening) return;
          set({ session: { phase: 'open', title, source, summary, facets, report, partial } });
        } catch (error) {
          if (opening !== lastOpening) return;
          set({ session: { phase: 'failed', title, failure: describeError(error) } });
        }
      },
      cancel() {
        const { session } = get();
        if (session.phase !== 'opening') return;
        set({ session: { ...session, cancelling: true } });
        // The answer of `open` tells how it went; a refusal to cancel has nothing to add.
        inventory.cancelOpen().catch(() => undefined);
      },
      close() {
        lastOpening += 1;
        if (get().session.phase === 'opening') inventory.cancelOpen().catch(() => undefined);
        leave();
        set({ session: { phase: 'start' } });
      },
    };
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
