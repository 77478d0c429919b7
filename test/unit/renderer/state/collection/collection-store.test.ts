import { describe, expect, it } from 'vitest';
import { createCollectionStore } from '../../../../../renderer/state/collection/collection-store.ts';
import { STARTING, type CollectionStatus } from '../../../../../shared/ipc/collection.ts';

type Told = readonly [phase: CollectionStatus['phase'], documents: number];

/** Whether the store says after each status that the login was refused again. */
function refusals(...told: readonly Told[]): readonly boolean[] {
  const store = createCollectionStore();
  return told.map(([phase, documents]) => {
    store.getState().set({ ...STARTING, phase, documents });
    return store.getState().refusedAgain;
  });
}

describe('a collection that waits for a login', () => {
  it('is said to be refused again where it was gone on with and read nothing', () => {
    expect(
      refusals(['running', 7], ['paused', 7], ['paused', 7], ['running', 7], ['paused', 7], ['paused', 7]),
    ).toStrictEqual([false, false, false, false, true, true]);
  });

  it('is not said to be refused again where something was read since, or by another reading', () => {
    expect(refusals(['paused', 7], ['running', 9], ['paused', 9])).toStrictEqual([false, false, false]);
    expect(refusals(['paused', 0], ['running', 0], ['partial', 0], ['starting', 0], ['paused', 0]).at(-1)).toBe(false);
  });
});
