import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { API_METHODS, type ApiMethod, type Unsubscribe, type WindowApi } from '../../shared/ipc/api.ts';
import type { EventChannel } from '../../shared/ipc/channels.ts';
import type { InventoryPortMessage } from '../../shared/ipc/inventory-port.ts';

/**
 * Builds `window.api` (Electron security checklist, item 20): functions for the channels of the contract, and nothing of
 * Electron's. A listener gets the data of an event, never the event, through which it would reach ipcRenderer.
 */
function buildApi(): WindowApi<File> {
  const calls = Object.fromEntries(
    Object.entries(API_METHODS).map(([method, channel]) => [
      method,
      (request?: unknown): Promise<unknown> => ipcRenderer.invoke(channel, request),
    ]),
  ) as Readonly<Record<ApiMethod, (request?: unknown) => Promise<never>>>;
  return Object.freeze({
    ...calls,
    openDropped: (files: readonly File[]) =>
      calls.openDropped({ paths: files.map((file) => webUtils.getPathForFile(file)) }),
    onMenuCommand: listenerOf('menu:command'),
    onSearchAsked: listenerOf('search:ask'),
    onSettingsChanged: listenerOf('settings:changed'),
    onRecentChanged: listenerOf('recent:changed'),
    onCollectionStatus: listenerOf('collection:status'),
  });
}

function listenerOf(channel: EventChannel): (listener: (data: never) => void) => Unsubscribe {
  return (listener) => {
    function forward(_event: unknown, ...data: readonly unknown[]): void {
      listener(...(data as [never]));
    }
    ipcRenderer.on(channel, forward);
    return () => {
      ipcRenderer.removeListener(channel, forward);
    };
  };
}

/** Hands ports with file contents on to the page: the context bridge cannot carry a MessagePort, a message to oneself can. */
function forwardInventoryPorts(): void {
  const channel: EventChannel = 'inventory:stream';
  ipcRenderer.on(channel, (event, { title, source, into, compare }: Omit<InventoryPortMessage, 'type'>) => {
    const message: InventoryPortMessage = { type: 'vertex-lineage:inventory-port', title, source, into, compare };
    window.postMessage(message, window.location.origin, [...event.ports]);
  });
}

contextBridge.exposeInMainWorld('api', buildApi());
forwardInventoryPorts();
