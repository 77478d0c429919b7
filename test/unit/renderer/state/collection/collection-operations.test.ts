import { describe, expect, it, vi } from 'vitest';
import { showSought, stopCollection } from '../../../../../renderer/state/collection/collection-operations.ts';
import { createCollectionStore } from '../../../../../renderer/state/collection/collection-store.ts';
import type { Workbench } from '../../../../../renderer/state/workbench.ts';
import { STARTING, type CollectionStatus } from '../../../../../shared/ipc/collection.ts';
import { workbenchDouble } from '../workbench-double.ts';

/** A region was denied when the inventory was collected. */
const PARTIAL: CollectionStatus = { ...STARTING, task: 'collect', phase: 'partial' };
const SEARCHING: CollectionStatus = { ...STARTING, task: 'find', phase: 'running' };

/** A window that has looked for a name in Google Cloud, and got all that it gave: nothing. */
function looking() {
  const { workbench } = workbenchDouble();
  const collection = createCollectionStore();
  const own = { ...workbench, collection };
  collection.getState().set(PARTIAL);
  collection.getState().seek('train-9');
  const titles = () => workbench.notices.getState().notices.map(({ title }) => title);
  return { collection, titles, shown: showSought(own) };
}

describe('what was looked for in Google Cloud', () => {
  it('is judged by how the search ended, however the collection before it did', async () => {
    const { collection, titles, shown } = looking();
    collection.getState().set(SEARCHING);
    await vi.waitFor(() => expect(collection.getState().sought).toBeUndefined());
    expect(titles()).toStrictEqual([]);
    collection.getState().set({ ...SEARCHING, phase: 'complete' });
    await shown;
    expect(titles()).toStrictEqual(['Google Cloud has nothing for “train-9”']);
  });

  it('may exist where not everything could be asked', async () => {
    const { collection, titles, shown } = looking();
    collection.getState().set({ ...SEARCHING, phase: 'partial' });
    await shown;
    expect(titles()).toStrictEqual(['Nothing was found for “train-9”']);
  });

  it('is of no interest any more where the inventory was closed', async () => {
    const { collection, titles, shown } = looking();
    collection.getState().clear();
    await shown;
    expect(titles()).toStrictEqual([]);
  });
});

it('a collection is stopped in the collecting process and in the worker, whichever hears of it first', async () => {
  const { workbench } = workbenchDouble();
  const stopped: string[] = [];
  const session = { getState: () => ({ cancel: () => stopped.push('worker') }) };
  const main = {
    stopCollection: () => {
      stopped.push('collecting process');
      return Promise.resolve({ ok: true, value: undefined });
    },
  };
  await stopCollection({ ...workbench, main, session } as unknown as Workbench);
  expect(stopped.toSorted()).toStrictEqual(['collecting process', 'worker']);
});
