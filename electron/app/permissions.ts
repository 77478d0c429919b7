import type { Session } from 'electron';

/**
 * Denies every permission a page can ask for (Electron security checklist, item 5), also those a later Chromium adds: the
 * app needs none. The clipboard is written by the page's copy commands, which need no permission, or by the main process.
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
