import { cp } from 'node:fs/promises';
import { defineConfig } from 'electron-vite';
import react from '@vitejs/plugin-react';

/**
 * Three bundles: main process and command line (ESM, Node), preload (CommonJS: a sandboxed preload cannot be ESM), window.
 * Everything is bundled but Electron, Node's own modules and the Google client, which is large and loaded on first use.
 */
const external = ['electron', /^node:/, /^@google-cloud\/aiplatform(\/|$)/];

/** The list of what was bundled, which the app shows under Help > Licences. */
const license = { fileName: 'licences.json' };

/** The sample inventory is a folder of exports, opened as a user would open it. */
function copySample() {
  return {
    name: 'copy-sample',
    closeBundle: () => cp('electron/files/sample', 'out/sample', { recursive: true }),
  };
}

export default defineConfig({
  main: {
    plugins: [copySample()],
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      license,
      rolldownOptions: {
        input: { index: 'electron/main.ts', cli: 'electron/cli/main.ts' },
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
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      license,
      target: 'chrome130',
      // The page's policy allows no data: scripts and no inline code; assets stay files.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: 'renderer/index.html' } },
    },
  },
});
