import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Three bundles: main process and command line (ESM, Node), preload (CommonJS: a sandboxed preload cannot be ESM), window.
 * Everything is bundled but Electron and Node’s own modules: also Google’s client, of which what is used makes 6 of 115 MB. What
 * is loaded on first use is a file of its own.
 */
const external = ['electron', /^node:/];

const root = import.meta.dirname;

/** The sample inventory is a folder of exports, opened as a user would open it. */
function copySample(): Plugin {
  return {
    name: 'copy-sample',
    closeBundle: () => cp('electron/files/sample', 'out/sample', { recursive: true }),
  };
}

/** Modules from packages by file of the bundle, by build: each worker is bundled by itself, and all of them count as one build. */
const installedModules = new Map<string, Record<string, readonly string[]>>();

/**
 * Writes the licences of what a build took in to `out/licences`, which the app shows under Help > Licences, and the modules of
 * each file of the bundle to the cache, for the test that looks whether a licence is missing. Vite's own list leaves out what
 * only a worker uses.
 */
function listLicences(build: string): Plugin {
  return {
    name: 'list-licences',
    generateBundle(_options, bundle) {
      const modules = installedModules.get(build) ?? {};
      installedModules.set(build, modules);
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') modules[file.fileName] = file.moduleIds.filter(isInstalled);
      }
      const folders = new Set(Object.values(modules).flat().map(packageFolder));
      writeJson(`out/licences/${build}.json`, licencesIn(folders));
      writeJson(`node_modules/.cache/bundled-modules/${build}.json`, modules);
    },
  };
}

function isInstalled(module: string): boolean {
  return !module.startsWith('\0') && module.includes('/node_modules/');
}

/** The nearest folder above a file that is a package; a `package.json` inside a package may only say how to read its files. */
function packageFolder(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const description = join(folder, 'package.json');
    if (existsSync(description) && 'version' in (readJson(description) as object)) return folder;
  }
  throw new Error(`${file} belongs to no package`);
}

function licencesIn(folders: Iterable<string>): readonly object[] {
  return [...folders].toSorted().map((folder) => {
    const { name, version, license } = readJson(join(folder, 'package.json')) as Record<string, string>;
    const file = readdirSync(folder).find((candidate) => /^(licen[sc]e|copying)/i.test(candidate));
    const text = file === undefined ? {} : { text: readFileSync(join(folder, file), 'utf8').trim() };
    return { name, version, identifier: license, ...text };
  });
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(file.startsWith(root) ? '' : root, file), 'utf8'));
}

function writeJson(file: string, value: object): void {
  mkdirSync(join(root, dirname(file)), { recursive: true });
  writeFileSync(join(root, file), JSON.stringify(value, undefined, 2));
}

/** Files that the page takes at once, as entries of their own (see `rolldownOptions`). */
const AT_ONCE = { workbench: 'renderer/workbench/start-workbench.ts', app: 'renderer/App.tsx' };

/**
 * Names what the page takes at once in the page itself, so that it is fetched and compiled while the first script is still on its
 * way. Vite does so for what is imported statically only, and these are run in a task each.
 */
function preloadAtOnce(): Plugin {
  return {
    name: 'preload-at-once',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = new Set<string>();
        const styles = new Set<string>();
        function add(file: string): void {
          const chunk = bundle[file];
          if (chunk?.type !== 'chunk' || files.has(file)) return;
          files.add(file);
          for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
          chunk.imports.forEach(add);
        }
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && chunk.isEntry && Object.hasOwn(AT_ONCE, chunk.name)) add(chunk.fileName);
        }
        const isNew = (file: string): boolean => !html.includes(file);
        return [
          ...[...files].filter(isNew).map((file) => link('modulepreload', file)),
          ...[...styles].filter(isNew).map((file) => link('stylesheet', file)),
        ];
      },
    },
  };
}

function link(rel: string, file: string): HtmlTagDescriptor {
  return { tag: 'link', attrs: { rel, crossorigin: true, href: `./${file}` }, injectTo: 'head' };
}

export default defineConfig({
  main: {
    plugins: [copySample(), listLicences('main')],
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: 'electron/main.ts',
          cli: 'electron/cli/main.ts',
          collector: 'electron/google/collector-process.ts',
        },
        external,
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          banner: (chunk) => (chunk.isEntry && chunk.name === 'cli' ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  },
  preload: {
    plugins: [listLicences('preload')],
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload/preload.ts' },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), listLicences('window'), preloadAtOnce()],
    worker: { format: 'es', plugins: () => [listLicences('worker')] },
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      minify: 'oxc',
      // The page's policy allows no data: scripts and no inline code; assets stay files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // What the page loads at once is an entry too, so that it is told apart from what is loaded later.
        input: { index: 'renderer/index.html', ...AT_ONCE },
        output: {
          // Each file is compiled in a task of its own: one of all that is needed would block the window for too long.
          codeSplitting: {
            groups: [
              { name: 'react', test: /node_modules\/(react|react-dom|scheduler|zustand)\// },
              { name: 'cytoscape', test: /node_modules\/(cytoscape|react-cytoscapejs)\// },
              { name: 'schemas', test: /node_modules\/zod\//, tags: ['$initial'] },
              { name: 'controls', test: /node_modules\//, tags: ['$initial'] },
              { name: 'shared', test: /\/shared\//, tags: ['$initial'] },
              // What the start screen does without is read, compiled and run after the first frame.
              { name: 'later-controls', test: /node_modules\// },
              { name: 'later-shared', test: /\/shared\// },
            ],
          },
        },
      },
    },
  },
});
