import { ARTIFACT_REGISTRY_OPERATIONS } from './artifact-registry.ts';
import { CLOUD_ASSET_OPERATIONS } from './cloud-asset.ts';
import { COMPUTE_OPERATIONS } from './compute.ts';
import { DATA_OPERATIONS } from './data-services.ts';
import { IAM_OPERATIONS } from './iam.ts';
import { KMS_OPERATIONS } from './kms.ts';
import { locationOfHost } from './location-check.ts';
import { OAUTH_OPERATIONS } from './oauth.ts';
import type { Operation } from './operation.ts';
import { RESOURCE_MANAGER_OPERATIONS } from './resource-manager.ts';
import { STORAGE_OPERATIONS } from './storage.ts';
import { VERTEX, VERTEX_OPERATIONS } from './vertex.ts';

/** Every method the fake has; where two services have one path (locations), the first answers to a host that does not tell. */
const OPERATIONS: readonly Operation[] = [
  ...VERTEX_OPERATIONS,
  ...KMS_OPERATIONS,
  ...ARTIFACT_REGISTRY_OPERATIONS,
  ...COMPUTE_OPERATIONS,
  ...IAM_OPERATIONS,
  ...RESOURCE_MANAGER_OPERATIONS,
  ...STORAGE_OPERATIONS,
  ...CLOUD_ASSET_OPERATIONS,
  ...DATA_OPERATIONS,
  ...OAUTH_OPERATIONS,
];

/** Where a REST request goes. */
export interface Route {
  readonly operation: Operation;
  /** Relative name, the path's part. */
  readonly name: string;
  readonly endpointLocation: string | undefined;
}

/**
 * Finds the method a REST request calls. Which API is meant says the host; on a loopback address `/_service/HOST/` before the
 * path does, or `/_region/LOCATION/` for Vertex AI's regional hosts, or else the path alone. Undefined if there is none.
 */
export function findRoute(verb: string, host: string, rawPath: string): Route | undefined {
  const [, service, region, rest = ''] = /^\/(?:_service\/([^/]+)\/)?(?:_region\/([^/]+)\/)?(.*)$/u.exec(rawPath) ?? [];
  const apiHost = service ?? (region === undefined ? host : VERTEX);
  const path = rest.split('/').map(decodeSegment).join('/');
  for (const operation of OPERATIONS) {
    const name =
      operation.verb === verb && servesHost(operation, apiHost)
        ? operation.path.exec(path)?.groups?.['name']
        : undefined;
    if (name !== undefined) {
      return { operation, name, endpointLocation: region ?? locationOfHost(apiHost) };
    }
  }
  return undefined;
}

/** The Vertex AI method of an RPC name. */
export function findVertexMethod(method: string): Operation | undefined {
  return VERTEX_OPERATIONS.find((operation) => operation.method === method);
}

/** A slash inside a segment stays `%2F`, however often the client encoded it, as names of nested images have it. */
function decodeSegment(segment: string): string {
  return decodeFully(segment).replaceAll('/', '%2F');
}

function decodeFully(text: string): string {
  try {
    const decoded = decodeURIComponent(text);
    return decoded === text ? text : decodeFully(decoded);
  } catch {
    return text;
  }
}

function servesHost(operation: Operation, host: string): boolean {
  if (!host.endsWith('googleapis.com')) {
    return true;
  }
  if (host === 'www.googleapis.com') {
    return ['compute.googleapis.com', 'storage.googleapis.com'].includes(operation.service);
  }
  return operation.service === (locationOfHost(host) === undefined ? host : VERTEX);
}
