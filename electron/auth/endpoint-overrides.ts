import type { AuthProblem } from '../../shared/ipc/connect.ts';
import { AuthFailure } from './auth-failure.ts';

/** Addresses set in place of Google's own, by service (`aiplatform.googleapis.com`); each has been checked. */
export type EndpointOverrides = ReadonlyMap<string, URL>;

const VARIABLE = /^CLOUDSDK_API_ENDPOINT_OVERRIDES_(?<api>[A-Z0-9_]+)$/u;

/**
 * Reads endpoint overrides as gcloud has them: `CLOUDSDK_API_ENDPOINT_OVERRIDES_<API>` before a configuration's section
 * `api_endpoint_overrides` (given by API, such as `aiplatform`). Throws an `AuthFailure` for an address no token may be sent to.
 * https://cloud.google.com/sdk/gcloud/reference/config/set (api_endpoint_overrides)
 */
export function readEndpointOverrides(
  environment: Readonly<Record<string, string | undefined>>,
  section: ReadonlyMap<string, string> = new Map(),
): EndpointOverrides {
  const addresses = new Map(section);
  for (const [name, value] of Object.entries(environment)) {
    const api = VARIABLE.exec(name)?.groups?.['api'];
    if (api !== undefined && value !== undefined) {
      addresses.set(api.toLowerCase(), value);
    }
  }
  return new Map(
    [...addresses]
      .filter(([, address]) => address !== '')
      .map(([api, address]) => [`${api}.googleapis.com`, checkedAddress(`${api}.googleapis.com`, address)]),
  );
}

/** An address a token may be sent to, with a slash at its end; throws an `AuthFailure` for any other. */
export function checkedAddress(service: string, address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const reason = url === undefined ? 'it is not an address' : whyRefused(url);
  if (url === undefined || reason !== undefined) {
    throw new AuthFailure(refusal(service, url, reason ?? ''));
  }
  if (!url.pathname.endsWith('/')) {
    url.pathname += '/';
  }
  return url;
}

/** Why no token may be sent to an address; undefined if it may. */
export function whyRefused(url: URL): string | undefined {
  if (url.username !== '' || url.password !== '') {
    return 'it has a user name or password in it';
  }
  if (url.search !== '' || url.hash !== '') {
    return 'it has a query or fragment in it';
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return 'http is not encrypted';
  }
  return url.protocol === 'https:' || url.protocol === 'http:' ? undefined : 'it is neither https nor http';
}

/** Whether a host name of a URL is this computer. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(host);
}

function refusal(service: string, url: URL | undefined, reason: string): AuthProblem {
  // An unreadable address is not repeated: whatever was put there by mistake may be a secret.
  const address = url === undefined ? 'a text' : `${url.protocol}//${url.host}${url.pathname}`;
  return { kind: 'endpoint-refused', service, address, reason };
}
