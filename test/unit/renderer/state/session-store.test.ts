import { describe, expect, it, vi } from 'vitest';
import { InventoryError } from '../../../../renderer/inventory/inventory-client.ts';
import type { Facets } from '../../../../renderer/inventory/worker/protocol/facets-protocol.ts';
import type {
  CoverageReport,
  InventorySummary,
  InventoryUpdate,
  OpenProgress,
} from '../../../../renderer/inventory/worker/protocol/protocol.ts';
import { createSessionStore, type SessionDependencies } from '../../../../renderer/state/session-store.ts';

const facets: Facets = {
  kinds: [],
  states: [],
  projects: [],
  locations: [],
  conditions: [],
  marks: [],
  relations: [],
  confidences: [],
  flows: [],
};
const emptyReport: CoverageReport = {
  coverage: [],
  problems: [],
  unclaimed: [],
  redactions: [],
  skipped: [],
  referenced: [],
  unresolved: [],
};
const summary: InventorySummary = {
  files: ['jobs.json'],
  jobs: 2,
  resources: 9,
  links: 12,
  problems: 0,
  unclaimed: 0,
};

/** A worker that answers `open` when the test says so, and what it was asked besides. */
function setUp(report: CoverageReport = emptyReport): {
  store: ReturnType<typeof createSessionStore>;
  answer: (summary: InventorySummary) => void;
  fail: (error: Error) => void;
  progress: (progress: OpenProgress) => void;
  update: (update: InventoryUpdate) => void;
  lose: (error: InventoryError) => void;
  calls: string[];
} {
  const calls: string[] = [];
  // Promise.withResolvers does not exist in the oldest Node the tests run on.
  let answer: (summary: InventorySummary) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const opening = new Promise<InventorySummary>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  const progress: ((progress: OpenProgress) => void)[] = [];
  const updated: ((update: InventoryUpdate) => void)[] = [];
  const lost: ((error: InventoryError) => void)[] = [];
  const inventory: SessionDependencies['inventory'] = {
    open: () => opening,
    update: () => opening,
    cancelOpen: () => {
      calls.push('cancelOpen');
      return Promise.resolve();
    },
    facets: () => Promise.resolve(facets),
    coverage: () => Promise.resolve(report),
    changes: () => Promise.resolve({ added: [], changed: [], removed: [] }),
    forgetChanges: () => Promise.resolve(),
    onProgress: (listener) => {
      progress.push(listener);
      return () => undefined;
    },
    onUpdated: (listener) => {
      updated.push(listener);
      return () => undefined;
    },
    onLost: (listener) => {
      lost.push(listener);
      return () => undefined;
    },
  };
  const store = createSessionStore({
    inventory,
    startView: () => {
      calls.push('startView');
      return Promise.resolve();
    },
    refreshView: () => {
      calls.push('refreshView');
      return Promise.resolve();
    },
    reportError: (error) => calls.push(`error ${String(error)}`),
    leave: () => calls.push('leave'),
  });
  return {
    store,
    answer,
    fail,
    progress: (value) => progress.forEach((listener) => listener(value)),
    update: (value) => updated.forEach((listener) => listener(value)),
    lose: (error) => lost.forEach((listener) => listener(error)),
    calls,
  };
}

const port = new MessageChannel().port1;

describe('a session with an inventory that is being collected', () => {
  it('shows each update, and how the collection ended', async () => {
    const { store, answer, update, calls } = setUp();
    const opened = store.getState().open('northwind', 'live', port);
    answer(summary);
    await opened;
    expect(store.getState().session).toMatchObject({ phase: 'open', stream: 'growing', summary: { jobs: 2 } });
    update({ summary: { ...summary, jobs: 7 }, stream: 'complete' });
    await vi.waitFor(() =>
      expect(store.getState().session).toStrictEqual({
        phase: 'open',
        title: 'northwind',
        source: 'live',
        stream: 'complete',
        summary: { ...summary, jobs: 7 },
        facets,
        report: emptyReport,
        partial: false,
      }),
    );
    expect(calls).toStrictEqual(['leave', 'startView', 'refreshView']);
  });

  it('shows an update that came while the first view was being made', async () => {
    const { store, answer, update } = setUp();
    const opened = store.getState().open('northwind', 'live', port);
    update({ summary: { ...summary, jobs: 7 }, stream: 'complete' });
    answer(summary);
    await opened;
    expect(store.getState().session).toMatchObject({ stream: 'complete', summary: { jobs: 7 } });
  });

  it('asks the collection to stop when the user cancels or closes it', async () => {
    const { store, answer, calls } = setUp();
    const opened = store.getState().open('northwind', 'live', port);
    answer(summary);
    await opened;
    store.getState().cancel();
    store.getState().close();
    expect(calls).toStrictEqual(['leave', 'startView', 'cancelOpen', 'cancelOpen', 'leave']);
  });
});

