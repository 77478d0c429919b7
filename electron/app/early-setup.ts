import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, crashReporter, protocol } from 'electron';
import { registerAppScheme } from './app-scheme.ts';
import { silenceChromium } from './network.ts';

/**
 * What has to happen before Electron is ready. `throwaway` gives this run a profile of its own, so that a picture depends on nothing but its input and disturbs no running app.
 */
export function setUpEarly(throwaway: boolean): void {
  if (throwaway) {
    app.setPath('userData', throwawayProfile(tmpdir(), Date.now()));
  }
  requireSandbox(app, process.getuid?.() === 0);
  registerAppScheme(protocol);
  silenceChromium(app.commandLine);
  // A dump holds the memory of a process, and with it tokens and secrets of documents. See decisions/0005.
  if (writesCrashReports(process.env)) crashReporter.start({ uploadToServer: false });
}

/** Whether the environment asks for crash reports, which stay on this computer. */
export function writesCrashReports(environment: Readonly<Record<string, string | undefined>>): boolean {
  return environment['VERTEX_LINEAGE_CRASH_DUMPS'] === '1';
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

const PROFILE_PREFIX = 'vertex-lineage-picture-';
const PROFILE_AGE_MS = 10 * 60 * 1000;

/**
 * Makes an empty profile folder, and removes those of runs that must have ended. (At its end a run cannot remove its own:
 * Chromium writes to it after the last of our code has run.)
 */
export function throwawayProfile(parent: string, now: number): string {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PROFILE_PREFIX))) {
    const folder = join(parent, name);
    const { uid, mtimeMs } = statSync(folder);
    if (uid === process.getuid?.() && now - mtimeMs > PROFILE_AGE_MS) rmSync(folder, { recursive: true, force: true });
  }
  return mkdtempSync(join(parent, PROFILE_PREFIX));
}
