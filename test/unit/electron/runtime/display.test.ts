import { describe, expect, it } from 'vitest';
import { needsVirtualDisplay, onVirtualDisplay } from '../../../../electron/runtime/display.ts';

describe('needsVirtualDisplay()', () => {
  it.each([
    ['Linux without a display', 'linux', {}, true],
    ['Linux with an X server', 'linux', { DISPLAY: ':0' }, false],
    ['Linux with Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, false],
    ['Linux with an empty DISPLAY', 'linux', { DISPLAY: '' }, true],
    ['macOS', 'darwin', {}, false],
    ['Windows', 'win32', {}, false],
  ])('%s', (_name, platform, environment, expected) => {
    expect(needsVirtualDisplay({ platform, environment })).toBe(expected);
  });
});

describe('onVirtualDisplay()', () => {
  it('puts xvfb-run in front of the command', () => {
    expect(onVirtualDisplay({ command: '/electron', parameters: ['/app', 'a b.json'] })).toStrictEqual({
      command: 'xvfb-run',
      parameters: ['-a', '-s', '-screen 0 1920x1200x24', '/electron', '/app', 'a b.json'],
    });
  });
});
