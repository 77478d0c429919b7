import { describe, expect, it } from 'vitest';
import { denyAllPermissions } from '../../electron/app/permissions.ts';
import { SessionDouble } from '../doubles/electron.ts';

/** Every permission Electron 45 names, and one that it does not know. */
const PERMISSIONS = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
  'a-permission-of-next-year',
];

function sessionWithHandlers(): SessionDouble {
  const session = new SessionDouble();
  denyAllPermissions(session as unknown as Parameters<typeof denyAllPermissions>[0]);
  return session;
}

describe('permissions (checklist item 5)', () => {
  it.each(PERMISSIONS)('deny %s when a page asks for it', (permission) => {
    const answers: unknown[] = [];
    sessionWithHandlers().permissionRequest?.({}, permission, (answer) => answers.push(answer));
    expect(answers).toStrictEqual([false]);
  });

  it.each(PERMISSIONS)('deny %s when Chromium checks it', (permission) => {
    expect(sessionWithHandlers().permissionCheck?.({}, permission)).toBe(false);
  });

  it('give no page a device', () => {
    expect(sessionWithHandlers().device?.({ deviceType: 'usb' })).toBe(false);
  });

  it('give no page a picture of the screen', () => {
    const answers: unknown[] = [];
    sessionWithHandlers().displayMedia?.({}, (answer) => answers.push(answer));
    expect(answers).toStrictEqual([{}]);
  });
});
