import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

interface Source {
  readonly file: string;
  /** Without comments, in which words may stand that code may not have. */
  readonly code: string;
}

function sourcesIn(folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|tsx|html|css)$/.test(file))
      .map((file) => ({
        file: `${folder}/${file.replaceAll('\\', '/')}`,
        code: withoutComments(readFileSync(join(ROOT, folder, file), 'utf8')),
      })),
  );
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '').replaceAll(/(?<![:'"`\w])\/\/[^\n]*/g, '');
}

function filesWith(pattern: RegExp, sources: readonly Source[]): string[] {
  return sources.filter(({ code }) => pattern.test(code)).map(({ file }) => file);
}

const privileged = sourcesIn(['electron']);
const page = sourcesIn(['renderer', 'shared']);
const all = [...privileged, ...page];

describe('the scan of the sources', () => {
  it('sees them all', () => {
    expect(all.map(({ file }) => file)).toEqual(
      expect.arrayContaining([
        'electron/main.ts',
        'electron/preload/preload.ts',
        'renderer/index.html',
        'shared/json.ts',
      ]),
    );
  });

  it('finds what is planted, and takes comments out', () => {
    const planted = {
      file: 'planted.ts',
      code: withoutComments("load('http://example.com'); // webviewTag\n/* sandbox */"),
    };
    expect(filesWith(/['"`]http:/, [planted])).toStrictEqual(['planted.ts']);
    expect(planted.code.trim()).toBe("load('http://example.com');");
  });
});

describe('insecure addresses (checklist item 1)', () => {
  it('are in no source of the main process and the window', () => {
    const outside = /['"`](?:http|ws):\/\/(?!www\.w3\.org\/2000\/svg)/;
    expect(
      filesWith(outside, sourcesIn(['electron/app', 'electron/ipc', 'electron/preload', 'renderer'])),
    ).toStrictEqual([]);
  });

  it('of any kind are asked for by no source of the window: no fetch, no socket', () => {
    expect(filesWith(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/, page)).toStrictEqual([]);
  });
});

describe('rights that Electron gives only when asked', () => {
  it.each([
    ['webSecurity', 6],
    ['allowRunningInsecureContent', 8],
    ['experimentalFeatures', 9],
    ['enableBlinkFeatures', 10],
    ['<webview', 11],
    ['allowpopups', 11],
    ['bypassCSP', 18],
    ['loadFile(', 18],
    ['enableRemoteModule', 2],
    ['nodeIntegration: true', 2],
    ['contextIsolation: false', 3],
    ['sandbox: false', 4],
  ])('%s is nowhere (checklist item %i)', (word) => {
    expect(all.filter(({ code }) => code.includes(word)).map(({ file }) => file)).toStrictEqual([]);
  });
});

describe('one file for each dangerous thing', () => {
  it.each([
    [/\bipcMain\b/, ['electron/ipc/register.ts']],
    [/new BrowserWindow\(/, ['electron/app/main-window.ts']],
    [/\.openExternal\(/, ['electron/app/open-external.ts']],
    [/\bipcRenderer\b/, ['electron/preload/preload.ts']],
    [/contextBridge\./, ['electron/preload/preload.ts']],
    [/registerSchemesAsPrivileged\(/, ['electron/app/app-scheme.ts']],
    [/\.loadURL\(/, ['electron/app/main-window.ts']],
    [/executeJavaScript/, []],
    [/new WebContentsView|new BrowserView/, []],
  ])('%s is in its one place', (pattern, files) => {
    expect(filesWith(pattern, privileged)).toStrictEqual(files);
  });

  it('code is made from text nowhere', () => {
    const pattern =
      /\beval\(|new Function\(|dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write/;
    expect(filesWith(pattern, all)).toStrictEqual([]);
  });

  it('file:// is loaded nowhere (checklist item 18)', () => {
    expect(filesWith(/['"`]file:/, privileged)).toStrictEqual([]);
  });
});
