import { describe, expect, it } from 'vitest';
import { isAllowedRequest, refuseNetwork, silenceChromium } from '../../electron/app/network.ts';
import { SessionDouble } from '../doubles/electron.ts';

const OUTSIDE = [
  'https://example.com/',
  'http://localhost:8080/',
  'ws://localhost/',
  'wss://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'app://other/',
  'chrome-extension://abc/page.html',
  'chrome://gpu',
  'not an address',
];

describe('requests of a window (checklist item 1)', () => {
  it.each(OUTSIDE)('for %s are refused', (address) => {
    expect(isAllowedRequest(address, true)).toBe(false);
  });

  it('for our own page are allowed', () => {
    expect(isAllowedRequest('app://vertex-lineage/assets/index.js', false)).toBe(true);
  });

  it('for the developer tools are allowed in development only', () => {
    const address = 'devtools://devtools/bundled/inspector.html';
    expect([isAllowedRequest(address, true), isAllowedRequest(address, false)]).toStrictEqual([true, false]);
  });

  it('are cancelled in the session, for every address', async () => {
    const session = new SessionDouble();
    await refuseNetwork(session as unknown as Parameters<typeof refuseNetwork>[0], false);
    const answers: unknown[] = [];
    for (const url of [...OUTSIDE, 'app://vertex-lineage/index.html']) {
      session.beforeRequest?.({ url }, (answer) => answers.push(answer));
    }
    expect(answers).toStrictEqual([...OUTSIDE.map(() => ({ cancel: true })), { cancel: false }]);
  });

  it('are not made by the spelling checker or the search for a proxy', async () => {
    const session = new SessionDouble();
    await refuseNetwork(session as unknown as Parameters<typeof refuseNetwork>[0], false);
    expect([session.spellChecker, session.dictionaries, session.proxy]).toStrictEqual([
      false,
      'app://vertex-lineage/dictionaries/',
      { mode: 'direct' },
    ]);
  });

  it('are not made by Chromium on its own account', () => {
    const switches: string[] = [];
    silenceChromium({
      appendSwitch: (name, value) => {
        switches.push(value === undefined ? name : `${name}=${value}`);
      },
    });
    expect(switches).toStrictEqual([
      'host-resolver-rules=MAP * ~NOTFOUND',
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'no-pings',
    ]);
  });
});
