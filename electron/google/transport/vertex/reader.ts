import type { JsonObject } from '../../../../shared/json.ts';
import type { Attempt } from '../calls/caller.ts';
import type { GetCall, ListCall, Page } from '../transport.ts';

/** Reads Vertex AI over one transport, one attempt at a time. Rejects with an `ApiFailure`, or anything once the attempt is over. */
export interface VertexReader {
  listPage(call: ListCall, attempt: Attempt): Promise<Page>;
  get(call: GetCall, attempt: Attempt): Promise<JsonObject>;
  /** One page of the locations a project may use, by their ids. */
  listLocations(call: LocationsCall, attempt: Attempt): Promise<LocationsPage>;
}

export interface LocationsCall {
  readonly project: string;
  readonly pageToken: string;
}

export interface LocationsPage {
  readonly locations: readonly string[];
  readonly nextPageToken?: string;
}

/** The most that the API gives, whatever is asked. */
export const PAGE_SIZE = 100;
