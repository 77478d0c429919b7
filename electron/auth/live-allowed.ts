import { isLiveAllowed } from '../../shared/ipc/live-allowed.ts';
import type { Environment } from './auth-host.ts';
import { AuthFailure } from './auth-failure.ts';

/**
 * Throws an `AuthFailure` in the fallback runtime: an older Electron without security updates shall not see a credential, unless
 * the user takes the risk.
 */
export function requireLiveAllowed(environment: Environment): void {
  if (!isLiveAllowed(environment)) {
    throw new AuthFailure({ kind: 'live-not-allowed' });
  }
}
