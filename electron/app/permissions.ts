import type { Session } from 'electron';

/**
 * Denies every permission a page can ask for (Electron security checklist, item 5), also those a later Chromium adds: the
 * app needs none. What the user copies with a button goes to the clipboard through the main process.
 */
export function denyAllPermissions(
  session: Pick<
    Session,
    | 'setPermissionRequestHandler'
    | 'setPermissionCheckHandler'
    | 'setDevicePermissionHandler'
    | 'setDisplayMediaRequestHandler'
  >,
): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
}
