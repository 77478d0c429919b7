import type { Host, ProcessResult } from '../../../../electron/runtime/host.ts';

/** What a test says about the machine: everything left out is a Debian machine with nothing on it. */
export interface FakeMachine {
  readonly platform?: string;
  readonly architecture?: string;
  readonly isRoot?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  /** The answer to a command line, by its start; the first that fits. Unknown commands are not found. */
  readonly answers?: readonly (readonly [start: string, result: Partial<ProcessResult>])[];
  readonly now?: number;
}

/** A host that only remembers. */
export interface FakeHost extends Host {
  readonly commands: string[];
  readonly said: string[];
  readonly files: Map<string, string>;
}

/** Makes a machine out of what a test says about it. */
export function createFakeHost(machine: FakeMachine = {}): FakeHost {
  const commands: string[] = [];
  const said: string[] = [];
  const files = new Map(Object.entries(machine.files ?? {}));
  return {
    platform: machine.platform ?? 'linux',
    architecture: machine.architecture ?? 'x64',
    isRoot: machine.isRoot ?? false,
    environment: machine.environment ?? {},
    commands,
    said,
    files,
    run: (command, parameters) => {
      const line = [command, ...parameters].join(' ');
      commands.push(line);
      const answer = machine.answers?.find(([start]) => `${line} `.startsWith(`${start} `));
      return Promise.resolve({ code: answer === undefined ? 127 : 0, stdout: '', stderr: '', ...answer?.[1] });
    },
    exists: (path) => files.has(path),
    readText: (path) => files.get(path),
    writeText: (path, text) => {
      files.set(path, text);
    },
    now: () => machine.now ?? 0,
    say: (line) => {
      said.push(line);
    },
  };
}
