import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Command } from './display.ts';
import { needsVirtualDisplay, onVirtualDisplay } from './display.ts';
import { FALLBACK } from './fallback-runtime.ts';
import type { ElectronRuntime } from './find-electron.ts';
import type { Host } from './host.ts';

/** Lines on stderr that mean nothing on a machine without a desktop session, and frighten people. */
const HARMLESS = [
  /Failed to connect to the bus/,
  /dbus\/(bus|object_proxy)\.cc/,
  /viz_main_impl\.cc/,
  // A message of a page that is already being replaced.
  /interface_endpoint_client\.cc.*blink\.mojom\.WidgetHost/,
  // Software rendering, while the window closes.
  /shared_image_interface_proxy\.cc/,
  /one_copy_raster_buffer_provider\.cc/,
];

/** Variables with which Google's libraries and gcloud find credentials: not for a runtime that is not to be trusted with them. */
const CREDENTIAL_VARIABLE = /^(GOOGLE_|CLOUDSDK_|GCLOUD_|GCE_)/;

/** Whether a line of the app's stderr is known to be harmless noise. */
export function isHarmless(line: string): boolean {
  return HARMLESS.some((pattern) => pattern.test(line));
}

/** Electron's command line: its own switches, the folder of the app, then what is for the app. */
export function launchArguments(isRoot: boolean, root: string, forApp: readonly string[]): string[] {
  // Chromium refuses to run as root with its sandbox. Nobody else gets this switch.
  return [...(isRoot ? ['--no-sandbox'] : []), root, ...forApp];
}

/** The app's environment: ours, and which runtime it runs in. */
export function launchEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  runtime: ElectronRuntime,
): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || name === 'ELECTRON_RUN_AS_NODE') continue;
    if (runtime.mark === FALLBACK.mark && CREDENTIAL_VARIABLE.test(name)) continue;
    result[name] = value;
  }
  return { ...result, VERTEX_LINEAGE_RUNTIME: runtime.mark };
}

/** The command that starts the app here, on a virtual display if there is no real one. */
export function launchCommand(host: Host, runtime: ElectronRuntime, root: string, forApp: readonly string[]): Command {
  const command = { command: runtime.executable, parameters: launchArguments(host.isRoot, root, forApp) };
  return needsVirtualDisplay(host) ? onVirtualDisplay(command) : command;
}

/**
 * Runs a command to its end and returns its exit code. Its stdout is ours; harmless lines are taken out of its stderr. Ctrl-C
 * and termination end it with all it has started.
 */
export function runToEnd(command: Command, environment: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    // A group of its own: the virtual display and Electron's processes are ended together.
    const child = spawn(command.command, command.parameters, {
      env: environment,
      stdio: ['ignore', 'inherit', 'pipe'],
      detached: true,
    });
    let ended = false;
    const endGroup = (): void => {
      if (!ended && child.pid !== undefined) endProcessGroup(child.pid);
      ended = true;
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, endGroup);
    process.once('exit', endGroup);
    // A terminated npm does not hand its signal on: when our parent is gone, so is the reason to run.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent) endGroup();
    }, 500);
    createInterface({ input: child.stderr }).on('line', (line) => {
      // What Chromium says while it is being ended is noise.
      if (!ended && !isHarmless(line)) process.stderr.write(`${line}\n`);
    });
    child.on('error', (error) => {
      clearInterval(watch);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearInterval(watch);
      ended = true;
      resolve(code ?? (signal === null ? 1 : 130));
    });
  });
}

function endProcessGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}
