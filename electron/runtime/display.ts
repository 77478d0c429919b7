import type { Host } from './host.ts';

/** Whether windows need a virtual display here: on Linux, when there is neither an X server nor Wayland. */
export function needsVirtualDisplay(host: Pick<Host, 'platform' | 'environment'>): boolean {
  if (host.platform !== 'linux') return false;
  return !host.environment['DISPLAY'] && !host.environment['WAYLAND_DISPLAY'];
}

/** A command, and its argument list. */
export interface Command {
  readonly command: string;
  readonly parameters: readonly string[];
}

/** Large enough that no window of the tests is clipped. */
const VIRTUAL_SCREEN = '-screen 0 1920x1200x24';

/** Runs a command on a virtual display of its own (`-a`: whichever display number is free). */
export function onVirtualDisplay(command: Command): Command {
  return {
    command: 'xvfb-run',
    parameters: ['-a', '-s', VIRTUAL_SCREEN, command.command, ...command.parameters],
  };
}
