import { clipboard, dialog, type BrowserWindow, type FileFilter, type MessageBoxOptions } from 'electron';

const INVENTORY_FILTERS: FileFilter[] = [
  { name: 'Inventories', extensions: ['json', 'ndjson', 'jsonl', 'yaml', 'yml', 'gz', 'txt'] },
  { name: 'All files', extensions: ['*'] },
];

/** Asks for files or a folder; empty when the user closed the dialog. */
export async function chooseToOpen(
  parent: BrowserWindow | undefined,
  what: 'files' | 'folder',
): Promise<readonly string[]> {
  const options = {
    title: what === 'files' ? 'Open Inventory' : 'Open Folder',
    filters: what === 'files' ? INVENTORY_FILTERS : [],
    properties:
      what === 'files' ? (['openFile', 'multiSelections'] as const) : (['openDirectory', 'multiSelections'] as const),
  };
  const openOptions = { ...options, properties: [...options.properties] };
  const answer = await (parent ? dialog.showOpenDialog(parent, openOptions) : dialog.showOpenDialog(openOptions));
  return answer.canceled ? [] : answer.filePaths;
}

/** Asks for a file by which findings are judged; undefined when the user closed the dialog. */
export async function chooseConfiguration(parent: BrowserWindow | undefined): Promise<string | undefined> {
  const options = {
    title: 'Choose a Configuration of Findings',
    filters: [
      { name: 'Configurations', extensions: ['yaml', 'yml', 'json'] },
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['openFile' as const],
  };
  const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
  return answer.canceled ? undefined : answer.filePaths[0];
}

/** What the window saves, and how the dialog speaks of it. */
const SAVED = {
  snapshot: {
    title: 'Save Snapshot',
    filters: [
      { name: 'Snapshot', extensions: ['lineage.json', 'json'] },
      { name: 'Compressed snapshot', extensions: ['lineage.json.gz', 'gz'] },
    ],
  },
  image: { title: 'Export Image', filters: [{ name: 'PNG image', extensions: ['png'] }] },
  html: { title: 'Save Findings Report', filters: [{ name: 'HTML page', extensions: ['html'] }] },
  markdown: { title: 'Save Findings Report', filters: [{ name: 'Markdown', extensions: ['md'] }] },
  csv: { title: 'Save Findings Report', filters: [{ name: 'Comma-separated values', extensions: ['csv'] }] },
  json: { title: 'Save Findings Report', filters: [{ name: 'JSON', extensions: ['json'] }] },
  sarif: { title: 'Save Findings Report', filters: [{ name: 'SARIF', extensions: ['sarif', 'json'] }] },
  table: { title: 'Export Table', filters: [{ name: 'Comma-separated values', extensions: ['csv'] }] },
};

/** Asks where to save; undefined when the user closed the dialog. */
export async function chooseToSave(
  parent: BrowserWindow | undefined,
  kind: keyof typeof SAVED,
  suggestedName: string,
): Promise<string | undefined> {
  const options = {
    ...SAVED[kind],
    defaultPath: suggestedName,
    properties: ['createDirectory', 'showOverwriteConfirmation'] as ('createDirectory' | 'showOverwriteConfirmation')[],
  };
  const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
}

/** Asks before the user's browser is opened. */
export async function askBeforeBrowser(
  parent: BrowserWindow | undefined,
  address: string,
): Promise<'open' | 'always' | 'cancel'> {
  const answer = await showMessage(parent, {
    type: 'question',
    message: 'Open this page in your browser?',
    detail: `${address}\n\nThe page is loaded by your browser, with the account you are signed in with there.`,
    buttons: ['Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    checkboxLabel: 'Do not ask again',
    noLink: true,
  });
  if (answer.response !== 0) return 'cancel';
  return answer.checkboxChecked ? 'always' : 'open';
}

/** Shows what this program is; the text can be copied. */
export async function showAbout(parent: BrowserWindow | undefined, name: string, text: string): Promise<void> {
  const answer = await showMessage(parent, {
    type: 'info',
    title: `About ${name}`,
    message: name,
    detail: text,
    buttons: ['Copy', 'Close'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (answer.response === 0) await clipboard.writeText(text);
}

/** Says that a window's page has crashed and asks what to do. */
export async function askAfterCrash(parent: BrowserWindow, reason: string): Promise<'reload' | 'close'> {
  const answer = await showMessage(parent, {
    type: 'error',
    message: 'The window stopped working',
    detail: `Its process ended (${reason}). Files on disk are unchanged. Reload opens the inventory again; the log has the details.`,
    buttons: ['Reload', 'Close Window'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return answer.response === 0 ? 'reload' : 'close';
}

/** Asks before what is kept of reviews is deleted, and says what that is; with nothing kept it only says so. */
export async function askBeforeForgetting(
  parent: BrowserWindow | undefined,
  { files, bytes }: { readonly files: number; readonly bytes: number },
): Promise<'delete' | 'cancel'> {
  if (files === 0) {
    await showMessage(parent, {
      type: 'info',
      message: 'Nothing is kept of any review',
      buttons: ['Close'],
      noLink: true,
    });
    return 'cancel';
  }
  const kilobytes = Math.max(1, Math.round(bytes / 1000)).toLocaleString('en');
  const answer = await showMessage(parent, {
    type: 'warning',
    message: `Delete what is kept of ${files === 1 ? 'one inventory' : `${files.toLocaleString('en')} inventories`}?`,
    detail: `Views with their histories, bookmarks, notes, marks, acceptances and queries (${kilobytes} kB on this computer) are deleted for good.\n\nSnapshots and reports that you saved stay, and so does what is open now: it is kept again with its next change, unless you close it.`,
    buttons: ['Delete', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return answer.response === 0 ? 'delete' : 'cancel';
}

/** Says that something asked for in the menu did not work. */
export async function showProblem(parent: BrowserWindow | undefined, title: string, detail: string): Promise<void> {
  await showMessage(parent, { type: 'warning', message: title, detail, buttons: ['Close'], noLink: true });
}

function showMessage(
  parent: BrowserWindow | undefined,
  options: MessageBoxOptions,
): Promise<{ readonly response: number; readonly checkboxChecked: boolean }> {
  return parent ? dialog.showMessageBox(parent, options) : dialog.showMessageBox(options);
}
