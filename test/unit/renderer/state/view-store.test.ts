import { describe, expect, it } from 'vitest';
import type { CanvasSize } from '../../../../renderer/graph/layouts/worker/columns.ts';
import { InventoryError } from '../../../../renderer/inventory/inventory-client.ts';
import type { LaidOutView } from '../../../../renderer/inventory/worker/protocol.ts';
import { undoName } from '../../../../renderer/state/history.ts';
import { createViewStore, type Positions } from '../../../../renderer/state/view-store.ts';
import type { NodeId } from '../../../../shared/graph/graph.ts';
import { INITIAL_VIEW, type ViewSpec } from '../../../../shared/graph/view.ts';

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
} {
  const calls: ReturnType<typeof setUp>['calls'] = [];
  const store = createViewStore(
    {
      view: (spec, previous, canvas) =>
        new Promise((resolve, reject) => {
          calls.push({ spec, previous, canvas, resolve, reject });
        }),
    },
    () => ({ width: 1040, height: 690 }),
  );
  return { store, calls };
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

  it('undoes a change by making the view before it', async () => {
    const { store, calls } = setUp();
    const started = store.getState().start();
    calls[0]?.resolve(laidOut({}));
    await started;
    const changed = store.getState().change('Hide 1 resource', (spec) => ({ ...spec, hidden: [bucket] }));
    calls[1]?.resolve(laidOut({}));
    await changed;
    expect(undoName(store.getState().history)).toBe('Hide 1 resource');
    const undone = store.getState().undo();
    calls[2]?.resolve(laidOut({}));
    expect([await undone, calls[2]?.spec]).toStrictEqual([true, INITIAL_VIEW]);
    expect(undoName(store.getState().history)).toBeUndefined();
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
});
