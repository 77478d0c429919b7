import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { plant } from './planted-copy.ts';
import type { Sources } from './planted-copy.ts';

/** One of each layer, with every import that is allowed: both tools must accept it, or the failures below would mean nothing. */
const CLEAN: Sources = {
  'shared/graph/graph.ts': [
    `import { sha256 } from '@noble/hashes/sha2.js';`,
    `import { z } from 'zod';`,
    `export const graph = [sha256, z.string(), new TextEncoder()];`,
  ].join('\n'),
  'shared/ipc/channels.ts': `export const CHANNELS = ['file:open'] as const;\n`,
  'electron/preload/preload.ts': [
    `import { contextBridge } from 'electron';`,
    `import { CHANNELS } from '../../shared/ipc/channels.ts';`,
    `contextBridge.exposeInMainWorld('api', { channels: CHANNELS, title: document.title });`,
  ].join('\n'),
  'electron/main.ts': [
    `import { app } from 'electron';`,
    `import { readFileSync } from 'node:fs';`,
    `import { openWindow } from './app/main-window.ts';`,
    `import { registerHandlers } from './ipc/register.ts';`,
    `app.on('ready', () => { registerHandlers(); openWindow(readFileSync('title', 'utf8')); });`,
  ].join('\n'),
  'electron/app/main-window.ts': [
    `import { BrowserWindow } from 'electron';`,
    `export function openWindow(title: string): BrowserWindow { return new BrowserWindow({ title }); }`,
  ].join('\n'),
  'electron/ipc/register.ts': [
    `import { ipcMain } from 'electron';`,
    `import { CHANNELS } from '../../shared/ipc/channels.ts';`,
    `export function registerHandlers(): void { ipcMain.handle(CHANNELS[0], () => []); }`,
  ].join('\n'),
  'renderer/graph/canvas.ts': [
    `import cytoscape from 'cytoscape';`,
    `import { graph } from '../../shared/graph/graph.ts';`,
    `import type { Message } from '../inventory/worker/messages.ts';`,
    `export function draw(message: Message): unknown[] { return [cytoscape(), document, graph, message]; }`,
  ].join('\n'),
  'renderer/inventory/worker/messages.ts': `export interface Message { readonly kind: string }\n`,
  'renderer/inventory/worker/inventory.worker.ts': [
    `import { graph } from '../../../shared/graph/graph.ts';`,
    `import type { Message } from './messages.ts';`,
    `self.postMessage({ kind: String(graph.length) } satisfies Message);`,
  ].join('\n'),
  'test/unit/graph.test.ts': [
    `import { graph } from '../../shared/graph/graph.ts';`,
    `import { registerHandlers } from '../../electron/ipc/register.ts';`,
    `import { draw } from '../../renderer/graph/canvas.ts';`,
    `registerHandlers(); draw({ kind: String(graph.length) });`,
  ].join('\n'),
};

/**
 * Violations, one a file, so that each message can only come from its own. These use what does not exist in their layer; they
 * are planted apart, since an import of another layer's file would bring that layer's types with it.
 */
const FOREIGN_GLOBALS: Sources = {
  'shared/graph/uses-node.ts': `import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x');\n`,
  'shared/graph/uses-document.ts': `export const title = document.title;\n`,
  'shared/graph/uses-buffer.ts': `export const bytes = Buffer.from('');\n`,
  'renderer/state/uses-node.ts': `import { readFileSync } from 'node:fs';\nexport const use = readFileSync;\n`,
  'renderer/inventory/worker/uses-document.ts': `export const title = document.title;\n`,
  'electron/preload/uses-node.ts': `import { readFileSync } from 'node:fs';\nexport const use = readFileSync;\n`,
  'electron/app/uses-document.ts': `export const title = document.title;\n`,
};

