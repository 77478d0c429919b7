import type { ElectronApplication, Page } from 'playwright/test';
import { API_METHODS, type WindowApi } from '../../shared/ipc/api.ts';
import { expect, test } from './app.fixture.ts';

type PageWindow = Window & { readonly api: WindowApi<File> };

/** What Chromium writes to the console when the page's policy stops something: expected where a test tries it. */
const REFUSALS = [/Refused to/, /Content Security Policy/, /ERR_BLOCKED_BY/, /Trusted ?(?:HTML|Script|Type)/];

/** Opens a window with the app's preload that is not one of the app's windows. */
async function openForeignWindow(
  electronApp: ElectronApplication,
  address: string,
  inSubFrames: boolean,
): Promise<Page> {
  const opened = electronApp.waitForEvent('window');
  await electronApp.evaluate(
    async ({ app, BrowserWindow }, { url, nodeIntegrationInSubFrames }) => {
      const preload = `${app.getAppPath()}/out/preload/preload.cjs`;
      const window = new BrowserWindow({ show: false, webPreferences: { preload, nodeIntegrationInSubFrames } });
      await window.loadURL(url);
    },
    { url: address, nodeIntegrationInSubFrames: inSubFrames },
  );
  return await opened;
}

test('a page, and what it may ask for', async ({ app, page }) => {
  await test.step('has no Node (checklist item 2)', async () => {
    const found = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in globalThis),
    );
    expect(found).toStrictEqual([]);
  });

  await test.step('has the rights of the one options object (checklist items 2, 3, 4, 6, 8, 9, 10)', async () => {
    const preferences = await app.electronApp.evaluate(({ BrowserWindow }) => {
      // Not in Electron's type declarations; Electron's own security warnings read it.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Electron.WebPreferences;
      };
      const given = contents.getLastWebPreferences();
      return {
        sandbox: given.sandbox,
        contextIsolation: given.contextIsolation,
        nodeIntegration: given.nodeIntegration,
        nodeIntegrationInWorker: given.nodeIntegrationInWorker ?? false,
        nodeIntegrationInSubFrames: given.nodeIntegrationInSubFrames,
        webSecurity: given.webSecurity,
        allowRunningInsecureContent: given.allowRunningInsecureContent,
        experimentalFeatures: given.experimentalFeatures,
        webviewTag: given.webviewTag,
      };
    });
    expect(preferences).toStrictEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
  });

  await test.step('has window.api with the methods of the contract, frozen, and no more of Electron (items 3, 20)', async () => {
    const seen = await page.evaluate(() => {
      const { api } = window as unknown as PageWindow;
      const before = api.getSettings;
      const replaced = Reflect.set(api, 'getSettings', () => undefined);
      const added = Reflect.set(api, 'extra', 1);
      return {
        keys: Object.keys(api).toSorted(),
        kinds: [...new Set(Object.values(api).map((value) => typeof value))],
        frozen: Object.isFrozen(api),
        unchanged: api.getSettings === before && !replaced && !added,
        electron: Object.keys(window).filter((name) => /electron|ipc/i.test(name)),
      };
    });
    expect(seen).toStrictEqual({
      keys: [
        ...Object.keys(API_METHODS),
        'onCollectionStatus',
        'onMenuCommand',
        'onRecentChanged',
        'onSearchAsked',
        'onSettingsChanged',
      ].toSorted(),
      kinds: ['function'],
      frozen: true,
      unchanged: true,
      electron: [],
    });
  });

  await test.step('is loaded from app:// (item 18)', () => {
    expect(page.url()).toBe('app://vertex-lineage/index.html');
  });

  await test.step('is refused to the whole session, whoever asks', async () => {
    const outcomes = await app.electronApp.evaluate(async ({ session }) => {
      const addresses = ['https://example.com/', 'http://127.0.0.1:9/', 'ftp://example.com/', 'app://other/'];
      return await Promise.all(
        addresses.map((address) =>
          session.defaultSession.fetch(address).then(
            (response) => (response.ok ? 'answered' : 'refused'),
            () => 'refused',
          ),
        ),
      );
    });
    expect(outcomes).toStrictEqual(['refused', 'refused', 'refused', 'refused']);
  });

  await test.step('knows no host', async () => {
    const answer = await app.electronApp.evaluate(({ session }) =>
      session.defaultSession.resolveHost('localhost.example.com').then(
        () => 'resolved',
        (error: unknown) => String(error),
      ),
    );
    expect(answer).toMatch(/ERR_NAME_NOT_RESOLVED/);
  });

  await test.step('opens no new window', async () => {
    const opened = await app.page.evaluate(() =>
      ['https://example.com/', 'app://vertex-lineage/index.html', 'about:blank'].map((address) => window.open(address)),
    );
    expect(opened).toStrictEqual([null, null, null]);
    expect(app.electronApp.windows()).toHaveLength(1);
  });

  await test.step('every permission is denied (item 5)', async () => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      const queried = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then((status) => status.state),
        ),
      );
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      );
      const screen = await navigator.mediaDevices.getDisplayMedia().then(
        () => 'granted',
        () => 'denied',
      );
      const clipboard = await navigator.clipboard.readText().then(
        () => 'granted',
        () => 'denied',
      );
      return [...queried, media, screen, clipboard, await Notification.requestPermission()];
    });
    expect(new Set(states)).toStrictEqual(new Set(['denied']));
  });

  await test.step('are answered in a window of the app', async () => {
    const answer = await page.evaluate(() => (window as unknown as PageWindow).api.getSettings());
    expect(answer).toStrictEqual({
      ok: true,
      value: {
        theme: 'system',
        allowConsoleLinks: true,
        askBeforeConsole: true,
        savedQueries: [],
        reviewer: expect.stringMatching(/\S/),
      },
    });
  });

  await test.step('that do not fit the contract are refused', async () => {
    const answer = await page.evaluate(() => {
      const { api } = window as unknown as { readonly api: { setSettings(value: unknown): Promise<unknown> } };
      return api.setSettings({ theme: 'pink' });
    });
    expect(answer).toStrictEqual({
      ok: false,
      error: { kind: 'refused', reason: 'The request to settings:set does not have the agreed shape.' },
    });
  });

  await test.step('cannot open a path that the page made up', async () => {
    const answer = await page.evaluate(() =>
      (window as unknown as PageWindow).api.openDropped([new File(['{}'], '/etc/passwd')]),
    );
    expect(answer).toStrictEqual({
      ok: false,
      error: { kind: 'refused', reason: 'The request to files:open-dropped does not have the agreed shape.' },
    });
  });

  await test.step('open no address outside the Google Cloud console (item 15)', async () => {
    const answer = await page.evaluate(() =>
      (window as unknown as PageWindow).api.openConsole({ url: 'https://console.cloud.google.com.evil.example/' }),
    );
    expect(answer).toStrictEqual({
      ok: false,
      error: { kind: 'address-refused', address: 'https://console.cloud.google.com.evil.example/' },
    });
  });

  await test.step('the app:// scheme serves nothing outside the page folder (item 18)', async () => {
    const statuses = await app.electronApp.evaluate(async ({ session }) => {
      const paths = [
        'index.html',
        '../main/index.js',
        '%2e%2e/main/index.js',
        '..%2fmain%2findex.js',
        '..%5cmain%5cindex.js',
        'x.html',
      ];
      return await Promise.all(
        paths.map((path) =>
          session.defaultSession.fetch(`app://vertex-lineage/${path}`).then((response) => response.status),
        ),
      );
    });
    expect(statuses).toStrictEqual([200, 404, 404, 400, 400, 404]);
  });
});

