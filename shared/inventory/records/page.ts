import { isJsonObject } from '../../json.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { Origin } from '../../resource/document.ts';
import { listOf } from '../json-parts.ts';
import type { InventoryBuilder } from './inventory-builder.ts';
import { COLLECTIONS } from './kind-recognition.ts';

/** The key under which Compute Engine's aggregated lists have an object of groups, each with lists of its own. */
export const GROUPED_KEY = 'items';

/** Keys of a list in answers that are not named for one kind. */
const GENERAL_LISTS: ReadonlySet<string> = new Set([GROUPED_KEY, 'assets', 'results', 'resources']);

/** Other keys of a page. `id` and `selfLink` are those of the list itself (Compute Engine, BigQuery). */
const FRAME: ReadonlySet<string> = new Set([
  'nextPageToken',
  'next_page_token',
  'kind',
  'id',
  'etag',
  'selfLink',
  'readTime',
  'read_time',
  'totalItems',
  'totalSize',
  'total_size',
  'unreachable',
  'unreachables',
  'warning',
  'prefixes',
]);

/** The place of a list in a group of an aggregated list: `items["zones/europe-west4-a"].instances`. */
export function groupPath(key: string, scope: string, list: string): string {
  return `${key}[${JSON.stringify(scope)}].${list}`;
}

/** Whether a key holds the list of a page, were its value a list. */
export function isListKey(key: string): boolean {
  return GENERAL_LISTS.has(key) || COLLECTIONS.has(key);
}

/**
 * Whether an object is a page of a list: it has a list, or is marked as one, and has nothing that a page has not. An empty
 * page of most APIs is `{}`.
 */
export function isPage(record: JsonObject): boolean {
  const keys = Object.keys(record);
  const fits = keys.every(
    (key) => FRAME.has(key) || (isListKey(key) && isListOfRecords(record[key], key === GROUPED_KEY)),
  );
  if (!fits) {
    return false;
  }
  const { kind } = record;
  const isMarked = typeof kind === 'string' && /^[a-z]+#(?:[a-zA-Z]+List|[a-zA-Z]+s)$/.test(kind);
  return keys.length === 0 || isMarked || keys.some(isListKey);
}

/** One list of a page. */
export interface PageList {
  readonly key: string;
  readonly path: string;
  readonly elements: readonly JsonValue[];
}

/** The lists of a page; those of an aggregated list (Compute Engine: `items` by region, each with its own list) one by one. */
export function listsOfPage(page: JsonObject, isGroup = false): readonly PageList[] {
  return Object.entries(page).flatMap(([key, value]): readonly PageList[] => {
    // Within a group every list counts: `instances` of a zone are known to be not ours only by their own kind.
    if (!isListKey(key) && !isGroup) {
      return [];
    }
    if (Array.isArray(value)) {
      return [{ key, path: key, elements: listOf(value) }];
    }
    return isJsonObject(value) && !isGroup
      ? Object.entries(value).flatMap(([scope, group]) =>
          isJsonObject(group)
            ? listsOfPage(group, true).map((list) => ({
                ...list,
                path: groupPath(key, scope, list.path),
              }))
            : [],
        )
      : [];
  });
}

/** Says what a page tells about its own completeness. */
export function reportPageRest(builder: InventoryBuilder, page: JsonObject, origin: Origin): void {
  const token = page['nextPageToken'] ?? page['next_page_token'];
  if (typeof token === 'string' && token !== '') {
    builder.addProblemAt(origin, {
      code: 'incomplete-list',
      severity: 'warning',
      reason: 'This is one page of a longer list (it has a nextPageToken); what is on the other pages is not here.',
    });
  }
  const { unreachable } = page;
  if (Array.isArray(unreachable) && unreachable.length > 0) {
    builder.addProblemAt(origin, {
      code: 'incomplete-list',
      severity: 'warning',
      reason: `The API could not reach ${unreachable.length} ${unreachable.length === 1 ? 'place' : 'places'} when it made this list; what is there is missing.`,
    });
  }
}

/** Compute Engine's aggregated lists have `items` as an object of groups. */
function isListOfRecords(value: JsonValue | undefined, mayBeGrouped: boolean): boolean {
  if (Array.isArray(value)) {
    return listOf(value).every(isJsonObject);
  }
  return mayBeGrouped && isJsonObject(value) && Object.values(value).every(isGroupOfLists);
}

function isGroupOfLists(value: JsonValue): boolean {
  return (
    isJsonObject(value) && Object.entries(value).every(([key, list]) => FRAME.has(key) || isListOfRecords(list, false))
  );
}
