import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { handleLaunches, listenForLaunches } from '../../../../electron/app/launch-requests.ts';
import type { OpenRequest } from '../../../../electron/app/inventory-windows.ts';
import type { StartRequest } from '../../../../electron/app/single-instance.ts';

const SAMPLE: OpenRequest = { source: 'sample', title: 'Sample estate', paths: ['/app/sample'] };
const NOTHING = { files: [], sample: false };

class AppDouble extends EventEmitter {
  lockData: unknown;
  quits = 0;
  isFirst = true;
  requestSingleInstanceLock(data: unknown): boolean {
    this.lockData = data;
    return this.isFirst;
  }
  quit(): void {
    this.quits += 1;
  }
}

function stage(first: StartRequest = NOTHING) {
  const app = new AppDouble();
  const launches = listenForLaunches(app as unknown as App, first);
  const opened: (string | undefined)[] = [];
  const calls: string[] = [];
  const windows = {
    open: (request: OpenRequest | undefined, _preferred: undefined, query?: string) => {
      opened.push(request?.title);
      if (query !== undefined) calls.push(`open with ${query}`);
      return 'opened-in-new-window' as const;
    },
    openEmpty: () => calls.push('openEmpty'),
    focus: () => calls.push('focus'),
    ask: (query: string) => calls.push(`ask ${query}`),
    all: () => opened,
  };
  function start(): void {
    if (launches !== undefined) {
      handleLaunches(
        app as unknown as App,
        { windows, sample: SAMPLE, flush: () => Promise.resolve() } as unknown as Parameters<typeof handleLaunches>[1],
        first,
        launches,
      );
    }
  }
  return { app, start, opened, calls };
}

describe('what the app is started with', () => {
  it.each([
    [NOTHING, undefined],
    [{ files: [], sample: true }, 'Sample estate'],
    [{ files: ['/data/jobs.json'], sample: true }, 'jobs.json'],
  ])('%j opens %s', (first, title) => {
    const { start, opened } = stage(first);
    start();
    expect(opened).toStrictEqual([title]);
  });

  it('may be a query besides, which goes to the first instance too', () => {
    const first = { files: ['/data/jobs.json'], sample: false, query: 'kind:job' };
    const { app, start, calls } = stage(first);
    start();
    expect([calls, app.lockData]).toStrictEqual([['open with kind:job'], first]);
  });

  it('may be a link that macOS hands over; one that is none of ours is passed over', () => {
    const { app, start, calls } = stage();
    start();
    const event = { preventDefault: vi.fn<() => void>() };
    app.emit('open-url', event, 'vertex-lineage://query?q=kind%3Ajob');
    app.emit('open-url', event, 'vertex-lineage://open?file=/etc/passwd');
    expect([calls, event.preventDefault.mock.calls.length]).toStrictEqual([['ask kind:job'], 2]);
  });

  it('goes to the first instance when there is one already', () => {
    const app = new AppDouble();
    app.isFirst = false;
    expect(listenForLaunches(app as unknown as App, { files: ['/a.json'], sample: false })).toBe(undefined);
    expect(app.lockData).toStrictEqual({ files: ['/a.json'], sample: false });
  });

  it('is the file that macOS named before the app was ready, and no empty window besides', () => {
    const { app, start, opened } = stage();
    const event = { preventDefault: vi.fn<() => void>() };
    app.emit('open-file', event, '/data/early.json');
    start();
    app.emit('open-file', event, '/data/late.json');
    expect([opened, event.preventDefault.mock.calls.length]).toStrictEqual([['early.json', 'late.json'], 2]);
  });
});

describe('a later start', () => {
  it('opens its files', () => {
    const { app, start, opened } = stage();
    start();
    app.emit('second-instance', {}, ['electron', '/evil.json'], '/', { files: ['/data/jobs.json'], sample: false });
    expect(opened).toStrictEqual([undefined, 'jobs.json']);
  });

  it('asks its query in the window that is there', () => {
    const { app, start, calls } = stage();
    start();
    app.emit('second-instance', {}, [], '/', { files: [], sample: false, query: 'kind:job' });
    expect(calls).toStrictEqual(['ask kind:job']);
  });

  it.each([
    NOTHING,
    undefined,
    'text',
    { files: [], sample: false, query: 'two\nlines' },
    { files: [], sample: false, query: 'a'.repeat(4001) },
    { files: [7] },
    { files: [''], sample: false },
    { files: '/a.json', sample: false },
  ])('with %j brings the window to the front', (data) => {
    const { app, start, opened, calls } = stage();
    start();
    app.emit('second-instance', {}, [], '/', data);
    expect([opened, calls]).toStrictEqual([[undefined], ['focus']]);
  });
});

describe('the end of the app', () => {
  it('comes after everything has been written', async () => {
    const { app, start } = stage();
    start();
    const event = { preventDefault: vi.fn<() => void>() };
    app.emit('will-quit', event);
    // Electron ignores a call to quit as long as microtasks of the event's listeners run.
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    expect([event.preventDefault.mock.calls.length, app.quits]).toStrictEqual([1, 0]);
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
    app.emit('will-quit', event);
    expect([event.preventDefault.mock.calls.length, app.quits]).toStrictEqual([1, 1]);
  });
});
