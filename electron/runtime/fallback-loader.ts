/**
 * The app the fallback runtime starts with. Every Electron has a default_app.asar that takes the app's folder from the command
 * line; the fallback has none, so these two files stand in for it, in its resources/app folder. They do the part we need of
 * https://github.com/electron/electron/blob/main/default_app/main.ts: name, version, path, then the app's main file.
 */
export const LOADER_FILES: Readonly<Record<string, string>> = {
  'package.json': `${JSON.stringify({ name: 'fallback-loader', main: 'loader.cjs' })}\n`,
  'loader.cjs': `'use strict';
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
const { pathToFileURL } = require('node:url');

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  console.error('The fallback runtime needs the folder of an app.');
  app.exit(2);
} else {
  const folder = resolve(given);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  process.defaultApp = true;
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setAppPath(folder);
  app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir') || join(app.getPath('appData'), app.getName()));
  import(pathToFileURL(join(folder, manifest.main)).href).catch((error) => {
    console.error(error);
    app.exit(1);
  });
}
`,
};
