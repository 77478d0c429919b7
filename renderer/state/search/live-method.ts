import { KINDS } from '../../../shared/kinds/index.ts';
import { namesIn } from '../../../shared/search/named-resource.ts';

/** An id as Vertex AI gives it, also with its location before it: `us-central1|1234567890`. */
const ID = /^(?:[a-z]+-[a-z]+\d+\|)?\d{5,}$/u;

/** How a text is looked for in Google Cloud: `get` for a name or id, `list` for a kind that can be listed, else `search`. */
export function liveMethod(text: string): 'get' | 'list' | 'search' {
  const wanted = text.trim();
  if (ID.test(wanted) || namesIn(wanted).length > 0) return 'get';
  const isKind = KINDS.some(
    ({ id, collection, api }) =>
      (id === wanted || id === `gcp-${wanted}` || collection === wanted) && 'list' in api && api.list !== undefined,
  );
  return isKind ? 'list' : 'search';
}
