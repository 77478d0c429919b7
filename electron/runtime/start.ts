import { appArguments } from './app-arguments.ts';
import { needsVirtualDisplay } from './display.ts';
import { createNodeHost } from './host-node.ts';
import type { Host } from './host.ts';
import { PlainError } from './host.ts';
import { launchCommand, launchEnvironment, runToEnd } from './launch.ts';
import { placesOfThisCheckout } from './places.ts';
import { buildApp, prepareRuntime } from './prepare.ts';

/** `npm start`: builds the app, finds an Electron, opens the app with the files of the command line. */
async function start(host: Host, given: readonly string[]): Promise<number> {
  const places = placesOfThisCheckout();
  const forApp = appArguments(given, host.environment['INIT_CWD'] ?? process.cwd());
  await buildApp(host, places);
  const runtime = await prepareRuntime(host, places);
  if (host.isRoot) host.say('Running as root: Chromium needs --no-sandbox, so its sandbox is off.');
  if (needsVirtualDisplay(host)) host.say('No display: the window opens on a virtual one (xvfb-run).');
  return runToEnd(launchCommand(host, runtime, places.root, forApp), launchEnvironment(host.environment, runtime));
}

try {
  process.exitCode = await start(createNodeHost(), process.argv.slice(2));
} catch (error) {
  process.exitCode = 1;
  console.error(error instanceof PlainError ? error.message : error);
}