describe('session store', () => {
  it('opens an inventory when its first view is made', async () => {
    const { store, answer, calls } = setUp();
    const opened = store.getState().open('jobs.json', 'files', port);
    answer(summary);
    await opened;
    expect(calls).toStrictEqual(['leave', 'startView']);
    expect(store.getState().session).toStrictEqual({
      phase: 'open',
      title: 'jobs.json',
      source: 'files',
      summary,
      facets,
      report: emptyReport,
      partial: false,
    });
  });

  it('opens without waiting for the report, which follows', async () => {
    const { store, answer } = setUp();
    const reports: unknown[] = [];
    store.subscribe(({ session }) => {
      if (session.phase === 'open') reports.push(session.report);
    });
    const opened = store.getState().open('jobs.json', 'files', port);
    answer(summary);
    await opened;
    expect(reports).toStrictEqual([undefined, emptyReport]);
  });

  it('shows the progress of opening', async () => {
    const { store, progress, answer } = setUp();
    const opened = store.getState().open('jobs.json', 'files', port);
    const reading: OpenProgress = { phase: 'reading', file: 'jobs.json', bytesRead: 5, bytesTotal: 10, documents: 1 };
    progress(reading);
    expect(store.getState().session).toStrictEqual({
      phase: 'opening',
      title: 'jobs.json',
      progress: reading,
      cancelling: false,
    });
    answer(summary);
    await opened;
  });

  it('keeps what was read when the user cancels, and says that it is a part', async () => {
    const { store, answer, calls } = setUp();
    const opened = store.getState().open('jobs.json', 'files', port);
    store.getState().cancel();
    answer(summary);
    await opened;
    expect(calls).toStrictEqual(['leave', 'cancelOpen', 'startView']);
    expect(store.getState().session).toMatchObject({ phase: 'open', partial: true });
  });

  it('goes back to the start when nothing was read before the user cancelled', async () => {
    const { store, answer } = setUp();
    const opened = store.getState().open('jobs.json', 'files', port);
    store.getState().cancel();
    answer({ ...summary, resources: 0 });
    await opened;
    expect(store.getState().session).toStrictEqual({ phase: 'start' });
  });

  it('tells files that cannot be read from files that hold nothing', async () => {
    const unreadable: CoverageReport = {
      ...emptyReport,
      problems: [{ code: 'syntax', severity: 'error', file: 'jobs.json', line: 3, reason: 'A bracket is missing.' }],
    };
    const bad = setUp(unreadable);
    const empty = setUp();
    const opened = [bad, empty].map(({ store }) => store.getState().open('jobs.json', 'files', port));
    bad.answer({ ...summary, resources: 0, problems: 1 });
    empty.answer({ ...summary, resources: 0 });
    await Promise.all(opened);
    expect([bad, empty].map(({ store }) => store.getState().session)).toMatchObject([
      { phase: 'failed', failure: { title: 'Nothing could be read', report: unreadable } },
      { phase: 'failed', failure: { title: 'No resources found', report: emptyReport } },
    ]);
  });

  it('says why reading broke down', async () => {
    const { store, fail } = setUp();
    const opened = store.getState().open('jobs.json', 'files', port);
    fail(new InventoryError('lost', 'The worker ran out of memory.'));
    await opened;
    expect(store.getState().session).toStrictEqual({
      phase: 'failed',
      title: 'jobs.json',
      failure: {
        title: 'The inventory was lost',
        message: 'The worker ran out of memory.',
        advice: 'Open the files again. If they are very large, open a part of them.',
      },
    });
  });

  it('ignores the answer to an opening that was closed', async () => {
    const { store, answer } = setUp();
    const opened = store.getState().open('jobs.json', 'files', port);
    store.getState().close();
    answer(summary);
    await opened;
    expect(store.getState().session).toStrictEqual({ phase: 'start' });
  });

  it('says so when the inventory is lost later', async () => {
    const { store, answer, lose } = setUp();
    const opened = store.getState().open('jobs.json', 'files', port);
    answer(summary);
    await opened;
    lose(new InventoryError('lost', 'The worker stopped.'));
    expect(store.getState().session).toMatchObject({ phase: 'failed', failure: { message: 'The worker stopped.' } });
  });
});
