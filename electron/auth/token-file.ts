import type { AuthHost } from './auth-host.ts';
import { AuthFailure } from './auth-failure.ts';
import type { AccessToken, FetchToken } from './token-source.ts';

/**
 * Makes what reads the token from the file that a gcloud configuration names (`auth/access_token_file`). gcloud does nothing
 * else with it, so gcloud need not be there.
 */
export function accessTokenFile(host: AuthHost, file: string): FetchToken {
  let last: string | undefined;
  return async ({ renew }): Promise<AccessToken> => {
    const token = await readToken(host, file);
    if (renew && token === last) {
      throw new AuthFailure({ kind: 'expired', reason: `Google refused the token in ${file}; put a new one there` });
    }
    last = token;
    return { token };
  };
}

async function readToken(host: AuthHost, file: string): Promise<string> {
  const text = await host.readFile(file).catch(() => {
    throw new AuthFailure({ kind: 'credentials-invalid', file, reason: 'The file cannot be read.' });
  });
  const token = text.trim();
  if (!/^[\x21-\x7e]+$/u.test(token)) {
    throw new AuthFailure({ kind: 'credentials-invalid', file, reason: 'It does not hold an access token.' });
  }
  return token;
}
