import { createStore } from 'zustand/vanilla';
import { MainProcessError, type MainProcess } from '../../../../renderer/api/client.ts';
import type { InventoryClient } from '../../../../renderer/inventory/inventory-client.ts';
import type { LaidOutView } from '../../../../renderer/inventory/worker/protocol/packed-view.ts';
import { createNoticeStore } from '../../../../renderer/state/notice-store.ts';
import { createReviewStore, recordOf } from '../../../../renderer/state/review/review-store.ts';
import { createSelectionStore } from '../../../../renderer/state/selection-store.ts';
import type { Session } from '../../../../renderer/state/session-store.ts';
import { createSearchStore } from '../../../../renderer/state/search/search-store.ts';
import { createTableStore } from '../../../../renderer/state/listing/table-store.ts';
import { createTabStore } from '../../../../renderer/state/tabs/tab-store.ts';
import { createTraceStore } from '../../../../renderer/state/trace/trace-store.ts';
import { createViewStore } from '../../../../renderer/state/view/view-store.ts';
import type { Workbench } from '../../../../renderer/state/workbench.ts';
import type { NodeId } from '../../../../shared/graph/graph.ts';
import { openReview } from '../../../../shared/review/open-review.ts';
import { EMPTY_REVIEW, type ReviewRecord } from '../../../../shared/review/review-record.ts';

/** What the worker and the main process of a workbench double know. */
export interface Surroundings {
  /** The review of the inventory's files. */
  readonly files?: ReviewRecord;
  /** What the main process kept. */
  readonly kept?: string;
  readonly elsewhere?: boolean;
  /** Resources that the inventory does not have. */
  readonly gone?: readonly string[];
}

export const KEPT_KEY = '0123456789abcdef0123456789abcdef';

/**
 * A workbench with real stores, of which the worker answers at once and the main process keeps what it is given. It has the parts
 * that views and reviews need; each view is drawn with one node, which says what is hidden in it.
 */
export function workbenchDouble({ files = EMPTY_REVIEW, kept, elsewhere = false, gone = [] }: Surroundings = {}) {
  let ids = 0;
  let changes = 0;
  const saved: { key: string; text: string }[] = [];
  const aside: string[] = [];
  const answers: Awaited<ReturnType<MainProcess['saveReview']>>[] = [];
  const asked: string[] = [];
  const countChange = () => (changes += 1);
  const summary = { files: [], jobs: 1, resources: 2, links: 1, problems: 0, unclaimed: 0 };
  const inventory: Partial<InventoryClient> = {
    view: (spec, positions) => {
      asked.push(spec.hidden.join(' '));
      const drawn: LaidOutView = {
        view: { nodes: [], edges: [], shown: 0, total: spec.hidden.length, left: [] },
        positions: { ...positions, drawn: { x: 0, y: 0 } },
      };
      return Promise.resolve(drawn);
    },
    cancelView: () => Promise.resolve(),
    review: (text) => Promise.resolve(openReview(files, text)),
    missing: (wanted) => Promise.resolve(wanted.filter((id) => gone.includes(id))),
    nodes: (wanted) =>
      Promise.resolve(
        wanted.map((id) => ({ id, kind: 'gcp-ai-platform-custom-job', state: 'present', title: `title of ${id}` })),
      ),
    search: () => Promise.resolve({ hits: [], total: 0, problems: [], undecided: 0 }),
    matches: () => Promise.resolve({ ids: [], total: 0 }),
    extent: () => Promise.resolve({ rings: [], truncated: false }),
    lineage: (of) => Promise.resolve({ nodes: [of], links: [], rings: [], truncated: false }),
  };
  const main: Partial<MainProcess> = {
    loadReview: () =>
      Promise.resolve({
        ok: true,
        value: { key: KEPT_KEY, elsewhere, ...(kept === undefined ? {} : { text: kept }) },
      }),
    saveReview: (request) => {
      saved.push(request);
      return Promise.resolve(answers.shift() ?? { ok: true, value: { kept: true } });
    },
    setReviewAside: ({ key }) => {
      aside.push(key);
      return Promise.resolve({ ok: true, value: undefined });
    },
  };
  const open: Session = {
    phase: 'open',
    title: 'jobs.json',
    source: 'files',
    summary,
    facets: { kinds: [], states: [], projects: [], locations: [] } as unknown as Extract<
      Session,
      { phase: 'open' }
    >['facets'],
    report: undefined,
    partial: false,
  };
  const parts = {
    inventory,
    main,
    session: createStore(() => ({ session: open })),
    view: createViewStore(inventory as InventoryClient, () => ({ width: 800, height: 600 }), countChange),
    selection: createSelectionStore(),
    search: createSearchStore(inventory as InventoryClient),
    table: createTableStore({ getItem: () => null, setItem: () => undefined }),
    trace: createTraceStore(),
    review: createReviewStore({
      author: () => 'Ada',
      now: () => '2026-11-23T10:00:00Z',
      newId: () => `id${(ids += 1)}`,
      countChange,
    }),
    tabs: createTabStore(),
    notices: createNoticeStore(),
    graph: { current: null },
    run: (work: () => unknown) => {
      Promise.resolve(work()).catch((error: unknown) => {
        const title = error instanceof MainProcessError ? error.error.kind : String(error);
        workbench.notices.getState().notify({ tone: 'error', title });
      });
    },
  };
  const workbench = parts as unknown as Workbench;
  return {
    workbench,
    saved,
    aside,
    /** What the main process answers to the next savings, instead of that all is well. */
    answers,
    /** What was hidden in each view that the worker was asked for. */
    asked,
    record: () => recordOf(workbench.review.getState()),
    notices: () => workbench.notices.getState().notices.map(({ title }) => title),
    /** Hides a resource as one step. */
    hide: (id: string) =>
      workbench.view.getState().change(`Hide ${id}`, (spec) => ({ ...spec, hidden: [...spec.hidden, id as NodeId] })),
    hidden: () => workbench.view.getState().history.present.state.spec.hidden,
    tabNames: () => workbench.tabs.getState().tabs.map(({ name }) => name),
  };
}
