import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppFailure } from '../../electron/app/app-failure.ts';
import { answer, registerHandlers, type Handlers } from '../../electron/ipc/register.ts';
import { senderRefusal } from '../../electron/ipc/trusted-sender.ts';
import { INVOKE_CHANNELS } from '../../shared/ipc/channels.ts';
import { ipcMain, WebContentsDouble } from '../doubles/electron.ts';
import { createLogDouble } from '../doubles/log.ts';

vi.mock('electron', () => import('../doubles/electron.ts'));

const OUR_FRAME = { origin: 'app://vertex-lineage', parent: null };
const contents = new WebContentsDouble() as unknown as Parameters<Handlers['settings:get']>[1];

type Frame = { readonly origin: string; readonly parent: unknown } | null;

/** Handlers of which each records that it ran. */
function recordingHandlers(overrides: Partial<Handlers> = {}): { readonly handlers: Handlers; readonly ran: string[] } {
  const ran: string[] = [];
  const recording = Object.fromEntries(
    INVOKE_CHANNELS.map((channel) => [
      channel,
      () => {
        ran.push(channel);
      },
    ]),
  );
  return { ran, handlers: { ...(recording as unknown as Handlers), ...overrides } };
}

function call(
  channel: (typeof INVOKE_CHANNELS)[number],
  frame: Frame,
  args: readonly unknown[],
  handlers: Handlers,
  known = true,
) {
  return answer(channel, handlers, { sender: contents, senderFrame: frame }, args, () => known, createLogDouble());
}

beforeEach(() => ipcMain.handlers.clear());

describe('the sender of a call (checklist item 17)', () => {
  it('is believed when it is the top frame of our page in one of our windows', () => {
    expect(senderRefusal({ frame: { origin: 'app://vertex-lineage', isTop: true }, knownWindow: true })).toBe(
      undefined,
    );
  });

  it.each([
    'app://vertex-lineage.evil',
    'app://other',
    'https://vertex-lineage',
    'https://example.com',
    'file://',
    'null',
    '',
    'app://vertex-lineage/',
    'APP://vertex-lineage',
  ])('is refused when its origin is "%s"', (origin) => {
    expect(senderRefusal({ frame: { origin, isTop: true }, knownWindow: true })).toBe(
      'The sender is not a page of this app.',
    );
  });

  it.each(INVOKE_CHANNELS)(
    'is refused on %s when it is a sub-frame, gone, foreign or in no window of ours',
    async (channel) => {
      const { handlers, ran } = recordingHandlers();
      const answers = [
        await call(channel, { ...OUR_FRAME, parent: {} }, [], handlers),
        await call(channel, null, [], handlers),
        await call(channel, { ...OUR_FRAME, origin: 'https://example.com' }, [], handlers),
        await call(channel, OUR_FRAME, [], handlers, false),
      ];
      const reasons = [
        'The sender is a frame inside a page.',
        'The sender is gone.',
        'The sender is not a page of this app.',
        'The sender is not a window of this app.',
      ];
      expect({ answers, ran }).toStrictEqual({
        answers: reasons.map((reason) => ({ ok: false, error: { kind: 'refused', reason } })),
        ran: [],
      });
    },
  );

  it('is judged before anything is awaited, since its frame turns null when it navigates', async () => {
    const { handlers, ran } = recordingHandlers();
    const event: { sender: typeof contents; senderFrame: Frame } = { sender: contents, senderFrame: OUR_FRAME };
    const answered = answer('files:clear-recent', handlers, event, [], () => true, createLogDouble());
    event.senderFrame = null;
    await answered;
    expect(ran).toStrictEqual(['files:clear-recent']);
  });

  it('is logged when it is refused', async () => {
    const log = createLogDouble();
    const event = { sender: contents, senderFrame: null };
    await answer('settings:get', recordingHandlers().handlers, event, [], () => true, log);
    expect(log.lines).toStrictEqual([
      ['warn', 'call refused', { channel: 'settings:get', reason: 'The sender is gone.' }],
    ]);
  });
});