/** These import what their layer may not, or break another rule of the code base. */
const FOREIGN_IMPORTS: Sources = {
  'shared/graph/uses-window-code.ts': `import { draw } from '../../renderer/graph/canvas.ts';\nexport const use = draw;\n`,
  'shared/graph/uses-main-type.ts': `import type { openWindow } from '../../electron/app/main-window.ts';\nexport type Use = typeof openWindow;\n`,
  'shared/graph/uses-package.ts': `import { create } from 'zustand';\nexport const use = create;\n`,
  'shared/graph/cycle-one.ts': `import { two } from './cycle-two.ts';\nexport function one(): number { return two(); }\n`,
  'shared/graph/cycle-two.ts': `import { one } from './cycle-one.ts';\nexport function two(): number { return one(); }\n`,
  'shared/graph/type-cycle-one.ts': `import type { Two } from './type-cycle-two.ts';\nexport interface One {\n  readonly two?: Two;\n}\n`,
  'shared/graph/type-cycle-two.ts': `import type { One } from './type-cycle-one.ts';\nexport interface Two {\n  readonly one?: One;\n}\n`,
  'shared/graph/index.ts': `export * from './graph.ts';\n`,
  'shared/graph/uses-any.ts': `export function anything(value: any): string { return String(value); }\n`,
  'renderer/state/uses-main.ts': `import { openWindow } from '../../electron/app/main-window.ts';\nexport const use = openWindow;\n`,
  'renderer/state/uses-main-later.ts': `export async function use(): Promise<unknown> { return await import('../../electron/ipc/register.ts'); }\n`,
  'renderer/state/uses-electron.ts': `import { shell } from 'electron';\nexport const use = shell;\n`,
  'renderer/state/uses-api.ts': `export const use: unknown = (window as unknown as { api: unknown }).api;\nexport const direct = window.api;\n`,
  'renderer/state/uses-cytoscape.ts': `import cytoscape from 'cytoscape';\nexport const use = cytoscape();\n`,
  'renderer/details/Markup.tsx': `export function Markup(): React.JSX.Element { return <p dangerouslySetInnerHTML={{ __html: '' }} />; }\n`,
  'renderer/ui/uses-state.ts': `import { use } from '../state/uses-cytoscape.ts';\nexport const again = use;\n`,
  'renderer/graph/layouts/worker/uses-window-code.ts': `import { use } from '../../../state/uses-cytoscape.ts';\nexport const again = use;\n`,
  'renderer/inventory/worker/uses-window-code.ts': `import { draw } from '../../graph/canvas.ts';\nexport const use = draw;\n`,
  'electron/preload/uses-main.ts': `import { openWindow } from '../app/main-window.ts';\nexport const use = openWindow;\n`,
  'electron/preload/uses-graph.ts': `import { graph } from '../../shared/graph/graph.ts';\nexport const use = graph;\n`,
  'electron/app/uses-window-code.ts': `import { draw } from '../../renderer/graph/canvas.ts';\nexport const use = draw;\n`,
  'electron/app/uses-ipc-main.ts': `import { ipcMain } from 'electron';\nexport const use = ipcMain;\n`,
  'electron/app/opens-window.ts': `import { BrowserWindow } from 'electron';\nexport const use = new BrowserWindow();\n`,
  'electron/app/opens-address.ts': `import { shell } from 'electron';\nexport async function use(): Promise<void> { await shell.openExternal('https://example.com'); }\n`,
  'electron/app/starts-process.ts': `import { spawn } from 'node:child_process';\nexport const use = spawn;\n`,
  'electron/google/uses-electron.ts': `import { app } from 'electron';\nexport const use = app;\n`,
  'electron/cli/uses-electron.ts': `import { app } from 'electron';\nexport const use = app;\n`,
  'electron/files/uses-app.ts': `import { openWindow } from '../app/main-window.ts';\nexport const use = openWindow;\n`,
  'electron/files/forgets-promise.ts': `export function use(): void { Promise.resolve(1); }\n`,
  'electron/unheard-of/file.ts': `export const value = 1;\n`,
  'scripts/file.ts': `export const value = 1;\n`,
};

/** Rule by file, as oxlint must report it. */
const LINT_FINDINGS = [
  ['shared/graph/uses-node.ts', 'boundaries(dependencies)'],
  ['shared/graph/uses-window-code.ts', 'boundaries(dependencies)'],
  ['shared/graph/uses-window-code.ts', 'eslint(no-restricted-imports)'],
  ['shared/graph/uses-main-type.ts', 'boundaries(dependencies)'],
  ['shared/graph/uses-package.ts', 'boundaries(dependencies)'],
  ['shared/graph/cycle-one.ts', 'import(no-cycle)'],
  ['shared/graph/cycle-two.ts', 'import(no-cycle)'],
  ['shared/graph/type-cycle-one.ts', 'import(no-cycle)'],
  ['shared/graph/type-cycle-two.ts', 'import(no-cycle)'],
  ['shared/graph/index.ts', 'oxc(no-barrel-file)'],
  ['shared/graph/uses-any.ts', 'typescript(no-explicit-any)'],
  ['renderer/state/uses-main.ts', 'boundaries(dependencies)'],
  ['renderer/state/uses-main.ts', 'eslint(no-restricted-imports)'],
  ['renderer/state/uses-main-later.ts', 'boundaries(dependencies)'],
  ['renderer/state/uses-electron.ts', 'boundaries(dependencies)'],
  ['renderer/state/uses-electron.ts', 'eslint(no-restricted-imports)'],
  ['renderer/state/uses-node.ts', 'boundaries(dependencies)'],
  ['renderer/state/uses-api.ts', 'eslint(no-restricted-properties)'],
  ['renderer/state/uses-cytoscape.ts', 'eslint(no-restricted-imports)'],
  ['renderer/details/Markup.tsx', 'react(no-danger)'],
  ['renderer/ui/uses-state.ts', 'boundaries(dependencies)'],
  ['renderer/inventory/worker/uses-window-code.ts', 'boundaries(dependencies)'],
  ['renderer/graph/layouts/worker/uses-window-code.ts', 'boundaries(dependencies)'],
  ['electron/preload/uses-main.ts', 'boundaries(dependencies)'],
  ['electron/preload/uses-graph.ts', 'boundaries(dependencies)'],
  ['electron/preload/uses-node.ts', 'boundaries(dependencies)'],
  ['electron/app/uses-window-code.ts', 'boundaries(dependencies)'],
  ['electron/app/uses-window-code.ts', 'eslint(no-restricted-imports)'],
  ['electron/app/uses-ipc-main.ts', 'eslint(no-restricted-imports)'],
  ['electron/app/opens-window.ts', 'eslint(no-restricted-imports)'],
  ['electron/app/opens-address.ts', 'eslint(no-restricted-properties)'],
  ['electron/app/starts-process.ts', 'eslint(no-restricted-imports)'],
  ['electron/google/uses-electron.ts', 'eslint(no-restricted-imports)'],
  ['electron/cli/uses-electron.ts', 'eslint(no-restricted-imports)'],
  ['electron/files/uses-app.ts', 'boundaries(dependencies)'],
  ['electron/files/forgets-promise.ts', 'typescript(no-floating-promises)'],
  ['electron/unheard-of/file.ts', 'boundaries(no-unknown-files)'],
  ['scripts/file.ts', 'boundaries(no-unknown-files)'],
] as const;

