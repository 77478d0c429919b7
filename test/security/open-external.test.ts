import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openInBrowser } from '../../electron/app/open-external.ts';
import { shell } from '../doubles/electron.ts';

vi.mock('electron', () => import('../doubles/electron.ts'));

const REFUSED = [
  'http://console.cloud.google.com/',
  'https://console.cloud.google.com.evil.example/',
  'https://evil.example/console.cloud.google.com',
  'https://evil.example#console.cloud.google.com',
  'https://evil.example?x=https://console.cloud.google.com/',
  'https://console.cloud.google.com@evil.example/',
  'https://user@console.cloud.google.com/',
  'https://user:password@console.cloud.google.com/',
  'https://console.cloud.google.com:8443/',
  'https://evil-cloud.google.com/',
  'https://ssh.cloud.google.com/',
  'https://accounts.google.com/',
  'https://google.com/',
  '//console.cloud.google.com/',
  // oxlint-disable-next-line no-script-url -- it is what must be refused
  'javascript:alert(1)//console.cloud.google.com',
  'file:///etc/passwd',
  'smb://console.cloud.google.com/share',
  'vscode://console.cloud.google.com/',
  'not an address',
  '',
];

beforeEach(() => {
  shell.openExternal.mockClear();
});

describe('addresses opened in the browser (checklist item 15)', () => {
  it.each(REFUSED)('are never %s', async (address) => {
    await expect(openInBrowser(address)).rejects.toStrictEqual(new Error('The address is not allowed.'));
    expect(shell.openExternal.mock.calls).toStrictEqual([]);
  });

  it('treat a backslash as the browser does: the host stays ours', async () => {
    await openInBrowser('https://console.cloud.google.com\\@evil.example/');
    expect(shell.openExternal.mock.calls).toStrictEqual([['https://console.cloud.google.com/@evil.example/']]);
  });

  it('are what was judged, after parsing', async () => {
    await openInBrowser('HTTPS://Console.Cloud.Google.com/vertex-ai/training/7?project=acme#x y');
    expect(shell.openExternal.mock.calls).toStrictEqual([
      ['https://console.cloud.google.com/vertex-ai/training/7?project=acme#x%20y'],
    ]);
  });
});
