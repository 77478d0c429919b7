import type { Environment } from './auth-host.ts';
import { AuthFailure } from './auth-failure.ts';

/**
 * Throws an `AuthFailure` in the fallback runtime: an older Electron without security updates shall not see a credential, unless
 * the user takes the risk.
 */
export function requireLiveAllowed(environment: Environment): void {
  if (environment['VERTEX_LINEAGE_RUNTIME'] === 'fallback' && environment['VERTEX_LINEAGE_ALLOW_LIVE'] !== '1') {
    throw new AuthFailure({ kind: 'live-not-allowed' });
  }
}