/** Error by file, as the compiler must report it. */
const COMPILER_FINDINGS = [
  ['shared/graph/uses-node.ts', 'TS2591'],
  ['shared/graph/uses-document.ts', 'TS2584'],
  ['shared/graph/uses-buffer.ts', 'TS2591'],
  ['shared/graph/uses-window-code.ts', 'TS6307'],
  ['shared/graph/uses-main-type.ts', 'TS6307'],
  ['renderer/state/uses-main.ts', 'TS6307'],
  ['renderer/state/uses-main-later.ts', 'TS6307'],
  ['renderer/inventory/worker/uses-document.ts', 'TS2584'],
  ['renderer/inventory/worker/uses-window-code.ts', 'TS6307'],
  ['electron/preload/uses-main.ts', 'TS6307'],
  ['electron/app/uses-document.ts', 'TS2584'],
  ['electron/app/uses-window-code.ts', 'TS6307'],
] as const;

describe('the layers', () => {
  it('let a clean project through', () => {
    const copy = plant(CLEAN);
    const findings = { lint: copy.lint(), compile: copy.compile() };
    copy.remove();
    expect(findings).toStrictEqual({ lint: [], compile: [] });
  });

  describe('refuse violations', () => {
    let lint: string[] = [];
    let compile: string[] = [];

    beforeAll(() => {
      const copies = [FOREIGN_GLOBALS, FOREIGN_IMPORTS].map((violations) => plant({ ...CLEAN, ...violations }));
      lint = copies.flatMap((copy) => copy.lint());
      compile = copies.flatMap((copy) => copy.compile());
      for (const copy of copies) copy.remove();
    });

    it.each(LINT_FINDINGS)('the linter names %s under %s', (file, rule) => {
      expect(lint.filter((line) => line.startsWith(`${file}: `) && line.includes(rule))).not.toStrictEqual([]);
    });

    it.each(COMPILER_FINDINGS)('the compiler names %s with %s', (file, code) => {
      expect(
        compile.filter((line) => line.startsWith(`${file}: `) && line.includes(`error ${code}:`)),
      ).not.toStrictEqual([]);
    });

    it('no violation slips through both', () => {
      const named = new Set([...lint, ...compile].map((line) => line.slice(0, line.indexOf(': '))));
      expect(Object.keys({ ...FOREIGN_GLOBALS, ...FOREIGN_IMPORTS }).filter((file) => !named.has(file))).toStrictEqual(
        [],
      );
    });

    // The compiler may well name them, where a planted import drags them into a project that is not theirs.
    it('the linter names no clean file beside them', () => {
      const named = new Set(lint.map((line) => line.slice(0, line.indexOf(': '))));
      expect(Object.keys(CLEAN).filter((file) => named.has(file))).toStrictEqual([]);
    });
  });

  it('have no barrel but the registry of kinds', () => {
    const folders = ['shared', 'electron', 'renderer', 'test'];
    const barrels = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /(^|\/)index\.tsx?$/.test(file))
        .map((file) => `${folder}/${file}`),
    );
    expect(barrels).toStrictEqual(['shared/kinds/index.ts']);
  });
});
