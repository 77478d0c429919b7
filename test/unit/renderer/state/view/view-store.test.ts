import { describe, expect, it } from 'vitest';
import type { CanvasSize } from '../../../../../renderer/graph/layouts/worker/columns.ts';
import { InventoryError } from '../../../../../renderer/inventory/inventory-client.ts';
import type { NeighbourQuestion } from '../../../../../renderer/inventory/worker/protocol/details-protocol.ts';
import type { LaidOutView } from '../../../../../renderer/inventory/worker/protocol/packed-view.ts';
import type { Expanded } from '../../../../../renderer/inventory/worker/protocol/protocol.ts';
import { startHistory, undoName } from '../../../../../renderer/state/view/history.ts';
import { createViewStore, type Positions } from '../../../../../renderer/state/view/view-store.ts';
import type { NodeId } from '../../../../../shared/graph/graph.ts';
import { INITIAL_VIEW, type ViewSpec } from '../../../../../shared/graph/view.ts';

const bucket = '//storage.googleapis.com/models' as NodeId;

function laidOut(positions: Positions): LaidOutView {
  return { view: { nodes: [], edges: [], shown: 0, total: 0, left: [] }, positions };
}

/** A worker that answers each call when the test says so. */
function setUp(): {
  store: ReturnType<typeof createViewStore>;
  calls: {
    spec: ViewSpec;
    previous: Positions;
    canvas: CanvasSize | undefined;
    resolve: (view: LaidOutView) => void;
    reject: (error: Error) => void;
  }[];
  /** What was asked for to be expanded. */
  expansions: {
    question: NeighbourQuestion;
    spec: ViewSpec;
    resolve: (expanded: Expanded<LaidOutView>) => void;
    reject: (error: Error) => void;
  }[];
  /** How often the worker was asked to stop. */
  cancelled: { count: number };
} {
  const calls: ReturnType<typeof setUp>['calls'] = [];
  const expansions: ReturnType<typeof setUp>['expansions'] = [];
  const cancelled = { count: 0 };
  const store = createViewStore(
    {
      view: (spec, previous, canvas) =>
        new Promise((resolve, reject) => {
          calls.push({ spec, previous, canvas, resolve, reject });
        }),
      expand: (question, spec) =>
        new Promise((resolve, reject) => {
          expansions.push({ question, spec, resolve, reject });
        }),
      cancelView: () => {
        cancelled.count += 1;
        return Promise.resolve();
      },
    },
    () => ({ width: 1040, height: 690 }),
  );
  return { store, calls, expansions, cancelled };
}