describe('a request', () => {
  it.each([
    ['app:get-info', [{ extra: 1 }]],
    ['files:choose', []],
    ['files:choose', [{ what: 'disk' }]],
    ['files:open-recent', ['id']],
    ['files:open-dropped', [{ paths: [] }]],
    ['files:open-dropped', [{ paths: [''] }]],
    ['files:open-dropped', [{ paths: [7] }]],
    ['files:save-snapshot', [{ suggestedName: 'a', bytes: 'text' }]],
    [
      'files:save-table',
      [
        { suggestedName: '', text: '' },
        { suggestedName: 'a.csv', text: 1 },
      ],
    ],
    ['files:save-image', [{ suggestedName: '', bytes: new Uint8Array() }]],
    ['shell:open-console', [{ url: 7 }]],
    ['shell:open-console', [{ url: 'https://console.cloud.google.com/'.padEnd(5000, 'x') }]],
    ['settings:set', [{ theme: 'pink' }]],
    ['settings:set', [{ unknown: true }]],
    ['settings:set', [JSON.parse('{"__proto__": {"theme": "dark"}, "constructor": 1}')]],
    ['window:report-ready', [{ jobs: -1, resources: 1, links: 1 }]],
    ['window:report-ready', [{ jobs: Number.NaN, resources: 1, links: 1 }]],
    ['window:report-problem', [{ during: 'opening', message: 'x'.repeat(5000) }]],
    ['files:clear-recent', [undefined, 'second']],
  ] as const)('to %s that does not fit the contract reaches no handler (%#)', async (channel, args) => {
    const { handlers, ran } = recordingHandlers();
    const result = await call(channel, OUR_FRAME, args, handlers);
    const reason = `The request to ${channel} does not have the agreed shape.`;
    expect({ result, ran }).toStrictEqual({ result: { ok: false, error: { kind: 'refused', reason } }, ran: [] });
  });
});

describe('an answer', () => {
  it('is the value of the handler', async () => {
    const settings = {
      theme: 'dark' as const,
      allowConsoleLinks: true,
      askBeforeConsole: false,
      savedQueries: [],
      reviewer: '',
    };
    const { handlers } = recordingHandlers({ 'settings:get': () => settings });
    expect(await call('settings:get', OUR_FRAME, [], handlers)).toStrictEqual({ ok: true, value: settings });
  });

  it('carries nothing that the contract does not name, such as a token', async () => {
    const settings = {
      theme: 'dark' as const,
      allowConsoleLinks: true,
      askBeforeConsole: false,
      savedQueries: [],
      reviewer: '',
    };
    const { handlers } = recordingHandlers({ 'settings:get': () => ({ ...settings, token: 'ya29.secret' }) });
    expect(await call('settings:get', OUR_FRAME, [], handlers)).toStrictEqual({ ok: true, value: settings });
  });

  it('is an error of the closed list when the handler fails with one', async () => {
    const { handlers } = recordingHandlers({
      'files:open-recent': () => Promise.reject(new AppFailure({ kind: 'file-not-found', file: 'jobs.json' })),
    });
    expect(await call('files:open-recent', OUR_FRAME, [{ id: '1' }], handlers)).toStrictEqual({
      ok: false,
      error: { kind: 'file-not-found', file: 'jobs.json' },
    });
  });

  it('tells the window nothing about an unexpected error, and the log everything', async () => {
    const { handlers } = recordingHandlers({
      'settings:get': () => {
        throw new Error('token ya29.secret in /home/ada');
      },
    });
    const log = createLogDouble();
    const event = { sender: contents, senderFrame: OUR_FRAME };
    expect(await answer('settings:get', handlers, event, [], () => true, log)).toStrictEqual({
      ok: false,
      error: { kind: 'internal', reason: 'An unexpected error happened; the log has the details.' },
    });
    expect(log.lines.map(([level, event_]) => [level, event_])).toStrictEqual([['error', 'call failed']]);
  });

  it('is an error when the handler gives what the contract does not allow', async () => {
    const { handlers } = recordingHandlers({ 'files:list-recent': () => [{ id: 1 }] as never });
    expect(await call('files:list-recent', OUR_FRAME, [], handlers)).toStrictEqual({
      ok: false,
      error: { kind: 'internal', reason: 'An unexpected error happened; the log has the details.' },
    });
  });
});

describe('registration', () => {
  it('covers the channels of the contract and no other', () => {
    registerHandlers(recordingHandlers().handlers, () => true, createLogDouble());
    expect([...ipcMain.handlers.keys()]).toStrictEqual([...INVOKE_CHANNELS]);
  });

  it('judges the sender of what Electron hands over', async () => {
    const { handlers, ran } = recordingHandlers();
    registerHandlers(handlers, () => true, createLogDouble());
    const handler = ipcMain.handlers.get('settings:get');
    expect(await handler?.({ sender: contents, senderFrame: { ...OUR_FRAME, parent: {} } })).toStrictEqual({
      ok: false,
      error: { kind: 'refused', reason: 'The sender is a frame inside a page.' },
    });
    expect(ran).toStrictEqual([]);
  });
});
