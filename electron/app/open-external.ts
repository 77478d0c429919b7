import { shell } from 'electron';

/** Pages that may be opened in the user's browser; all by https. */
export const ALLOWED_HOSTS: ReadonlySet<string> = new Set([
  'console.cloud.google.com',
  'cloud.google.com',
  'docs.cloud.google.com',
]);

/**
 * Returns the address to open, or undefined for anything but https on an allowed host without a user name, password or port
 * (Electron security checklist, item 15). What is returned is the parsed address, so that what was judged is what is opened.
 */
export function allowedAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return plain && ALLOWED_HOSTS.has(url.hostname) ? url.href : undefined;
}

/** Opens an address that `allowedAddress` returned in the user's browser. The only caller of shell.openExternal. */
export async function openInBrowser(address: string): Promise<void> {
  const allowed = allowedAddress(address);
  if (allowed === undefined) throw new Error('The address is not allowed.');
  await shell.openExternal(allowed);
}

/** Shows a folder of the app in the system's file manager. Resolves to the system's complaint, empty if there is none. */
export function openFolder(path: string): Promise<string> {
  return shell.openPath(path);
}
