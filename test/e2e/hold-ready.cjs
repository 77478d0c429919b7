'use strict';
/* oxlint-disable typescript/no-unsafe-argument, typescript/no-unsafe-call -- plain JavaScript, loaded by Electron as it is */
/**
 * Loaded into the app before its own code (`-r`): keeps Electron's `ready` from it until Playwright has attached and calls
 * `__playwright_run`. A window that opens while Playwright attaches is sometimes never seen, or blocks the attaching. Playwright has
 * such a loader for the Electron it finds by itself, but not for one it is given.
 */
const { app } = require('electron');

// The app must find its arguments as if this file had not been named.
const named = process.argv.indexOf('-r');
process.argv.splice(named, 2);

const ready = app.whenReady();
const emit = app.emit.bind(app);
let heldBack;
let released = false;
let release;
const whenReleased = new Promise((resolve) => {
  release = resolve;
});

app.emit = (name, ...args) => {
  if (name !== 'ready' || released) return emit(name, ...args);
  heldBack = args;
  return true;
};
app.isReady = () => released;
app.whenReady = () => whenReleased;
// oxlint-disable-next-line no-underscore-dangle -- Playwright's name
globalThis.__playwright_run = async () => {
  await ready;
  released = true;
  release();
  emit('ready', ...(heldBack ?? []));
};
