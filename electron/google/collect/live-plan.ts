import { KINDS, kindById } from '../../../shared/kinds/index.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import type { CollectionRequest } from '../../../shared/ipc/connect.ts';
import { parseResourceName } from '../../../shared/resource/resource-name.ts';
import { looksLikeFilter, parseFilter } from '../../../shared/search/filter.ts';
import { namesIn } from '../../../shared/search/named-resource.ts';
import { GET_FORMS, SEARCH_FORMS } from '../../../shared/search/query-error.ts';
import type { QueryError } from '../../../shared/search/query-error.ts';
import { STANDARD_KINDS } from './plan-places.ts';
import type { CollectionPlan } from './plan-places.ts';

/** A question to Google itself. */
export interface LiveQuery {
  readonly method: 'get' | 'list' | 'search';
  /** For `list` the kind: its id, or its collection's name (`customJobs`). */
  readonly query: string;
  /** Kind of a plain id; custom jobs if not given. */
  readonly kind?: KindId;
  /** Narrows `list`, in the API's own grammar. */
  readonly filter?: string;
}

/** What has to be read to answer, or why the query cannot be understood. */
export type LivePlan =
  | { readonly ok: true; readonly plan: CollectionPlan; readonly request: CollectionRequest }
  | { readonly ok: false; readonly error: QueryError };

const JOB: KindId = 'gcp-ai-platform-custom-job';
const REGION = /^[a-z]+-[a-z]+\d+$/;

/** Forms of LIST: kinds that can be listed without naming what they lie in. */
const LIST_FORMS: readonly string[] = KINDS.filter(({ api }) => 'list' in api && api.list !== undefined).map(
  ({ id, collection }) => `${id} (${collection})`,
);

/** Plans what to read for a query. The answer is then found in what was read, by the same methods as in files. */
export function planLive(query: LiveQuery, request: CollectionRequest): LivePlan {
  const planned = planMethod(query, request);
  return planned.ok ? { ...planned, plan: { ...planned.plan, isQuestion: true } } : planned;
}

function planMethod({ method, query, kind, filter }: LiveQuery, request: CollectionRequest): LivePlan {
  const text = query.trim();
  switch (method) {
    case 'get':
      return planGet(text, kind ?? JOB, request);
    case 'list':
      return planList(text, filter, request);
    case 'search':
      return planSearch(text, request);
  }
}

function planGet(text: string, kind: KindId, request: CollectionRequest): LivePlan {
  const seeds = namesIn(text);
  if (seeds.length > 0) {
    return { ok: true, plan: { kinds: [], seeds, probes: [] }, request };
  }
  const [first = '', ...rest] = text.split('|');
  const location = rest.length === 0 ? undefined : first.toLowerCase();
  const id = rest.length === 0 ? first : rest.join('|');
  if (location !== undefined && !REGION.test(location)) {
    return refuse(`"${text}" is not LOCATION|ID.`, GET_FORMS);
  }
  const place = { project: 'project', location: location ?? 'us-central1' };
  if (id === '' || parseResourceName(id, { kinds: [kind], ...place }) === undefined) {
    return refuse(`"${text}" is no name or id of a ${kindById(kind).title.toLowerCase()}.`, GET_FORMS);
  }
  const probe = { kind, id, ...(location === undefined ? {} : { location }) };
  return { ok: true, plan: { kinds: [], seeds: [], probes: [probe] }, request };
}

function planList(text: string, filter: string | undefined, request: CollectionRequest): LivePlan {
  const found = KINDS.find(({ id, collection }) => id === text || id === `gcp-${text}` || collection === text);
  if (found === undefined || !('list' in found.api) || found.api.list === undefined) {
    return refuse(text === '' ? 'The kind is missing.' : `"${text}" is no kind that can be listed.`, LIST_FORMS);
  }
  return { ok: true, plan: planOf([found.id], filter), request };
}

function planSearch(text: string, request: CollectionRequest): LivePlan {
  const bar = text.indexOf('|');
  const location = (bar < 0 ? text : text.slice(0, bar)).trim().toLowerCase();
  if (text === '') {
    return refuse('The query is empty.', SEARCH_FORMS);
  }
  if (REGION.test(location)) {
    return { ok: true, plan: planOf([JOB]), request: { ...request, locations: [location] } };
  }
  if (bar >= 0) {
    return refuse(`"${location}" is no location.`, SEARCH_FORMS);
  }
  const seeds = namesIn(text);
  if (seeds.length > 0) {
    return { ok: true, plan: { kinds: [], seeds, probes: [] }, request };
  }
  if (looksLikeFilter(text)) {
    const reading = parseFilter(text);
    return reading.ok
      ? { ok: true, plan: planOf([JOB], apiFilter(text)), request }
      : refuse(reading.message, SEARCH_FORMS);
  }
  return { ok: true, plan: planOf(request.kinds ?? STANDARD_KINDS), request };
}

/**
 * A filter in the spelling of the API's lists of custom jobs; undefined where they could not take it, so that all jobs have to be
 * read. https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.customJobs/list
 */
export function apiFilter(text: string): string | undefined {
  const states = [...text.matchAll(/\bstate\s*!?=\s*"?([^\s"]+)/g)].map(([, state = '']) => state);
  if (states.some((state) => !/^JOB_STATE_[A-Z_]+$/.test(state))) {
    return undefined;
  }
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|\bdisplayName\b|\bcreateTime\b|(?<=^|\s)-(?=[a-z])/g, (part) => {
    switch (part) {
      case 'displayName':
        return 'display_name';
      case 'createTime':
        return 'create_time';
      case '-':
        return 'NOT ';
      default:
        return part;
    }
  });
}

function planOf(kinds: readonly KindId[], filter?: string): CollectionPlan {
  return { kinds, seeds: [], probes: [], ...(filter === undefined ? {} : { filter }) };
}

function refuse(message: string, forms: readonly string[]): LivePlan {
  return { ok: false, error: { message, forms } };
}