describe('view store', () => {
  it('shows the first view and remembers its positions without a step to undo', async () => {
    const { store, calls } = setUp();
    const started = store.getState().start();
    calls[0]?.resolve(laidOut({ a: { x: 1, y: 2 } }));
    await started;
    expect(store.getState().laidOut).toStrictEqual(laidOut({ a: { x: 1, y: 2 } }));
    expect(store.getState().history).toStrictEqual({
      past: [],
      present: { name: 'Open', state: { spec: INITIAL_VIEW, positions: { a: { x: 1, y: 2 } } } },
      future: [],
    });
  });

  it('keeps pinned nodes where they are when all is laid out anew', async () => {
    const { store, calls } = setUp();
    const started = store.getState().start();
    calls[0]?.resolve(laidOut({ a: { x: 1, y: 2 }, b: { x: 3, y: 4 } }));
    await started;
    const arranged = store.getState().rearrange('Pin and arrange', (spec) => ({ ...spec, pinned: ['b', 'gone'] }));
    expect(calls[1]?.previous).toStrictEqual({ b: { x: 3, y: 4 } });
    calls[1]?.resolve(laidOut({ a: { x: 9, y: 9 }, b: { x: 3, y: 4 } }));
    await arranged;
  });

  it('expands as one step, and makes none of it when nothing came in', async () => {
    const { store, calls, expansions } = setUp();
    const started = store.getState().start();
    calls[0]?.resolve(laidOut({ a: { x: 1, y: 2 } }));
    await started;
    const question = { id: bucket, relation: 'WRITES_TO', direction: 'incoming', limit: 50 } as const;
    const expanded = store.getState().expand('Expand written by', question);
    expect(store.getState().pending).toBe(true);
    expect(expansions[0]).toMatchObject({ question, spec: INITIAL_VIEW });
    const both = laidOut({ a: { x: 1, y: 2 }, b: { x: 3, y: 4 } });
    expansions[0]?.resolve({ ids: [bucket], rest: 7, shown: both });
    expect(await expanded).toStrictEqual({ ids: [bucket], rest: 7 });
    expect(store.getState()).toMatchObject({ laidOut: both, pending: false });
    const { history } = store.getState();
    expect([undoName(history), history.present.state]).toStrictEqual([
      'Expand written by',
      { spec: { ...INITIAL_VIEW, added: [bucket] }, positions: both.positions },
    ]);
    const again = store.getState().expand('Expand written by', question);
    expansions[1]?.resolve({ ids: [], rest: 0, shown: both });
    expect(await again).toStrictEqual({ ids: [], rest: 0 });
    expect(store.getState().history).toStrictEqual(history);
    expect(calls).toHaveLength(1);
  });

  it('gives an expansion up for a newer change, and takes it back where it fails', async () => {
    const { store, calls, expansions } = setUp();
    const started = store.getState().start();
    calls[0]?.resolve(laidOut({}));
    await started;
    const question = { id: bucket, relation: 'WRITES_TO', direction: 'incoming', limit: 50 } as const;
    const replaced = store.getState().expand('Expand written by', question);
    const hidden = store.getState().change('Hide 1 resource', (spec) => ({ ...spec, hidden: [bucket] }));
    expansions[0]?.reject(new InventoryError('superseded', ''));
    calls[1]?.resolve(laidOut({}));
    expect([await replaced, await hidden]).toStrictEqual([undefined, true]);
    const { history } = store.getState();
    const failed = store.getState().expand('Expand written by', question);
    expansions[1]?.reject(new InventoryError('failed', 'No inventory is open.'));
    await expect(failed).rejects.toThrow('No inventory is open.');
    expect(store.getState()).toMatchObject({ history, pending: false });
  });

  it('goes back to what is on the screen when what was asked for is cancelled, however much it was', async () => {
    const { store, calls, cancelled } = setUp();
    const started = store.getState().start();
    calls[0]?.resolve(laidOut({ a: { x: 1, y: 2 } }));
    await started;
    const { history } = store.getState();
    const first = store.getState().rearrange('Arrange by force', (spec) => ({ ...spec, layout: 'organic' }));
    const second = store.getState().change('Hide 1 resource', (spec) => ({ ...spec, hidden: [bucket] }));
    store.getState().cancel();
    expect(store.getState()).toMatchObject({ history, pending: false });
    expect(cancelled.count).toBe(1);
    calls[1]?.reject(new InventoryError('superseded', ''));
    calls[2]?.resolve(laidOut({ a: { x: 5, y: 5 } }));
    expect(await Promise.all([first, second])).toStrictEqual([false, false]);
    expect(store.getState().laidOut).toStrictEqual(laidOut({ a: { x: 1, y: 2 } }));
    store.getState().cancel();
    expect(cancelled.count).toBe(1);
  });

  it('passes positions on, so that nothing the user has seen moves', async () => {
    const { store, calls } = setUp();
    const started = store.getState().start();
    calls[0]?.resolve(laidOut({ a: { x: 1, y: 2 }, b: { x: 3, y: 4 } }));
    await started;
    const changed = store.getState().change('Hide 1 resource', (spec) => ({ ...spec, hidden: [bucket] }));
    expect(calls[1]).toMatchObject({
      spec: { ...INITIAL_VIEW, hidden: [bucket] },
      canvas: { width: 1040, height: 690 },
      previous: { a: { x: 1, y: 2 }, b: { x: 3, y: 4 } },
    });
    calls[1]?.resolve(laidOut({ a: { x: 1, y: 2 } }));
    expect(await changed).toBe(true);
    expect(store.getState().history.present.state.positions).toStrictEqual({ a: { x: 1, y: 2 }, b: { x: 3, y: 4 } });
  });

  it('undoes a change by the view before it, which it still knows', async () => {
    const { store, calls } = setUp();
    const first = laidOut({});
    const started = store.getState().start();
    calls[0]?.resolve(first);
    await started;
    const changed = store.getState().change('Hide 1 resource', (spec) => ({ ...spec, hidden: [bucket] }));
    calls[1]?.resolve(laidOut({}));
    await changed;
    expect(undoName(store.getState().history)).toBe('Hide 1 resource');
    expect([await store.getState().undo(), calls.length, store.getState().laidOut === first]).toStrictEqual([
      true,
      2,
      true,
    ]);
    expect(undoName(store.getState().history)).toBeUndefined();
  });

  it('undoes a change by making the view before it anew when the inventory has changed', async () => {
    const { store, calls } = setUp();
    const started = store.getState().start();
    calls[0]?.resolve(laidOut({}));
    await started;
    const changed = store.getState().change('Hide 1 resource', (spec) => ({ ...spec, hidden: [bucket] }));
    calls[1]?.resolve(laidOut({}));
    await changed;
    const refreshed = store.getState().refresh();
    calls[2]?.resolve(laidOut({}));
    await refreshed;
    const undone = store.getState().undo();
    calls[3]?.resolve(laidOut({}));
    expect([await undone, calls[3]?.spec]).toStrictEqual([true, INITIAL_VIEW]);
  });

  it('hides nodes before the worker has answered, and shows them again when it fails', async () => {
    const { store, calls } = setUp();
    const node = { id: bucket, kind: 'gcp-storage-bucket', state: 'present', title: 'models', subtitle: '' } as const;
    const first: LaidOutView = {
      view: { nodes: [{ ...node, hiddenLinks: 0, attention: 0 }], edges: [], shown: 1, total: 1, left: [] },
      positions: { [bucket]: { x: 1, y: 2 } },
    };
    const started = store.getState().start();
    calls[0]?.resolve(first);
    await started;
    const hidden = store.getState().change('Hide 1 resource', (spec) => ({ ...spec, hidden: [bucket] }));
    expect([store.getState().laidOut, store.getState().pending]).toStrictEqual([
      { view: { nodes: [], edges: [], shown: 0, total: 1, left: [{ reason: 'hidden', count: 1 }] }, positions: {} },
      true,
    ]);
    calls[1]?.reject(new InventoryError('failed', 'no memory'));
    await expect(hidden).rejects.toThrow('no memory');
    expect(store.getState().laidOut).toBe(first);
  });

  it('shows what a filter leaves before the worker has answered, then what it answers, and all again without asking', async () => {
    const { store, calls } = setUp();
    const node = { kind: 'gcp-storage-bucket', state: 'present', title: 'x', subtitle: '', attention: 0 } as const;
    const nodes = [
      { ...node, id: bucket, hiddenLinks: 0 },
      { ...node, id: '//job', kind: 'gcp-ai-platform-custom-job', hiddenLinks: 0 } as const,
    ];
    const first: LaidOutView = {
      view: { nodes, edges: [], shown: 2, total: 2, left: [] },
      positions: { [bucket]: { x: 1, y: 2 }, '//job': { x: 3, y: 4 } },
    };
    const started = store.getState().start();
    calls[0]?.resolve(first);
    await started;
    const kindsOff = (kinds: ViewSpec['exclude']['kinds']) =>
      store.getState().change('Filter', (spec) => ({ ...spec, exclude: { ...spec.exclude, kinds } }));
    const drawn = (): unknown => store.getState().laidOut?.view.nodes.map(({ id, hiddenLinks }) => [id, hiddenLinks]);
    const filtered = kindsOff(['gcp-storage-bucket']);
    expect([drawn(), store.getState().pending]).toStrictEqual([[['//job', 0]], true]);
    const answer = nodes.slice(1).map((each) => ({ ...each, hiddenLinks: 1 }));
    calls[1]?.resolve({ ...first, view: { ...first.view, nodes: answer, shown: 1 } });
    await filtered;
    expect(drawn()).toStrictEqual([['//job', 1]]);
    await kindsOff([]);
    expect([calls.length, store.getState().laidOut]).toStrictEqual([2, first]);
  });

  it('lets a newer change replace one that is still under way', async () => {
    const { store, calls } = setUp();
    const first = store.getState().change('First', (spec) => ({ ...spec, limit: 10 }));
    const second = store.getState().change('Second', (spec) => ({ ...spec, hidden: [bucket] }));
    calls[0]?.reject(new InventoryError('superseded', 'a newer view was asked for'));
    calls[1]?.resolve(laidOut({ b: { x: 0, y: 0 } }));
    expect([await first, await second]).toStrictEqual([false, true]);
    expect(calls[1]?.spec).toStrictEqual({ ...INITIAL_VIEW, limit: 10, hidden: [bucket] });
    expect(store.getState().laidOut).toStrictEqual(laidOut({ b: { x: 0, y: 0 } }));
  });

  it('takes a change back that failed', async () => {
    const { store, calls } = setUp();
    const before = store.getState().history;
    const changed = store.getState().change('Unfold', (spec) => ({ ...spec, unfolded: ['group:a'] }));
    calls[0]?.reject(new InventoryError('failed', 'out of memory'));
    await expect(changed).rejects.toStrictEqual(new InventoryError('failed', 'out of memory'));
    expect(store.getState().history).toBe(before);
    expect(store.getState().pending).toBe(false);
  });

  it('notes moved nodes as a step without asking for a new layout', async () => {
    const { store, calls } = setUp();
    const started = store.getState().start();
    calls[0]?.resolve(laidOut({ a: { x: 1, y: 2 } }));
    await started;
    store.getState().move('Move', { a: { x: 50, y: 60 } });
    expect(calls).toHaveLength(1);
    expect(store.getState().laidOut?.positions).toStrictEqual({ a: { x: 50, y: 60 } });
    expect(undoName(store.getState().history)).toBe('Move');
  });

  it('keeps what is hidden, filtered and where the user put it when the inventory is read again', async () => {
    const { store, calls } = setUp();
    const started = store.getState().start();
    calls[0]?.resolve(laidOut({ a: { x: 1, y: 2 } }));
    await started;
    const spec = { ...INITIAL_VIEW, hidden: [bucket], limit: 10 };
    const hidden = store.getState().change('Hide 1 resource', () => spec);
    calls[1]?.resolve(laidOut({ a: { x: 1, y: 2 } }));
    await hidden;
    store.getState().move('Move', { a: { x: 50, y: 60 } });
    const refreshed = store.getState().refresh();
    expect(calls[2]).toMatchObject({ spec, previous: { a: { x: 50, y: 60 } } });
    calls[2]?.resolve(laidOut({ a: { x: 50, y: 60 }, b: { x: 9, y: 9 } }));
    await refreshed;
    expect(store.getState().history.present.state.positions).toStrictEqual({ a: { x: 50, y: 60 }, b: { x: 9, y: 9 } });
    expect(undoName(store.getState().history)).toBe('Move');
  });

  it('rearranges from no positions', async () => {
    const { store, calls } = setUp();
    const started = store.getState().start();
    calls[0]?.resolve(laidOut({ a: { x: 1, y: 2 } }));
    await started;
    const arranged = store.getState().rearrange('Arrange by force', (spec) => ({ ...spec, layout: 'organic' }));
    expect(calls[1]).toMatchObject({ spec: { ...INITIAL_VIEW, layout: 'organic' }, previous: {} });
    calls[1]?.resolve(laidOut({}));
    await arranged;
  });

  it('keeps the history of the view it was given, though making that view is given up', async () => {
    const { store, calls } = setUp();
    const started = store.getState().start();
    calls[0]?.resolve(laidOut({ a: { x: 1, y: 2 } }));
    await started;
    const other = startHistory({ spec: { ...INITIAL_VIEW, hidden: [bucket] }, positions: {} });
    const adopted = store.getState().adopt(other);
    store.getState().cancel();
    calls[1]?.resolve(laidOut({}));
    expect([await adopted, store.getState().history, store.getState().pending]).toStrictEqual([false, other, false]);
  });

  it('shows the drawing that comes with a history at once', async () => {
    const { store, calls } = setUp();
    const other = startHistory({ spec: INITIAL_VIEW, positions: {} });
    const drawn = laidOut({ b: { x: 3, y: 4 } });
    expect(await store.getState().adopt(other, drawn)).toBe(true);
    expect([store.getState().laidOut, calls]).toStrictEqual([drawn, []]);
  });
});
