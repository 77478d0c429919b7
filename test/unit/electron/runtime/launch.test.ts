import { describe, expect, it } from 'vitest';
import {
  isHarmless,
  launchArguments,
  launchCommand,
  launchEnvironment,
  runToEnd,
} from '../../../../electron/runtime/launch.ts';
import { createFakeHost } from './fake-host.ts';

const electron = { executable: '/electron', mark: 'electron 45.4.1' };
const fallback = { executable: '/fallback', mark: 'fallback' };

describe('launchArguments()', () => {
  it('gives --no-sandbox to root', () => {
    expect(launchArguments(true, '/app', ['a.json'])).toStrictEqual(['--no-sandbox', '/app', 'a.json']);
  });

  it('gives --no-sandbox to nobody else', () => {
    expect(launchArguments(false, '/app', ['a.json'])).toStrictEqual(['/app', 'a.json']);
  });
});

describe('launchEnvironment()', () => {
  it('names the runtime, and keeps Electron from acting as Node', () => {
    expect(launchEnvironment({ HOME: '/me', ELECTRON_RUN_AS_NODE: '1', EMPTY: undefined }, electron)).toStrictEqual({
      HOME: '/me',
      VERTEX_LINEAGE_RUNTIME: 'electron 45.4.1',
    });
  });

  it('hides credentials from the fallback, and only from it', () => {
    const environment = { HOME: '/me', GOOGLE_APPLICATION_CREDENTIALS: '/key', CLOUDSDK_CONFIG: '/config' };
    expect(launchEnvironment(environment, fallback)).toStrictEqual({ HOME: '/me', VERTEX_LINEAGE_RUNTIME: 'fallback' });
    expect(launchEnvironment(environment, electron)).toStrictEqual({
      ...environment,
      VERTEX_LINEAGE_RUNTIME: 'electron 45.4.1',
    });
  });
});

describe('launchCommand()', () => {
  it('starts Electron itself where there is a display', () => {
    const host = createFakeHost({ environment: { DISPLAY: ':0' } });
    expect(launchCommand(host, electron, '/app', [])).toStrictEqual({ command: '/electron', parameters: ['/app'] });
  });

  it('starts it on a virtual display where there is none', () => {
    expect(launchCommand(createFakeHost(), electron, '/app', ['a.json'])).toStrictEqual({
      command: 'xvfb-run',
      parameters: ['-a', '-s', '-screen 0 1920x1200x24', '/electron', '/app', 'a.json'],
    });
  });
});

describe('isHarmless()', () => {
  it('knows the noise of a machine without a desktop session', () => {
    expect(
      isHarmless('[1:1123/1:ERROR:bus.cc(407)] Failed to connect to the bus: Could not parse server address'),
    ).toBe(true);
  });

  it('knows the noise of a page that is replaced', () => {
    expect(
      isHarmless(
        '[1:1123/1:ERROR:interface_endpoint_client.cc(725)] Message 6 rejected by interface blink.mojom.WidgetHost',
      ),
    ).toBe(true);
  });

  it('lets every other line through', () => {
    expect(isHarmless('Error: the app broke')).toBe(false);
  });
});

describe('runToEnd()', () => {
  it('hands on the exit code', async () => {
    const command = { command: process.execPath, parameters: ['-e', 'process.exit(3)'] };
    expect(await runToEnd(command, {})).toBe(3);
  });

  it('gives the environment it is told, and no more', async () => {
    const script = 'process.exit(process.env.GIVEN === "yes" && process.env.HOME === undefined ? 0 : 1)';
    expect(await runToEnd({ command: process.execPath, parameters: ['-e', script] }, { GIVEN: 'yes' })).toBe(0);
  });

  it('fails when there is no such program', async () => {
    await expect(runToEnd({ command: '/no/such/program', parameters: [] }, {})).rejects.toThrow(/ENOENT/);
  });
});
