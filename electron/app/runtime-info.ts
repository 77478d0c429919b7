import { release, type as systemType } from 'node:os';
import { isLiveAllowed } from '../../shared/ipc/live-allowed.ts';
import type { AppInfo } from '../../shared/ipc/contract.ts';

/** Returns what this program and the runtime under it are. */
export function runtimeInfo(
  app: { readonly name: string; readonly version: string },
  versions: Readonly<Record<string, string | undefined>>,
  environment: Readonly<Record<string, string | undefined>>,
): AppInfo {
  return {
    name: app.name,
    version: app.version,
    electron: versions['electron'] ?? 'unknown',
    chromium: versions['chrome'] ?? 'unknown',
    node: versions['node'] ?? 'unknown',
    platform: `${systemType()} ${release()} ${process.arch}`,
    fallbackRuntime: environment['VERTEX_LINEAGE_RUNTIME'] === 'fallback',
    liveAllowed: isLiveAllowed(environment),
  };
}

/** Returns what windows are called; a runtime that is for looking at files only is named in each. */
export function windowTitle(info: AppInfo): string {
  return info.fallbackRuntime ? `${info.name} (fallback runtime, files only)` : info.name;
}

/** Returns the lines of "About", to be pasted into a report. */
export function aboutText(info: AppInfo): string {
  return [
    `${info.name} ${info.version}`,
    `Electron ${info.electron}${info.fallbackRuntime ? ' (fallback runtime, for looking at files only)' : ''}`,
    `Chromium ${info.chromium}`,
    `Node.js ${info.node}`,
    info.platform,
  ].join('\n');
}
