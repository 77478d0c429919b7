import { consumerInvalid, invalidArgument } from './api-failure.ts';
import type { ApiContext, ApiRequest } from './operation.ts';

const SERVICE = 'aiplatform.googleapis.com';

/** The request's name with the project by number, after the checks that Vertex AI makes first: the project exists, it offers
 * the location, and the host is that location's. */
export function checkedPlace(request: ApiRequest, context: ApiContext): string {
  const [, projectName = '', , location] = request.name.split('/');
  const project = context.world.project(projectName);
  if (project === undefined) {
    throw consumerInvalid(SERVICE, projectName);
  }
  if (location === undefined) {
    return `projects/${project.number}`;
  }
  const { endpointLocation } = request;
  if (location === '-' || (endpointLocation !== undefined && endpointLocation !== location)) {
    throw wrongLocation(endpointLocation ?? 'global');
  }
  if (!project.locations.includes(location)) {
    throw invalidArgument(`Unsupported region \`${location}\`.`, 'parent');
  }
  return context.world.normalise(request.name);
}

function wrongLocation(valid: string): Error {
  const description = `The provided location ID doesn't match the endpoint. The valid location ID is \`${valid}\`.`;
  return invalidArgument(`List of found errors:\t1.Field: parent; Message: ${description}\t`, 'parent');
}

/** The region an API host serves: `us-central1` of `us-central1-aiplatform.googleapis.com`, `global` of the bare host;
 * undefined for a host that does not tell (a loopback address). */
export function locationOfHost(host: string): string | undefined {
  if (host === SERVICE) {
    return 'global';
  }
  return (
    /^([a-z]+-[a-z]+\d+)-aiplatform\.googleapis\.com$/u.exec(host)?.[1] ??
    /^aiplatform\.([a-z0-9-]+)\.rep\.googleapis\.com$/u.exec(host)?.[1]
  );
}
