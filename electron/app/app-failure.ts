import { describeAppError, type AppError } from '../../shared/errors/app-error.ts';

/** An error of the closed list on its way to the caller; the registrar turns it into data. */
export class AppFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError, cause?: unknown) {
    super(describeAppError(error).message, { cause });
    this.name = 'AppFailure';
    this.error = error;
  }
}
