import { createHash, randomBytes } from 'node:crypto';
import { invalidArgument } from './api-failure.ts';
import type { EstateDocument } from './estate.ts';

/** Page tokens: opaque, good for the one list (parent, filter) they were given for, and only until they are expired. */
export interface PageTokens {
  issue(list: string, position: Position): string;
  /** Throws INVALID_ARGUMENT for a token of another list, an unknown one or an expired one. */
  redeem(token: string, list: string): Position;
  /** Every token issued so far is refused from now on. */
  expireAll(): void;
}

/** Where the next page begins. */
export interface Position {
  /** Items before it. */
  readonly offset: number;
  /** Name of the last item that was sent. */
  readonly after: string;
}

/** How a page finds its place when the list changed since: `cursor` goes on after the last item sent, `offset` counts (and so
 * repeats an item when one was added before it). */
export type Continuation = 'cursor' | 'offset';

/** Makes an empty set of page tokens. */
export function createPageTokens(): PageTokens {
  const issued = new Map<string, { readonly list: string; readonly position: Position }>();
  return {
    issue(list, position) {
      const token = `A${createHash('sha256').update(list).digest('base64url').slice(0, 8)}${randomBytes(12).toString('base64url')}`;
      issued.set(token, { list, position });
      return token;
    },
    redeem(token, list) {
      const found = issued.get(token);
      if (found === undefined || found.list !== list) {
        throw invalidArgument('The page token is invalid or does not belong to this request.', 'page_token');
      }
      return found.position;
    },
    expireAll: () => issued.clear(),
  };
}

/** One page and the token of the next (undefined at the end). */
export interface Page {
  readonly items: readonly EstateDocument[];
  readonly nextPageToken: string | undefined;
}

/** What a list was asked for. */
export interface PageQuery {
  readonly pageSize: string | undefined;
  readonly pageToken: string | undefined;
  /** Everything the token is bound to. */
  readonly list: string;
  readonly defaultSize: number;
  readonly maximumSize: number;
  readonly continuation?: Continuation;
}

/** Cuts one page out of a list. A size beyond the maximum is brought down to it, as the APIs do. */
export function takePage(all: readonly EstateDocument[], query: PageQuery, tokens: PageTokens): Page {
  const asked = Number(query.pageSize ?? 0);
  if (!Number.isInteger(asked) || asked < 0) {
    throw invalidArgument('Page size must not be negative.', 'page_size');
  }
  const size = Math.min(asked === 0 ? query.defaultSize : asked, query.maximumSize);
  const start =
    query.pageToken === undefined || query.pageToken === ''
      ? 0
      : placeOf(all, tokens.redeem(query.pageToken, query.list), query.continuation ?? 'cursor');
  const items = all.slice(start, start + size);
  const end = start + items.length;
  const after = items.at(-1)?.name ?? '';
  return { items, nextPageToken: end < all.length ? tokens.issue(query.list, { offset: end, after }) : undefined };
}

function placeOf(all: readonly EstateDocument[], position: Position, continuation: Continuation): number {
  if (continuation === 'offset' || all[position.offset - 1]?.name === position.after) {
    return position.offset;
  }
  const last = all.findIndex((document) => document.name === position.after);
  // The last item sent has gone: what followed it has moved up by one.
  return last === -1 ? Math.max(0, position.offset - 1) : last + 1;
}
