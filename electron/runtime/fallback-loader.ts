/**
 * The app the fallback runtime starts with. Every Electron has a default_app.asar that takes the app's folder from the command
 * line; the fallback has none, so these two files stand in for it, in its resources/app folder. They do the part we need of
 * https://github.com/electron/electron/blob/main/default_app/main.ts: name, version, path, then the app's main file, waited for: Electron holds back `ready` only until then, and
 * what an app must do before `ready` (its own schemes, the sandbox) stands in that file.
 */
export const LOADER_FILES: Readonly<Record<string, string>> = {
  'package.json': `${JSON.stringify({ name: 'fallback-loader', type: 'module', main: 'loader.js' })}\n`,
  'loader.js': `import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  console.error('The fallback runtime needs the folder of an app.');
  process.exit(2);
}
const folder = resolve(given);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(folder);
app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir') || join(app.getPath('appData'), app.getName()));
await import(pathToFileURL(join(folder, manifest.main)).href);
`,
};