test('the page policy (item 7) lets the app start and show its inventory without a violation', async ({ launch }) => {
  // The fixture fails the test on any error on the console, and Chromium reports violations there.
  const app = await launch([], { appArguments: ['--sample'] });
  await expect.poll(() => app.output()).toContain('ready: ');
});

test('the page policy (item 7) and the network (item 1)', async ({ launch }) => {
  const { page } = await launch([], { expectedProblems: [...REFUSALS, /WebSocket/] });

  await test.step('refuses foreign frames and images, inline styles and a page base', async () => {
    await page.evaluate(() => {
      const directives = new Set<string>();
      Object.assign(window, { violated: directives });
      document.addEventListener('securitypolicyviolation', (event) => directives.add(event.effectiveDirective));
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      const image = document.createElement('img');
      image.src = 'https://example.com/pixel.png';
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      const base = document.createElement('base');
      base.href = 'https://example.com/';
      document.body.append(frame, image, style, base);
    });
    const violated = (): Promise<string[]> =>
      page.evaluate(() => [...(window as unknown as { violated: Set<string> }).violated].toSorted());
    await expect.poll(violated).toStrictEqual(['base-uri', 'frame-src', 'img-src', 'style-src-elem']);
  });

  await test.step('refuses code and markup made from text', async () => {
    const results = await page.evaluate(async () => {
      const attempts: Record<string, () => unknown> = {
        // oxlint-disable-next-line no-eval -- it is what must be refused
        eval: () => globalThis.eval('1 + 1') as unknown,
        // oxlint-disable-next-line no-implied-eval -- it is what must be refused
        function: () => new Function('return 1'),
        innerHTML: () => {
          document.createElement('div').innerHTML = '<b>x</b>';
        },
        scriptText: () => {
          document.createElement('script').textContent = 'window.hacked = 1';
        },
        foreignWorker: () => new Worker('https://example.com/worker.js'),
        blobWorker: () => new Worker(URL.createObjectURL(new Blob(['1'], { type: 'text/javascript' }))),
        secondPolicy: () =>
          (
            window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
          ).trustedTypes.createPolicy('another', {}),
      };
      // The test driver's own call may use eval; what runs after it may not.
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
      const outcomes: Record<string, string> = {};
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          await attempt();
          outcomes[name] = 'allowed';
        } catch {
          outcomes[name] = 'refused';
        }
      }
      return outcomes;
    });
    expect(results).toStrictEqual({
      eval: 'refused',
      function: 'refused',
      innerHTML: 'refused',
      scriptText: 'refused',
      foreignWorker: 'refused',
      blobWorker: 'refused',
      secondPolicy: 'refused',
    });
  });

  await test.step('is refused to the page by the policy', async () => {
    const outcomes = await page.evaluate(async () => {
      const addresses = [
        'https://example.com/',
        'http://localhost/',
        'file:///etc/passwd',
        'app://vertex-lineage/index.html',
      ];
      return await Promise.all(
        addresses.map((address) =>
          fetch(address).then(
            () => 'allowed',
            () => 'refused',
          ),
        ),
      );
    });
    expect(outcomes).toStrictEqual(['refused', 'refused', 'refused', 'refused']);
    expect(await page.evaluate(() => navigator.sendBeacon('https://example.com/', 'x') || true)).toBe(true);
  });
});

