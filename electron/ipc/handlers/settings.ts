import { AppFailure } from '../../app/app-failure.ts';
import { describeSystemError } from '../../files/describe-system-error.ts';
import type { SettingsService } from '../../app/settings-service.ts';
import type { Handlers } from '../register.ts';

/** Returns the handlers for what the user can set. */
export function settingsHandlers(settings: SettingsService): Pick<Handlers, 'settings:get' | 'settings:set'> {
  return {
    'settings:get': () => settings.get(),
    'settings:set': async (changes) => {
      try {
        return await settings.change(changes);
      } catch (error) {
        throw new AppFailure({ kind: 'settings-not-saved', reason: describeSystemError(error) }, error);
      }
    },
  };
}
