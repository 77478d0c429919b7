import { describe, expect, it, vi } from 'vitest';
import { requireSandbox } from '../../electron/app/early-setup.ts';
import { webPreferences, windowOptions } from '../../electron/app/window-options.ts';

vi.mock('electron', () => import('../doubles/electron.ts'));

function appWith(switches: readonly string[]): Parameters<typeof requireSandbox>[0] & { sandboxed: boolean } {
  const app = {
    sandboxed: false,
    enableSandbox: () => {
      app.sandboxed = true;
    },
    commandLine: { hasSwitch: (name: string) => switches.includes(name) },
  };
  return app;
}

describe('rights of a page (checklist items 2, 3, 4, 6, 8, 9, 10, 12)', () => {
  it('are exactly these, so that none is added without this test being changed', () => {
    expect(webPreferences('/app/preload.cjs', false)).toStrictEqual({
      preload: '/app/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
  });

  it('are the only rights a window gets', () => {
    const options = windowOptions({
      preload: '/app/preload.cjs',
      bounds: { width: 1280, height: 800 },
      isContentSize: false,
      dark: true,
      title: 'Vertex Lineage Explorer',
      devTools: true,
    });
    expect(options.webPreferences).toStrictEqual(webPreferences('/app/preload.cjs', true));
  });
});

describe('the sandbox (checklist item 4)', () => {
  it('is switched on for all pages before Electron is ready', () => {
    const app = appWith([]);
    requireSandbox(app, false);
    expect(app.sandboxed).toBe(true);
  });

  it('cannot be switched off on the command line by a user who is not root', () => {
    const app = appWith(['no-sandbox']);
    requireSandbox(app, false);
    expect(app.sandboxed).toBe(true);
  });

  it('is on for root too, unless root says otherwise', () => {
    const app = appWith([]);
    requireSandbox(app, true);
    expect(app.sandboxed).toBe(true);
  });

  it('gives way only to root with --no-sandbox, without which Chromium does not start in a container', () => {
    const app = appWith(['no-sandbox']);
    requireSandbox(app, true);
    expect(app.sandboxed).toBe(false);
  });
});
