import type { MessagePortMain, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { createCollections, titleOf } from '../../../../electron/app/collections.ts';
import type { OpenRequest } from '../../../../electron/app/inventory-windows.ts';
import { STARTING } from '../../../../shared/ipc/collection.ts';

const ADC = { source: 'adc' } as const;
const REQUEST = { projects: ['northwind'], depth: 2, assets: 'auto', transport: 'auto' } as const;
const PAGE = { id: 1 } as unknown as WebContents;

function setUp() {
  const events: unknown[] = [];
  const collections = createCollections({
    host: {
      task: (id, task, _port, resend) => events.push({ id, task: task.type, resend }),
      tell: (message) => events.push(message),
    },
    connect: (_contents, message) => {
      events.push(message);
      return {} as MessagePortMain;
    },
    show: (_contents, { phase }) => events.push(phase),
    newId: () => 'one',
  });
  return { collections, events };
}

function live(request: OpenRequest): Extract<OpenRequest, { source: 'live' }> {
  if (request.source !== 'live') throw new Error('not live');
  return request;
}

function settle(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** A collection that a window shows. */
function begin() {
  const { collections, events } = setUp();
  const stop = new AbortController();
  const request = live(collections.prepare({ ...REQUEST, projects: [...REQUEST.projects] }, ADC));
  collections.attach(PAGE, request, stop);
  return { collections, events, stop, request };
}

describe('the collections of the app', () => {
  it('begin when a window takes them', () => {
    const { collections, events } = begin();
    expect(events).toStrictEqual([
      { title: 'northwind', into: 'new', compare: false },
      { id: 'one', task: 'collect', resend: true },
    ]);
    expect(collections.isUnderWay('one')).toBe(true);
  });

  it('are kept for later when their window goes, unless a snapshot has all of them', async () => {
    const first = begin();
    first.stop.abort();
    await settle();
    expect(first.events.at(-1)).toStrictEqual({ type: 'close', collection: 'one', keep: true });
    expect(first.collections.isUnderWay('one')).toBe(false);
    const second = begin();
    second.collections.status('one', { ...STARTING, phase: 'complete' });
    second.collections.saved(PAGE);
    second.stop.abort();
    await settle();
    expect(second.events.at(-1)).toStrictEqual({ type: 'close', collection: 'one', keep: false });
  });

  it('are not offered again while the journal of what a snapshot has is still to be removed', async () => {
    const { collections, stop } = begin();
    collections.status('one', { ...STARTING, phase: 'complete' });
    collections.saved(PAGE);
    stop.abort();
    await settle();
    expect(collections.isUnderWay('one')).toBe(true);
  });

  it('are not done with by a snapshot of a part', async () => {
    const { collections, events, stop } = begin();
    collections.status('one', { ...STARTING, phase: 'running' });
    collections.saved(PAGE);
    stop.abort();
    await settle();
    expect(events.at(-1)).toStrictEqual({ type: 'close', collection: 'one', keep: true });
  });

  it('go on in a page that was loaded again, with all that is known', async () => {
    const { collections, events, stop, request } = begin();
    stop.abort();
    collections.attach(PAGE, request, new AbortController());
    await settle();
    expect(events.at(-1)).toStrictEqual({ id: 'one', task: 'resume', resend: true });
    expect(collections.isUnderWay('one')).toBe(true);
  });

  it('read more into the window that shows them, and only into that', () => {
    const { collections, events } = begin();
    expect(collections.update(PAGE, { type: 'refresh' })).toBe(true);
    expect(events.slice(2)).toStrictEqual([
      { title: 'northwind', into: 'open', compare: true },
      { id: 'one', task: 'refresh', resend: false },
    ]);
    expect(collections.update({ id: 2 } as unknown as WebContents, { type: 'refresh' })).toBe(false);
  });

  it('are lost with the collecting process, and go on from the journal', () => {
    const { collections, events } = begin();
    collections.status('one', { ...STARTING, phase: 'running' });
    collections.lost();
    collections.update(PAGE, { type: 'retry' });
    expect(events.slice(2)).toStrictEqual([
      'running',
      'lost',
      { title: 'northwind', into: 'open', compare: false },
      { id: 'one', task: 'resume', resend: true },
    ]);
  });

  it('are named by their projects or their scope', () => {
    expect([
      titleOf({ projects: ['a'] }),
      titleOf({ projects: ['a', 'b', 'c'] }),
      titleOf({ projects: [], scope: 'folders/12' }),
    ]).toStrictEqual(['a', 'a and 2 more', 'folders/12']);
  });
});
