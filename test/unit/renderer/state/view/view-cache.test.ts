import { describe, expect, it } from 'vitest';
import type { LaidOutView } from '../../../../../renderer/inventory/worker/protocol/packed-view.ts';
import { createViewCache } from '../../../../../renderer/state/view/view-cache.ts';
import { INITIAL_VIEW } from '../../../../../shared/graph/view.ts';

const PLACES = { a: { x: 1, y: 2 } };
const SHOWN: LaidOutView = {
  view: {
    nodes: [
      {
        id: 'a',
        kind: 'gcp-storage-bucket',
        state: 'present',
        title: 'a',
        subtitle: '',
        hiddenLinks: 0,
        attention: 0,
      },
    ],
    edges: [],
    shown: 1,
    total: 1,
    left: [],
  },
  positions: PLACES,
};

describe('the views shown lately', () => {
  it('come back for the same specification and places only', () => {
    const cache = createViewCache();
    cache.keep(INITIAL_VIEW, SHOWN);
    expect([
      cache.recall(INITIAL_VIEW, { ...PLACES, gone: { x: 0, y: 0 } }),
      cache.recall(INITIAL_VIEW, { a: { x: 1, y: 3 } }),
      cache.recall(INITIAL_VIEW, {}),
      cache.recall({ ...INITIAL_VIEW, hidden: [] }, PLACES),
    ]).toStrictEqual([SHOWN, undefined, undefined, undefined]);
  });

  it('come back when a filter was switched off and on again', () => {
    const cache = createViewCache();
    cache.keep(INITIAL_VIEW, SHOWN);
    const { exclude } = INITIAL_VIEW;
    expect([
      cache.recall({ ...INITIAL_VIEW, exclude: { ...exclude, kinds: [], conditions: [] } }, PLACES),
      cache.recall({ ...INITIAL_VIEW, exclude: { ...exclude, kinds: ['gcp-storage-bucket'] } }, PLACES),
      cache.recall({ ...INITIAL_VIEW, access: true }, PLACES),
    ]).toStrictEqual([SHOWN, undefined, undefined]);
  });

  it('are the last six, and none after the inventory changed', () => {
    const cache = createViewCache();
    const specs = Array.from({ length: 7 }, (_, limit) => ({ ...INITIAL_VIEW, limit }));
    for (const spec of specs) cache.keep(spec, SHOWN);
    expect(specs.map((spec) => cache.recall(spec, PLACES) !== undefined)).toStrictEqual([
      false,
      ...specs.slice(1).map(() => true),
    ]);
    cache.forget();
    expect(cache.recall(specs[6] ?? INITIAL_VIEW, PLACES)).toBeUndefined();
  });
});
