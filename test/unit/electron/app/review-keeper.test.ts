import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import type { OpenRequest } from '../../../../electron/app/inventory-windows.ts';
import { createInterrupted, type Opened } from '../../../../electron/app/interrupted.ts';
import { createReviewKeeper, estateOf, estateOfJournal, identityOf } from '../../../../electron/app/review-keeper.ts';

const JOBS: OpenRequest = {
  source: 'files',
  title: 'jobs.json and 1 more',
  paths: ['/data/jobs.json', '/data/keys.json'],
};
const SAMPLE: OpenRequest = { source: 'sample', title: 'Sample estate', paths: ['/app/sample'] };

/** Windows that show what the test says, and reviews in memory. */
function setUp(shown: Map<WebContents, OpenRequest>) {
  const texts = new Map<string, string>();
  const keeper = createReviewKeeper({
    reviews: {
      read: (key) => Promise.resolve(texts.get(key)),
      write: (key, text) => Promise.resolve(void texts.set(key, text)),
      setAside: (key) => Promise.resolve(void texts.delete(key)),
    },
    find: (contents) => (shown.has(contents) ? { request: shown.get(contents) } : undefined),
  });
  return { keeper, texts };
}

function windowDouble(): WebContents & { gone: boolean } {
  const contents = { gone: false, isDestroyed: () => contents.gone };
  return contents as unknown as WebContents & { gone: boolean };
}

describe('what makes an inventory the same one', () => {
  it('is the set of its files in any order, or what was collected', () => {
    expect(identityOf(JOBS)).toStrictEqual(identityOf({ ...JOBS, title: 'x', paths: JOBS.paths.toReversed() }));
    expect(identityOf(JOBS)).not.toStrictEqual(identityOf({ ...JOBS, paths: ['/data/jobs.json'] }));
    expect(identityOf(SAMPLE)).toStrictEqual(['sample']);
    const live: OpenRequest = {
      source: 'live',
      title: 'b and 1 more',
      collection: '1',
      estate: estateOf(['b', 'a'], undefined),
    };
    const journal: OpenRequest = { ...JOBS, estate: estateOfJournal('b, a') };
    expect(identityOf(live)).toStrictEqual(identityOf(journal));
    expect(identityOf({ ...live, estate: estateOf([], 'folders/7') })).toStrictEqual(['collected', 'folders/7']);
  });
});

describe('the keeper of reviews', () => {
  it('gives back what was kept for the same files', async () => {
    const [first, second] = [windowDouble(), windowDouble()];
    const shown = new Map<WebContents, OpenRequest>([[first, JOBS]]);
    const { keeper } = setUp(shown);
    const loaded = await keeper.load(first);
    expect(loaded).toStrictEqual({ key: expect.stringMatching(/^[0-9a-f]{32}$/), elsewhere: false });
    expect(await keeper.save(first, loaded?.key ?? '', 'kept')).toBe(true);
    first.gone = true;
    shown.set(second, JOBS);
    expect(await keeper.load(second)).toStrictEqual({ key: loaded?.key, text: 'kept', elsewhere: false });
  });

  it('lets only the first of two windows keep the work on one inventory, until it shows another', async () => {
    const [first, second] = [windowDouble(), windowDouble()];
    const shown = new Map<WebContents, OpenRequest>([
      [first, JOBS],
      [second, JOBS],
    ]);
    const { keeper, texts } = setUp(shown);
    const key = (await keeper.load(first))?.key ?? '';
    expect(await keeper.load(second)).toStrictEqual({ key, elsewhere: true });
    expect(await keeper.save(second, key, 'from the second')).toBe(false);
    expect(await keeper.setAside(second, key)).toBe(false);
    shown.set(first, SAMPLE);
    // Work that is told late still belongs to the inventory that was open.
    expect(await keeper.save(first, key, 'last words')).toBe(true);
    await keeper.load(first);
    expect(await keeper.save(first, key, 'too late')).toBe(false);
    expect(texts.get(key)).toBe('last words');
    expect(await keeper.load(second)).toStrictEqual({ key, text: 'last words', elsewhere: false });
  });

  it('has nothing for a window that opens nothing', async () => {
    expect(await setUp(new Map()).keeper.load(windowDouble())).toBeUndefined();
  });
});

describe('inventories that were open when the app was cut off', () => {
  function storeOf(initial: Opened[]) {
    const written: Opened[][] = [];
    return { written, get: () => initial, set: (value: Opened[]) => Promise.resolve(void written.push(value)) };
  }
  const cutOff: Opened = { source: 'files', title: 'jobs.json', paths: ['/data/jobs.json'] };

  it('are offered once', () => {
    const interrupted = createInterrupted(storeOf([cutOff]));
    const [entry] = interrupted.list();
    expect(entry).toStrictEqual({ id: expect.any(String), title: 'jobs.json', location: '/data' });
    expect(interrupted.take('another')).toBeUndefined();
    expect(interrupted.take(entry?.id ?? '')).toStrictEqual(cutOff);
    expect(interrupted.list()).toStrictEqual([]);
  });

  it('are what was noted last; collections are kept elsewhere', async () => {
    const store = storeOf([]);
    const interrupted = createInterrupted(store);
    await interrupted.note([JOBS, { source: 'live', title: 'p', collection: '1' }]);
    await interrupted.note([JOBS]);
    await interrupted.note([]);
    expect(store.written).toStrictEqual([[JOBS], []]);
  });

  it('are not offered any more once they were opened again, whichever way', async () => {
    const interrupted = createInterrupted(storeOf([cutOff]));
    await interrupted.note([{ ...cutOff }]);
    expect(interrupted.list()).toStrictEqual([]);
  });
});
