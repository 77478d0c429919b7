import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { app, protocol, session } from 'electron';
import { serveAppScheme } from './app/app-scheme.ts';
import { createApplication } from './app/application.ts';
import { ownArguments, parseArguments, USAGE, type AppArguments } from './app/arguments.ts';
import { handleCrashes } from './app/crashes.ts';
import { setUpEarly } from './app/early-setup.ts';
import { guardContents } from './app/guards.ts';
import { handleLaunches, listenForLaunches, type LaunchRequests } from './app/launch-requests.ts';
import { readLicences } from './app/licences.ts';
import { openLogFile } from './app/log-file.ts';
import { refuseNetwork } from './app/network.ts';
import { denyAllPermissions } from './app/permissions.ts';
import { runtimeInfo } from './app/runtime-info.ts';
import { openTerminal } from './app/terminal.ts';
import { createHandlers } from './ipc/handlers/all.ts';
import { registerHandlers } from './ipc/register.ts';

/** Places in the built app; computed here only, because other parts of the bundle lie elsewhere. */
function place(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

const terminal = openTerminal();
const args = parseArguments(ownArguments(process.argv, app.isPackaged), process.cwd());
const info = runtimeInfo({ name: app.name, version: app.getVersion() }, process.versions, process.env);

if ('wrong' in args) {
  terminal.say(`${args.wrong}\n\n${USAGE}`);
  app.exit(2);
} else if (args.help || args.version) {
  terminal.print(args.help ? USAGE : `${info.name} ${info.version}`);
  app.exit(0);
} else {
  setUpEarly(args.screenshot !== undefined);
  const launches = listenForLaunches(app, args);
  if (launches === undefined) app.quit();
  // Not awaited: Electron becomes ready only after this file has run to its end.
  else run(args, launches).catch(endOnFailure);
}

/** Guards come before anything that could make a window, the windows last. */
async function run(start: AppArguments, launches: LaunchRequests): Promise<void> {
  const devTools = !app.isPackaged;
  const log = openLogFile(app.getPath('logs'), homedir());
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
  await app.whenReady();
  denyAllPermissions(session.defaultSession);
  await refuseNetwork(session.defaultSession, devTools);
  serveAppScheme(protocol, place('../renderer'));

  const application = await createApplication({
    args: start,
    info,
    log,
    terminal,
    devTools,
    preload: place('../preload/preload.cjs'),
    sampleFolder: place('../sample'),
    collector: place('./collector.js'),
    userData: app.getPath('userData'),
    logFolder: app.getPath('logs'),
  });
  const licences = ['main', 'preload', 'window', 'worker'].map((list) => place(`../licences/${list}.json`));
  registerHandlers(
    createHandlers(application, info, () => readLicences(licences, info.electron), log),
    (contents) => application.windows.find(contents) !== undefined,
    log,
  );
  // Ends it at once with the app; what it read is on the disk.
  app.on('quit', () => application.host.stop());
  handleCrashes(app, application.windows, log, terminal);
  handleLaunches(app, application, start, launches);
}

function endOnFailure(error: unknown): void {
  terminal.say(`The app could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  app.exit(1);
}
