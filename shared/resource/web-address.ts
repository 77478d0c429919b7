/** A web address of a Google API, reduced to what a full resource name consists of. */
export interface ApiAddress {
  /** Host of the full name: `compute.googleapis.com`. */
  readonly service: string;
  /** Path without leading slash, API version and query; still percent-encoded. */
  readonly path: string;
}

/** A page of the Google Cloud console. */
export interface ConsoleAddress {
  /** Path without leading slash, query and matrix parameters. */
  readonly path: string;
  readonly project?: string;
  /** Parameters of the query, percent-encoding undone. */
  readonly parameters: ReadonlyMap<string, string>;
}

const VERSION = /^(?:v\d+(?:p\d+)?(?:(?:alpha|beta)\d*)?|alpha|beta)$/;

/**
 * Reads `https://www.googleapis.com/compute/v1/…`, `https://compute.googleapis.com/compute/v1/…`,
 * `https://us-central1-aiplatform.googleapis.com/v1beta1/…` and regional endpoints (`SERVICE.REGION.rep.googleapis.com`).
 * Returns undefined for other addresses. Never throws.
 */
export function parseApiAddress(text: string): ApiAddress | undefined {
  const address = splitAddress(text);
  if (address === undefined || !address.host.endsWith('.googleapis.com')) {
    return undefined;
  }
  const segments = address.path.split('/');
  if (address.host === 'www.googleapis.com') {
    const api = segments.shift();
    return api === undefined || api === '' ? undefined : apiAddress(`${api}.googleapis.com`, segments);
  }
  const service = serviceOfHost(address.host);
  const api = service.slice(0, service.indexOf('.'));
  const versioned = segments[0] === api && VERSION.test(segments[1] ?? '') ? segments.slice(1) : segments;
  return apiAddress(service, versioned);
}

/** Reads an address of the Google Cloud console; undefined for other addresses. Never throws. */
export function parseConsoleAddress(text: string): ConsoleAddress | undefined {
  const address = splitAddress(text);
  if (address?.host !== 'console.cloud.google.com' && address?.host !== 'console.developers.google.com') {
    return undefined;
  }
  const path = address.path
    .split('/')
    .map((segment) => segment.split(';', 1)[0] ?? '')
    .join('/');
  const parameters = new Map(
    address.query.split('&').map((pair) => {
      const [name = '', value = ''] = pair.split('=', 2);
      return [name, decodePercent(value)];
    }),
  );
  const project = parameters.get('project');
  return { path, parameters, ...(project === undefined || project === '' ? {} : { project }) };
}

/** `us-central1-aiplatform.googleapis.com` and `aiplatform.us-central1.rep.googleapis.com` are the same service. */
export function serviceOfHost(host: string): string {
  const name = host.slice(0, -'.googleapis.com'.length);
  const first = name.split('.', 1)[0] ?? name;
  const region = /^(?:[a-z]+-[a-z]+\d+|us|eu|asia|global)-(.+)$/.exec(first);
  return `${region?.[1] ?? first}.googleapis.com`;
}

/** Undoes percent-encoding; a text with broken escapes is returned as it is. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) {
    return text;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The storage API writes `b/BUCKET/o/OBJECT` for what is `BUCKET` in a full name. */
function apiAddress(service: string, segments: readonly string[]): ApiAddress {
  const path = withoutVersion(segments);
  const isBucket = service === 'storage.googleapis.com' && path[0] === 'b';
  return { service, path: (isBucket ? path.slice(1, 2) : path).join('/') };
}

function withoutVersion(segments: readonly string[]): readonly string[] {
  return VERSION.test(segments[0] ?? '') ? segments.slice(1) : segments;
}

function splitAddress(text: string): { host: string; path: string; query: string } | undefined {
  const match = /^https?:\/\/([^/?#@\\\s]+)\/?([^?#]*)(?:\?([^#]*))?(?:#.*)?$/i.exec(text);
  return match === null
    ? undefined
    : { host: match[1]?.toLowerCase() ?? '', path: match[2] ?? '', query: match[3] ?? '' };
}
