import { VERTEX_SERVICE } from '../../../../shared/kinds/vertex.ts';
import { kindById, KINDS } from '../../../../shared/kinds/index.ts';
import type { KindId } from '../../../../shared/kinds/index.ts';
import { VERTEX_COLLECTIONS } from './collections.ts';
import type { VertexCollection } from './collections.ts';

/** The collection of a kind; throws for a kind that is not of Vertex AI or cannot be listed: the caller's mistake. */
export function collectionOf(kind: KindId): VertexCollection {
  const collection = VERTEX_COLLECTIONS[kind];
  if (collection === undefined) {
    throw new Error(`Vertex AI has no list of ${kindById(kind).plural}.`);
  }
  return collection;
}

/** The location of a relative name: `us-central1` of `projects/p/locations/us-central1/…`. */
export function locationOf(name: string): string | undefined {
  return /^projects\/[^/]+\/locations\/(?<location>[^/]+)/u.exec(name)?.groups?.['location'];
}

const byCollection = new Map(
  KINDS.filter(({ service }) => service === VERTEX_SERVICE).map(({ id, collection }) => [
    collection,
    VERTEX_COLLECTIONS[id],
  ]),
);

/** The resource that a REST path reads, if it is one of the collections: `v1/projects/…/customJobs/1`. */
export function resourceOf(path: string): { readonly name: string; readonly collection: VertexCollection } | undefined {
  const encoded = /^v1\/(?<name>projects\/[^/:]+\/locations\/[^:]+)$/u.exec(path)?.groups?.['name'];
  const segments = encoded?.split('/').map(decodeURIComponent) ?? [];
  const collection = segments.length % 2 === 0 ? byCollection.get(segments.at(-2) ?? '') : undefined;
  return collection === undefined ? undefined : { name: segments.join('/'), collection };
}
