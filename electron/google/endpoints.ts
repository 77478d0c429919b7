import type { EndpointOverrides } from '../auth/endpoint-overrides.ts';

/** Where calls to a service go. */
export interface Endpoint {
  /** What comes before a path such as `v1/projects/p`, with a slash at its end. */
  readonly rest: string;
  /** Absent where gRPC cannot go: cleartext, or an address with a path. */
  readonly grpc?: { readonly host: string; readonly port: number };
  /** Whether the user set it in place of Google's own. */
  readonly isOverride: boolean;
}

/** Path that comes before the version on a service's own host, and that its override must not repeat. */
const BASE_PATHS: Readonly<Record<string, string>> = {
  'compute.googleapis.com': 'compute/v1/',
  'storage.googleapis.com': 'storage/v1/',
};

const VERTEX = 'aiplatform.googleapis.com';

/**
 * Where calls to a service (`cloudkms.googleapis.com`) go. Vertex AI has a host for each region; a host set in its place gets
 * the region put before it only if its name starts with `aiplatform`, as gcloud does.
 */
export function endpointFor(service: string, location: string | undefined, overrides: EndpointOverrides): Endpoint {
  const override = overrides.get(service);
  const base = BASE_PATHS[service] ?? '';
  const url = override === undefined ? new URL(`https://${service}/${base}`) : new URL(override);
  if (url.pathname === '/') {
    url.pathname = `/${base}`;
  }
  if (service === VERTEX && location !== undefined) {
    url.hostname = regionalHost(url.hostname, location);
  }
  const hasGrpc = url.protocol === 'https:' && url.pathname === '/';
  return {
    rest: url.href,
    ...(hasGrpc ? { grpc: { host: url.hostname, port: Number(url.port === '' ? 443 : url.port) } } : {}),
    isOverride: override !== undefined,
  };
}

/** The address of a path on a service; the path is the one of Google's own host, such as `compute/v1/projects/p` or `v1/…`. */
export function restAddress(service: string, endpoint: Endpoint, path: string): string {
  const base = BASE_PATHS[service] ?? '';
  return `${endpoint.rest}${base !== '' && path.startsWith(base) ? path.slice(base.length) : path}`;
}

function regionalHost(host: string, location: string): string {
  if (!host.startsWith('aiplatform') || location === 'global') {
    return host;
  }
  // Multi-regions have hosts of another form: https://cloud.google.com/vertex-ai/generative-ai/docs/learn/locations
  const isMultiRegion = location === 'us' || location === 'eu';
  return isMultiRegion && host === VERTEX ? `aiplatform.${location}.rep.googleapis.com` : `${location}-${host}`;
}
