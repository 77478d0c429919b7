import type { CollectionNotice } from './collect/collect-types.ts';
import type { TransportNotice } from './transport/transport.ts';

/** Places named in one sentence; of more, their number. */
const MOST_NAMED = 3;

/** Returns a notice about how a collection is done as one or two sentences for the user. */
export function describeNotice(notice: CollectionNotice | TransportNotice): string {
  return sentenceFor(notice)(placeOf(notice) ?? '');
}

/** As `describeNotice`, for all notices of a collection: what is the same of several projects is said once. */
export function describeNotices(notices: readonly CollectionNotice[]): readonly string[] {
  const groups = new Map<string, { readonly notice: CollectionNotice; readonly places: string[] }>();
  for (const notice of notices) {
    // Alike are those whose sentences differ in nothing but the place.
    const key = sentenceFor(notice)('');
    const group = groups.get(key) ?? { notice, places: [] };
    groups.set(key, group);
    group.places.push(placeOf(notice) ?? '');
  }
  return [...groups.values()].map(({ notice, places }) => sentenceFor(notice)(inWords([...new Set(places)])));
}

function sentenceFor(notice: CollectionNotice | TransportNotice): (place: string) => string {
  switch (notice.type) {
    case 'kept-masked':
      return () =>
        `${notice.documents.toLocaleString('en')} documents were kept from before with their secrets masked; a refresh, or a new collection, reads them anew.`;
    case 'static-locations':
      return (place) =>
        `The locations of ${place} could not be listed (${notice.reason}); those known on ${notice.listedOn} are read.`;
    case 'assets-unused':
      return (place) => {
        const where = locationsOf(notice);
        return notice.isWalked
          ? `Cloud Asset Inventory is not used for ${place} (${notice.reason}); ${where} is read instead.`
          : `Cloud Asset Inventory could not be used for ${place} (${notice.reason}).`;
      };
    case 'assets-lack':
      return (place) =>
        `Cloud Asset Inventory has none of these in ${place}, so ${locationsOf(notice)} is asked for them: ${notice.kinds.join(', ')}.`;
    case 'grpc-unreachable':
      return () => `Vertex AI could not be reached over gRPC (${notice.reason}); it is read over REST.`;
    case 'grpc-needs-http-proxy':
      return () => 'gRPC does not speak to a proxy by https, so Vertex AI is read over REST.';
    case 'grpc-needs-tls':
      return () => 'The address set for Vertex AI is not TLS, so it is read over REST.';
  }
}

function locationsOf({ scope }: { readonly scope: string }): string {
  return scope.startsWith('projects/') ? 'each location' : 'each location of the projects below it';
}

/** What the notice is about; absent where it is about all. */
function placeOf(notice: CollectionNotice | TransportNotice): string | undefined {
  switch (notice.type) {
    case 'static-locations':
      return notice.project;
    case 'assets-unused':
    case 'assets-lack':
      return notice.scope.replace(/^projects\//, '');
    case 'kept-masked':
    case 'grpc-unreachable':
    case 'grpc-needs-http-proxy':
    case 'grpc-needs-tls':
      return undefined;
  }
}

function inWords(places: readonly string[]): string {
  if (places.length > MOST_NAMED) {
    return `${places.slice(0, MOST_NAMED - 1).join(', ')} and ${places.length - MOST_NAMED + 1} more`;
  }
  return places.length < 2 ? places.join('') : `${places.slice(0, -1).join(', ')} and ${places.at(-1) ?? ''}`;
}
