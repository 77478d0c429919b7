import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { API_METHODS } from '../../shared/ipc/api.ts';
import { INVOKE_CHANNELS } from '../../shared/ipc/channels.ts';
import type { WindowApi } from '../../shared/ipc/api.ts';
import { contextBridge, ipcRenderer } from '../doubles/electron.ts';

vi.mock('electron', () => import('../doubles/electron.ts'));

const messages: unknown[][] = [];
await import('../../electron/preload/preload.ts');

type DroppedDouble = { readonly path?: string };
const api = contextBridge.exposed.get('api') as WindowApi<DroppedDouble>;

beforeEach(() => {
  vi.stubGlobal('window', {
    location: { origin: 'app://vertex-lineage' },
    postMessage: (...args: unknown[]) => messages.push(args),
  });
});

afterEach(() => {
  ipcRenderer.invoke.mockClear();
  messages.length = 0;
});

describe('window.api (checklist item 20)', () => {
  it('is the only thing the page gets', () => {
    expect([...contextBridge.exposed.keys()]).toStrictEqual(['api']);
  });

  it('has exactly the methods of the contract', () => {
    expect(Object.keys(api).toSorted()).toStrictEqual(
      [
        ...Object.keys(API_METHODS),
        'onCollectionStatus',
        'onMenuCommand',
        'onRecentChanged',
        'onSearchAsked',
        'onSettingsChanged',
      ].toSorted(),
    );
  });

  it('has a method for every channel', () => {
    expect(Object.values(API_METHODS).toSorted()).toStrictEqual([...INVOKE_CHANNELS].toSorted());
  });

  it('is frozen', () => {
    expect(Object.isFrozen(api)).toBe(true);
  });

  it('holds nothing of ipcRenderer', () => {
    const own: unknown[] = Object.values(ipcRenderer);
    expect(Object.values(api).filter((value) => typeof value !== 'function' || own.includes(value))).toStrictEqual([]);
  });

  it('calls only the channel of the method, with one argument', async () => {
    await (api.openRecent as (...args: unknown[]) => Promise<unknown>)({ id: '1' }, 'app:other', 3);
    expect(ipcRenderer.invoke.mock.calls).toStrictEqual([['files:open-recent', { id: '1' }]]);
  });

  it('sends paths of dropped files, which the page itself never learns', async () => {
    await api.openDropped([{ path: '/data/jobs.json' }, {}]);
    expect(ipcRenderer.invoke.mock.calls).toStrictEqual([['files:open-dropped', { paths: ['/data/jobs.json', ''] }]]);
  });

  it('gives listeners the data and never the event', () => {
    const heard: unknown[][] = [];
    const stop = api.onMenuCommand((...args) => heard.push(args));
    ipcRenderer.emit('menu:command', { sender: ipcRenderer, ports: [] }, 'graph-fit');
    stop();
    ipcRenderer.emit('menu:command', { sender: ipcRenderer, ports: [] }, 'find');
    expect(heard).toStrictEqual([['graph-fit']]);
  });

  it('gives the function that ends a subscription nothing to return', () => {
    expect(api.onSettingsChanged(() => undefined)()).toBe(undefined);
  });

  it('hands ports to our own page only', () => {
    const port = {};
    const opening = { title: 'jobs.json', source: 'files', into: 'new', compare: false };
    ipcRenderer.emit('inventory:stream', { ports: [port] }, { ...opening, extra: 1 });
    expect(messages).toStrictEqual([
      [{ type: 'vertex-lineage:inventory-port', ...opening }, 'app://vertex-lineage', [port]],
    ]);
  });
});
