import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import type { AppError, Result } from '../../shared/errors/app-error.ts';
import { INVOKE_CHANNELS, type InvokeChannel } from '../../shared/ipc/channels.ts';
import { contract, type RequestOf, type ResponseOf } from '../../shared/ipc/contract.ts';
import type { Log } from '../app/log.ts';
import { AppFailure } from '../app/app-failure.ts';
import { senderRefusal, type Sender } from './trusted-sender.ts';

/** One handler per channel. A handler throws `AppFailure` for an error that the user should hear of. */
export type Handlers = {
  readonly [Channel in InvokeChannel]: (
    request: RequestOf<Channel>,
    contents: WebContents,
  ) => ResponseOf<Channel> | Promise<ResponseOf<Channel>>;
};

/** What answering needs of an invocation. */
export interface Invocation {
  readonly sender: WebContents;
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null;
}

/** Registers every channel of the contract. The only user of ipcMain. */
export function registerHandlers(
  handlers: Handlers,
  isKnownWindow: (contents: WebContents) => boolean,
  log: Log,
): void {
  for (const channel of INVOKE_CHANNELS) {
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...args: readonly unknown[]) =>
      answer(channel, handlers, event, args, isKnownWindow, log),
    );
  }
}

/**
 * Returns the answer to one invocation; never rejects. The sender is judged before anything is awaited, since its frame
 * turns null when it navigates; the request must fit the contract, and so must the response, so that nothing that the
 * contract does not name can reach the window.
 */
export function answer<Channel extends InvokeChannel>(
  channel: Channel,
  handlers: Handlers,
  event: Invocation,
  args: readonly unknown[],
  isKnownWindow: (contents: WebContents) => boolean,
  log: Log,
): Promise<Result<ResponseOf<Channel>>> {
  const refusal = senderRefusal(senderOf(event, isKnownWindow));
  if (refusal !== undefined) {
    log.warn('call refused', { channel, reason: refusal });
    return Promise.resolve({ ok: false, error: { kind: 'refused', reason: refusal } });
  }
  const request = contract[channel].request.safeParse(args[0]);
  if (!request.success || args.length > 1) {
    const reason = `The request to ${channel} does not have the agreed shape.`;
    log.warn('call refused', { channel, reason: request.error?.message ?? 'too many arguments' });
    return Promise.resolve({ ok: false, error: { kind: 'refused', reason } });
  }
  return run(channel, handlers, request.data as RequestOf<Channel>, event.sender, log);
}

async function run<Channel extends InvokeChannel>(
  channel: Channel,
  handlers: Handlers,
  request: RequestOf<Channel>,
  contents: WebContents,
  log: Log,
): Promise<Result<ResponseOf<Channel>>> {
  try {
    const response = await handlers[channel](request, contents);
    return { ok: true, value: contract[channel].response.parse(response) as ResponseOf<Channel> };
  } catch (error) {
    const appError = toAppError(error);
    log.error('call failed', {
      channel,
      kind: appError.kind,
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return { ok: false, error: appError };
  }
}

function senderOf(event: Invocation, isKnownWindow: (contents: WebContents) => boolean): Sender {
  const frame = event.senderFrame;
  return {
    frame: frame === null ? null : { origin: frame.origin, isTop: frame.parent === null },
    knownWindow: isKnownWindow(event.sender),
  };
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppFailure) return error.error;
  return { kind: 'internal', reason: 'An unexpected error happened; the log has the details.' };
}
