import { describeAppError, type AppError, type Result } from '../../shared/errors/app-error.ts';
import type { WindowApi } from '../../shared/ipc/api.ts';

declare global {
  interface Window {
    readonly api: WindowApi<File>;
  }
}

export type MainProcess = WindowApi<File>;

/** An answer of the main process that is not a value; `message` is in the user's words. */
export class MainProcessError extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(describeAppError(error).message);
    this.name = 'MainProcessError';
    this.error = error;
  }
}

/** Returns the way to the main process. The only place that reads `window.api`. */
export function connectToMainProcess(): MainProcess {
  return window.api;
}

/** Returns the value of a call, or throws its error as a `MainProcessError`. */
export async function valueOf<Value>(call: Promise<Result<Value>>): Promise<Value> {
  const result = await call;
  if (result.ok) return result.value;
  throw new MainProcessError(result.error);
}
