import type { BrowserWindow, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import {
  createInventoryWindows,
  openFilesRequest,
  type InventoryWindows,
  type OpenRequest,
} from '../../../../electron/app/inventory-windows.ts';
import { BrowserWindowDouble } from '../../../doubles/electron.ts';

const JOBS = openFilesRequest(['/data/jobs.json']);
const ASSETS = openFilesRequest(['/data/assets.ndjson', '/data/b.json']);
const READY = { jobs: 2, resources: 7, links: 9, growing: false };

interface Stage {
  readonly windows: InventoryWindows;
  readonly made: BrowserWindowDouble[];
  readonly sent: { readonly to: number; readonly request: OpenRequest; readonly stop: AbortController }[];
  readonly events: string[];
  readonly contents: (index: number) => WebContents;
}

function stage(): Stage {
  const made: BrowserWindowDouble[] = [];
  const sent: Stage['sent'] = [];
  const events: string[] = [];
  function contents(index: number): WebContents {
    return made[index]?.webContents as unknown as WebContents;
  }
  const windows = createInventoryWindows({
    createWindow: () => {
      const window = new BrowserWindowDouble();
      made.push(window);
      return window as unknown as BrowserWindow;
    },
    titleSuffix: 'Explorer',
    send: (to, request, stop) =>
      sent.push({ to: made.findIndex((window) => (window.webContents as unknown) === to), request, stop }),
    changed: () => undefined,
    conditionsChanged: () => events.push(`conditions ${windows.current()?.conditions.join(' ') ?? ''}`),
    ask: (_window, query) => events.push(`ask ${query}`),
    started: () => events.push('started'),
    shown: ({ request }, { jobs }) => events.push(`shown ${request?.title ?? ''} ${String(jobs)}`),
    failed: (_window, message) => events.push(`failed ${message}`),
    leftOpening: ({ request }) => events.push(`left ${request?.title ?? ''}`),
  });
  return { windows, made, sent, events, contents };
}

describe('the windows of the app', () => {
  it('show the start screen when nothing is asked for', () => {
    const { windows, made, sent, events, contents } = stage();
    windows.open(undefined);
    expect(windows.accept(contents(0))).toStrictEqual({ opening: false });
    expect({ titles: made.map(({ title }) => title), sent, events }).toStrictEqual({
      titles: [''],
      sent: [],
      events: ['started'],
    });
  });

  it('send an inventory only when the page listens', () => {
    const { windows, made, sent, contents } = stage();
    windows.open(JOBS);
    expect(sent).toStrictEqual([]);
    expect(windows.accept(contents(0))).toStrictEqual({ opening: true });
    expect(sent.map(({ to, request }) => [to, request])).toStrictEqual([[0, JOBS]]);
    expect(made[0]?.title).toBe('jobs.json – Explorer');
  });

  it('search once the inventory is shown, and at once where it is', () => {
    const { windows, made, events, contents } = stage();
    windows.open(JOBS, undefined, 'kind:job');
    windows.accept(contents(0));
    expect(events).toStrictEqual([]);
    windows.reportReady(contents(0), READY);
    windows.reportReady(contents(0), READY);
    windows.ask('state:failed');
    expect(events.filter((event) => event.startsWith('ask'))).toStrictEqual(['ask kind:job', 'ask state:failed']);
    expect(made[0]?.focused).toBe(1);
  });

  it('keep what to search for until something is opened', () => {
    const { windows, events, contents } = stage();
    windows.ask('nobody hears this');
    windows.open(undefined);
    windows.accept(contents(0));
    windows.ask('kind:job');
    windows.reportReady(contents(0), READY);
    expect(events).toStrictEqual(['started']);
    windows.open(JOBS, contents(0));
    windows.reportReady(contents(0), READY);
    expect(events).toContain('ask kind:job');
  });

  it('open in the asking window while it shows the start screen', () => {
    const { windows, made, sent, contents } = stage();
    windows.open(undefined);
    windows.accept(contents(0));
    expect(windows.open(ASSETS, contents(0))).toBe('opened-here');
    expect([made.length, sent.length, made[0]?.title]).toStrictEqual([1, 1, 'assets.ndjson and 1 more – Explorer']);
  });

  it('open in the asking window although another one is free too', () => {
    const { windows, contents } = stage();
    windows.openEmpty();
    windows.openEmpty();
    expect([
      windows.open(JOBS, contents(0)),
      windows.find(contents(0))?.phase,
      windows.find(contents(1))?.phase,
    ]).toStrictEqual(['opened-here', 'opening', 'start']);
  });

  it('open in a new window when the asking one shows an inventory or opens one', () => {
    const { windows, made, contents } = stage();
    windows.open(JOBS);
    windows.accept(contents(0));
    expect(windows.open(ASSETS, contents(0))).toBe('opened-in-new-window');
    windows.reportReady(contents(0), READY);
    expect(windows.open(ASSETS, contents(0))).toBe('opened-in-new-window');
    expect(made).toHaveLength(3);
  });

  it('prefer another window with the start screen to a new one, and bring it to the front', () => {
    const { windows, made, contents } = stage();
    windows.open(JOBS);
    windows.accept(contents(0));
    windows.reportReady(contents(0), READY);
    windows.openEmpty();
    windows.accept(contents(1));
    expect(windows.open(ASSETS, contents(0))).toBe('opened-in-new-window');
    expect([made.length, made[1]?.focused, windows.find(contents(1))?.request]).toStrictEqual([2, 1, ASSETS]);
  });

  it('report an inventory once, however often the page says so', () => {
    const { windows, events, contents } = stage();
    windows.open(JOBS);
    windows.accept(contents(0));
    windows.reportReady(contents(0), READY);
    windows.reportReady(contents(0), READY);
    expect(events).toStrictEqual(['shown jobs.json 2']);
  });

  it('report a collection when nothing more comes, and enable what needs an inventory before', () => {
    const { windows, events, contents } = stage();
    windows.open({ source: 'live', title: 'northwind', collection: '1' });
    windows.accept(contents(0));
    windows.reportReady(contents(0), { ...READY, jobs: 1, growing: true });
    expect([windows.find(contents(0))?.phase, events]).toStrictEqual(['shown', []]);
    windows.reportReady(contents(0), READY);
    windows.reportReady(contents(0), { ...READY, jobs: 3 });
    expect(events).toStrictEqual(['shown northwind 2']);
  });

  it('send the inventory again after a reload, and stop the old sending', () => {
    const { windows, made, sent, contents } = stage();
    windows.open(JOBS);
    windows.accept(contents(0));
    windows.reportReady(contents(0), READY);
    made[0]?.webContents.emit('did-start-loading');
    expect(windows.accept(contents(0))).toStrictEqual({ opening: true });
    expect(sent.map(({ stop }) => stop.signal.aborted)).toStrictEqual([true, false]);
  });

  it('return to the start screen when the inventory is closed', () => {
    const { windows, made, sent, events, contents } = stage();
    windows.open(JOBS);
    windows.accept(contents(0));
    windows.reportClosed(contents(0));
    expect({
      phase: windows.find(contents(0))?.phase,
      title: made[0]?.title,
      stopped: sent[0]?.stop.signal.aborted,
      events,
    }).toStrictEqual({ phase: 'start', title: 'Explorer', stopped: true, events: ['left jobs.json'] });
    expect(windows.open(ASSETS, contents(0))).toBe('opened-here');
  });

  it('return to the start screen when nothing could be opened', () => {
    const { windows, events, contents } = stage();
    windows.open(JOBS);
    windows.accept(contents(0));
    windows.reportFailed(contents(0), 'not text');
    expect([windows.find(contents(0))?.phase, events]).toStrictEqual(['start', ['failed not text']]);
  });

  it('stop sending and forget a window that is closed', () => {
    const { windows, made, sent, contents } = stage();
    windows.open(JOBS);
    const page = contents(0);
    windows.accept(page);
    made[0]?.close();
    expect([windows.all(), windows.find(page), sent[0]?.stop.signal.aborted]).toStrictEqual([[], undefined, true]);
  });

  it('tell what a window that is closed was about to show, but not what it showed or could not', () => {
    const { windows, made, events, contents } = stage();
    windows.open(JOBS);
    windows.accept(contents(0));
    made[0]?.close();
    windows.open(ASSETS);
    windows.accept(contents(1));
    windows.reportFailed(contents(1), 'No bracket.');
    made[1]?.close();
    expect(events).toStrictEqual(['left jobs.json', 'failed No bracket.']);
  });

  it('know which one had the focus last, and bring it back from the task bar', () => {
    const { windows, made, contents } = stage();
    windows.open(JOBS);
    windows.open(ASSETS);
    made[0]?.emit('focus');
    expect(windows.current()?.request).toStrictEqual(JOBS);
    const [first] = made;
    Object.assign(first ?? {}, { minimized: true });
    windows.focus();
    expect([
      first?.minimized,
      first?.focused,
      windows.accept({} as WebContents),
      windows.find(contents(1))?.request,
    ]).toStrictEqual([false, 1, { opening: false }, ASSETS]);
  });

  it('know what holds in their pages, and tell when it changed in the current one', () => {
    const { windows, made, events, contents } = stage();
    windows.openEmpty();
    windows.openEmpty();
    windows.reportConditions(contents(1), ['window', 'open']);
    windows.reportConditions(contents(0), ['window', 'free']);
    made[1]?.webContents.emit('did-start-loading');
    expect([events, windows.all().map(({ conditions }) => conditions)]).toStrictEqual([
      ['conditions window open'],
      [['window'], ['window', 'free']],
    ]);
  });
});
