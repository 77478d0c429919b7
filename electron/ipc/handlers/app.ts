import type { AppInfo, Licence } from '../../../shared/ipc/contract.ts';
import type { Handlers } from '../register.ts';

/** Returns the handlers that say what this program is and what it is made of. */
export function appHandlers(
  info: AppInfo,
  readLicences: () => Promise<Licence[]>,
): Pick<Handlers, 'app:get-info' | 'app:get-licences'> {
  return {
    'app:get-info': () => info,
    'app:get-licences': readLicences,
  };
}
