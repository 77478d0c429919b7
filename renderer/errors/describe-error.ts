import { describeAppError } from '../../shared/errors/app-error.ts';
import type { AppErrorDescription } from '../../shared/errors/error-description.ts';
import { MainProcessError } from '../api/client.ts';
import { InventoryError } from '../inventory/inventory-client.ts';

/** Returns the wording of anything that was thrown in the window: the only place that turns it into text. */
export function describeError(error: unknown): AppErrorDescription {
  if (error instanceof MainProcessError) return describeAppError(error.error);
  if (error instanceof InventoryError) {
    return error.code === 'lost'
      ? {
          title: 'The inventory was lost',
          message: error.message,
          advice: 'Open the files again. If they are very large, open a part of them.',
        }
      : {
          title: 'This could not be answered',
          message: error.message,
          advice: 'Try again; if it happens again, open the files anew.',
        };
  }
  return {
    title: 'Something went wrong in this window',
    message: error instanceof Error ? error.message : String(error),
    advice: 'Try again; if it happens again, please report it with the log (Help > Open Log Folder).',
  };
}

/** Whether an error only says that a newer call replaced this one: nothing to tell the user. */
export function isSuperseded(error: unknown): boolean {
  return error instanceof InventoryError && error.code === 'superseded';
}
