import { describe, expect, it } from 'vitest';
import { guardContents, type GuardedContents } from '../../electron/app/guards.ts';
import { WebContentsDouble } from '../doubles/electron.ts';
import { createLogDouble } from '../doubles/log.ts';

const FOREIGN = [
  'https://example.com/',
  'http://vertex-lineage/index.html',
  'app://host.evil/index.html',
  'app://vertex-lineage.evil/index.html',
  'app://user@vertex-lineage/index.html',
  'app://user:password@vertex-lineage/',
  'app://vertex-lineage:8080/index.html',
  'file:///etc/passwd',
  // oxlint-disable-next-line no-script-url -- it is what must be refused
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:app://vertex-lineage/0',
  'devtools://devtools/bundled/inspector.html',
  'about:blank',
  'not an address',
  '',
];

function guarded(): WebContentsDouble {
  const contents = new WebContentsDouble();
  guardContents(contents as unknown as GuardedContents, createLogDouble());
  return contents;
}

describe('navigation (checklist item 13)', () => {
  describe.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s', (event) => {
    it.each(FOREIGN)('to %s is prevented', (address) => {
      expect(guarded().isPrevented(event, address)).toBe(true);
    });

    it('to our own page is allowed', () => {
      expect(guarded().isPrevented(event, 'app://vertex-lineage/index.html')).toBe(false);
    });
  });

  it('is logged when it is refused', () => {
    const contents = new WebContentsDouble();
    const log = createLogDouble();
    guardContents(contents as unknown as GuardedContents, log);
    contents.isPrevented('will-navigate', 'https://example.com/');
    expect(log.lines).toStrictEqual([['warn', 'navigation refused', { url: 'https://example.com/' }]]);
  });
});

describe('new windows (checklist item 14)', () => {
  it.each([...FOREIGN, 'app://vertex-lineage/index.html'])('are denied for %s', (url) => {
    expect(guarded().windowOpenHandler?.({ url })).toStrictEqual({ action: 'deny' });
  });
});

describe('webviews (checklist item 12)', () => {
  it('are prevented from being attached', () => {
    expect(guarded().isPrevented('will-attach-webview', 'app://vertex-lineage/index.html')).toBe(true);
  });
});

describe('WebRTC', () => {
  it('cannot reach the network past the proxy', () => {
    expect(guarded().webRtcPolicy).toBe('disable_non_proxied_udp');
  });
});
