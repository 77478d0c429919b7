import type { CollectionNotice } from './collect/collect-types.ts';
import type { TransportNotice } from './transport/transport.ts';

/** Returns a notice about how a collection is done as one or two sentences for the user. */
export function describeNotice(notice: CollectionNotice | TransportNotice): string {
  switch (notice.type) {
    case 'kept-masked':
      return `${notice.documents.toLocaleString('en')} documents were kept from before with their secrets masked; a refresh, or a new collection, reads them anew.`;
    case 'static-locations':
      return `The locations of ${notice.project} could not be listed (${notice.reason}); those known on ${notice.listedOn} are read.`;
    case 'assets-unused':
      return notice.isWalked
        ? `Cloud Asset Inventory is not used for ${notice.scope} (${notice.reason}); each location ${notice.scope.startsWith('projects/') ? '' : 'of the projects below it '}is read instead.`
        : `Cloud Asset Inventory could not be used for ${notice.scope} (${notice.reason}).`;
    case 'grpc-unreachable':
      return `Vertex AI could not be reached over gRPC (${notice.reason}); it is read over REST.`;
    case 'grpc-needs-http-proxy':
      return 'gRPC does not speak to a proxy by https, so Vertex AI is read over REST.';
    case 'grpc-needs-tls':
      return 'The address set for Vertex AI is not TLS, so it is read over REST.';
  }
}
