import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, crashReporter, protocol } from 'electron';
import { registerAppScheme } from './app-scheme.ts';
import { silenceChromium } from './network.ts';

/**
 * What has to happen before Electron is ready. `throwaway` gives this run a profile of its own that is removed at the end, so
 * that a picture depends on nothing but its input and disturbs no running app.
 */
export function setUpEarly(throwaway: boolean): void {
  if (throwaway) {
    const profile = mkdtempSync(join(tmpdir(), 'vertex-lineage-'));
    app.setPath('userData', profile);
    process.once('exit', () => rmSync(profile, { recursive: true, force: true }));
  }
  requireSandbox(app, process.getuid?.() === 0);
  registerAppScheme(protocol);
  silenceChromium(app.commandLine);
  // Reports stay on this machine, in a folder that the Help menu shows.
  crashReporter.start({ uploadToServer: false });
}

/**
 * Sandboxes every page (Electron security checklist, item 4), whatever the command line says. The one exception is root with
 * --no-sandbox, in a container: Chromium does not start there otherwise.
 */
export function requireSandbox(
  electronApp: { enableSandbox(): void; readonly commandLine: { hasSwitch(name: string): boolean } },
  isRoot: boolean,
): void {
  if (isRoot && electronApp.commandLine.hasSwitch('no-sandbox')) return;
  electronApp.enableSandbox();
}
