import type { JsonObject } from '../../../shared/json.ts';
import type { ApiContext, ApiRequest } from './operation.ts';
import { projectOf } from './rest-operation.ts';

const LOCATIONS = ['europe-west4', 'us-central1'];

/** The locations a service offers: google.cloud.location.Locations.ListLocations, which most services have. */
export function answerLocations(service: string, request: ApiRequest, context: ApiContext): JsonObject {
  projectOf(service, request, context);
  return {
    locations: LOCATIONS.map((locationId) => ({ name: `${request.name}/locations/${locationId}`, locationId })),
  };
}
