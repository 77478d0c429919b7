import { randomBytes } from 'node:crypto';

/** Who a token stands for. */
export interface Principal {
  readonly email: string;
  /** The token was asked for with scopes that only read; some APIs take none such. */
  readonly isReadOnly?: boolean;
}

/** Access and refresh tokens, all made up here: none is good anywhere else. */
export interface Tokens {
  /** A bearer token, by default good for an hour. */
  issue(principal: Principal, lifetimeSeconds?: number): string;
  /** Makes a token end now. */
  expire(token: string): void;
  /** The principal of a token that is good now. */
  check(token: string): Principal | undefined;
  /** A refresh token, good until it is expired. */
  issueRefreshToken(principal: Principal): string;
  checkRefreshToken(token: string): Principal | undefined;
}

/** Makes an empty set of tokens; `now` is in milliseconds since 1970. */
export function createTokens(now: () => number): Tokens {
  const access = new Map<string, { readonly principal: Principal; readonly until: number }>();
  const refresh = new Map<string, Principal>();
  return {
    issue(principal, lifetimeSeconds = 3600) {
      const token = `ya29.fake-${randomBytes(24).toString('base64url')}`;
      access.set(token, { principal, until: now() + lifetimeSeconds * 1000 });
      return token;
    },
    expire(token) {
      access.delete(token);
      refresh.delete(token);
    },
    check(token) {
      const found = access.get(token);
      return found !== undefined && found.until > now() ? found.principal : undefined;
    },
    issueRefreshToken(principal) {
      const token = `1//fake-${randomBytes(24).toString('base64url')}`;
      refresh.set(token, principal);
      return token;
    },
    checkRefreshToken: (token) => refresh.get(token),
  };
}