test('navigation (items 13, 14) is refused', async ({ launch }) => {
  const { page } = await launch([], { expectedProblems: [...REFUSALS, /Not allowed to (load|navigate)/] });
  // Whoever leaves the page for one moment has another of these.
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  for (const address of [
    'https://example.com/',
    'app://vertex-lineage.evil/',
    'file:///etc/passwd',
    'data:text/html,x',
  ]) {
    await test.step(`to ${address}`, async () => {
      await page.evaluate((target) => {
        window.location.assign(target);
      }, address);
      await page.waitForTimeout(400);
      expect(page.url()).toBe('app://vertex-lineage/index.html');
      expect(await page.evaluate(() => typeof (window as unknown as PageWindow).api)).toBe('object');
      expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
    });
  }
});

test('calls to the main process (item 17)', async ({ launch }) => {
  const { electronApp } = await launch([], { expectedProblems: [/.*/] });

  await test.step('are refused to our page in a window that is not ours', async () => {
    const page = await openForeignWindow(electronApp, 'app://vertex-lineage/index.html', false);
    expect(await page.evaluate(() => (window as unknown as PageWindow).api.getSettings())).toStrictEqual({
      ok: false,
      error: { kind: 'refused', reason: 'The sender is not a window of this app.' },
    });
  });

  await test.step('are refused to another page', async () => {
    const page = await openForeignWindow(electronApp, 'about:blank', false);
    expect(await page.evaluate(() => (window as unknown as PageWindow).api.getSettings())).toStrictEqual({
      ok: false,
      error: { kind: 'refused', reason: 'The sender is not a page of this app.' },
    });
  });

  await test.step('are refused to a frame inside our own page', async () => {
    const page = await openForeignWindow(electronApp, 'app://vertex-lineage/index.html', true);
    // The policy allows no frame, so that this second line of defence can only be reached without it.
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setBypassCSP', { enabled: true });
    await page.reload();
    const answer = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<p>inside</p>';
      const loaded = new Promise((resolve) => {
        frame.addEventListener('load', resolve);
      });
      document.body.append(frame);
      await loaded;
      return await (frame.contentWindow as unknown as PageWindow).api.getSettings();
    });
    expect(answer).toStrictEqual({
      ok: false,
      error: { kind: 'refused', reason: 'The sender is a frame inside a page.' },
    });
  });
});
