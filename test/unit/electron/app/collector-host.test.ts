import type { MessagePortMain } from 'electron';
import { describe, expect, it } from 'vitest';
import { AppFailure } from '../../../../electron/app/app-failure.ts';
import { createCollectorHost, type CollectorProcess } from '../../../../electron/app/collector-host.ts';
import { STARTING } from '../../../../shared/ipc/collection.ts';
import type { CollectorMessage } from '../../../../shared/ipc/collector-messages.ts';
import { createLogDouble } from '../../../doubles/log.ts';

interface ProcessDouble extends CollectorProcess {
  readonly posted: { readonly message: CollectorMessage; readonly ports: readonly MessagePortMain[] }[];
  readonly say: (message: unknown) => void;
  readonly end: (code: number) => void;
  killed: boolean;
}

function processDouble(): ProcessDouble {
  const listeners: ((message: unknown) => void)[] = [];
  const ends: ((code: number) => void)[] = [];
  const double: ProcessDouble = {
    posted: [],
    killed: false,
    postMessage: (message, ports = []) => double.posted.push({ message, ports }),
    on: (event: 'message' | 'exit', listener: never) => (event === 'message' ? listeners : ends).push(listener),
    kill: () => (double.killed = true),
    say: (message) => {
      for (const listener of listeners) listener(message);
    },
    end: (code) => {
      for (const listener of ends) listener(code);
    },
  };
  return double;
}

function setUp() {
  const processes: ProcessDouble[] = [];
  const events: string[] = [];
  const host = createCollectorHost({
    fork: () => {
      const started = processDouble();
      processes.push(started);
      return started;
    },
    status: (id, { phase }) => events.push(`${id} ${phase}`),
    lost: () => events.push('lost'),
    log: createLogDouble(),
  });
  return { host, processes, events };
}

const ADC = { source: 'adc' } as const;

describe('the host of the collecting process', () => {
  it('starts it by the first question and gives back the answer', async () => {
    const { host, processes } = setUp();
    expect(processes).toHaveLength(0);
    const answer = host.call({ type: 'list-projects', credentials: ADC });
    processes[0]?.say({ type: 'answer', id: 1, ok: true, value: [{ id: 'northwind' }] });
    expect(await answer).toStrictEqual([{ id: 'northwind' }]);
    expect(processes[0]?.posted.map(({ message }) => message)).toStrictEqual([
      { type: 'call', id: 1, call: { type: 'list-projects', credentials: ADC } },
    ]);
  });

  it('lets nothing of an answer through that the agreed shape does not name', async () => {
    const { host, processes } = setUp();
    const answer = host.call({ type: 'list-projects', credentials: ADC });
    processes[0]?.say({ type: 'answer', id: 1, ok: true, value: [{ id: 'northwind', token: 'ya29.secret' }] });
    expect(await answer).toStrictEqual([{ id: 'northwind' }]);
  });

  it('passes on why a question has no answer', async () => {
    const { host, processes } = setUp();
    const answer = host.call({ type: 'list-sources' });
    processes[0]?.say({
      type: 'answer',
      id: 1,
      ok: false,
      error: { kind: 'auth', problem: { kind: 'gcloud-missing' } },
    });
    await expect(answer).rejects.toStrictEqual(
      new AppFailure({ kind: 'credentials', problem: { kind: 'gcloud-missing' } }),
    );
  });

  it('tells when the process ends by itself, and starts another by the next use', async () => {
    const { host, processes, events } = setUp();
    const answer = host.call({ type: 'list-sources' });
    processes[0]?.end(5);
    await expect(answer).rejects.toStrictEqual(new AppFailure({ kind: 'collector-lost' }));
    host.task('a', { type: 'refresh' }, {} as MessagePortMain, false);
    expect([events, processes.length]).toStrictEqual([['lost'], 2]);
  });

  it('relays how far collections are, and passes over what it does not understand', () => {
    const { host, processes, events } = setUp();
    host.task('a', { type: 'refresh' }, {} as MessagePortMain, true);
    processes[0]?.say({ type: 'status', collection: 'a', status: STARTING });
    processes[0]?.say({ type: 'status', collection: 'a', status: 'odd' });
    expect(events).toStrictEqual(['a starting']);
    expect(processes[0]?.posted).toHaveLength(1);
  });

  it('ends the process with the app, which is no loss', () => {
    const { host, processes, events } = setUp();
    host.task('a', { type: 'refresh' }, {} as MessagePortMain, true);
    host.stop();
    processes[0]?.end(0);
    expect([processes[0]?.killed, events]).toStrictEqual([true, []]);
  });
});
