/**
 * The app the fallback runtime starts with. Every Electron has a default_app.asar that takes the app's folder from the command
 * line; the fallback has none, so these two files stand in for it, in its resources/app folder. They do the part we need of
 * https://github.com/electron/electron/blob/main/default_app/main.ts: files to load first (`-r`), name, version, path, then the
 * app's main file. That is waited for: Electron holds back `ready` only until then, and what an app must do before `ready` (its
 * own schemes, the sandbox) stands in that file.
 */
export const LOADER_FILES: Readonly<Record<string, string>> = {
  'package.json': `${JSON.stringify({ name: 'fallback-loader', type: 'module', main: 'loader.js' })}\n`,
  'loader.js': `import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const words = process.argv.slice(1);
const required = words.filter((_, index) => words[index - 1] === '-r');
const given = words.find((word, index) => !word.startsWith('-') && words[index - 1] !== '-r');
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
for (const file of required) createRequire(import.meta.url)(resolve(file));
await import(pathToFileURL(join(folder, manifest.main)).href);
`,
};
