/**
 * The message by which the preload hands the page a port with file contents (`stream.ts`): `window.postMessage` with the
 * port transferred, because a MessagePort cannot pass Electron's context bridge.
 */
export interface InventoryPortMessage {
  readonly type: 'vertex-lineage:inventory-port';
  /** What is being opened, for the window's heading: a file's name, `3 files`, `Sample inventory`. */
  readonly title: string;
  readonly source: 'files' | 'sample' | 'live';
  /** An inventory of its own, or more of the one that is open. */
  readonly into: 'new' | 'open';
  /** Whether what differs from now is to be told afterwards: everything is read again. */
  readonly compare: boolean;
}

/** Whether the data of a page's `message` event hands over an inventory's port. The page also checks `event.source === window`. */
export function isInventoryPortMessage(data: unknown): data is InventoryPortMessage {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    data.type === 'vertex-lineage:inventory-port' &&
    'title' in data &&
    typeof data.title === 'string' &&
    'source' in data &&
    (data.source === 'files' || data.source === 'sample' || data.source === 'live') &&
    'into' in data &&
    (data.into === 'new' || data.into === 'open') &&
    'compare' in data &&
    typeof data.compare === 'boolean'
  );
}
