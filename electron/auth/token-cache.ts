import { redactCredentials } from '../../shared/errors/redact-credentials.ts';
import type { AccessToken, FetchToken } from './token-source.ts';

/** A token that is fetched when needed and kept until shortly before its end. */
export interface TokenCache {
  /** The token to use now; rejects with an `AuthFailure`. */
  current(): Promise<AccessToken>;
  /** Gets another token in place of one that was refused; calls that come together share it. */
  renew(): Promise<AccessToken>;
  /** The end of the token that is held, in milliseconds since 1970. */
  expires(): number | undefined;
  /** A text without the tokens that were handed out, and without all that looks like one. */
  redact(text: string): string;
}

/** A token that ends sooner is not handed out: a page may take half a minute, and clocks differ. */
const MARGIN = 5 * 60_000;
/** A token whose end is not known is asked for again after this time. */
const UNKNOWN_END = 60_000;
/** Calls that were under way with the refused token ask for another, too; they get the one that has just come. */
const JUST_RENEWED = 10_000;
/** Older ones have ended. */
const REMEMBERED = 4;

/** Keeps the tokens of a source; `now` is in milliseconds since 1970. */
export function createTokenCache(fetchToken: FetchToken, now: () => number): TokenCache {
  let held: { readonly token: AccessToken; readonly fetched: number; readonly renewed: boolean } | undefined;
  let underWay: Promise<AccessToken> | undefined;
  let recent: readonly string[] = [];

  function fetchOnce(renew: boolean): Promise<AccessToken> {
    underWay ??= fetchToken({ renew })
      .then((token) => {
        held = { token, fetched: now(), renewed: renew };
        recent = [token.token, ...recent].slice(0, REMEMBERED);
        return token;
      })
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  }

  return {
    current: async () => (held !== undefined && isGood(held, now()) ? held.token : await fetchOnce(false)),
    async renew() {
      if (held?.renewed === true && now() - held.fetched < JUST_RENEWED) {
        return held.token;
      }
      held = undefined;
      return await fetchOnce(true);
    },
    expires: () => held?.token.expires,
    redact: (text) => redactCredentials(text, recent),
  };
}

function isGood({ token, fetched }: { readonly token: AccessToken; readonly fetched: number }, time: number): boolean {
  return token.expires === undefined ? time - fetched < UNKNOWN_END : token.expires - time > MARGIN;
}
