import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Protocol } from 'electron';
import { CONTENT_SECURITY_POLICY, formatPolicy } from './csp.ts';

/** The scheme and host of our page: `app://vertex-lineage`. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'vertex-lineage';

/** The page's origin, as `WebFrameMain.origin` spells it. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** File types the built window consists of. Anything else is not served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const HEADERS: Readonly<Record<string, string>> = {
  // On every response, not only the page: a worker takes its policy from its own script's response.
  'Content-Security-Policy': formatPolicy(CONTENT_SECURITY_POLICY),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-DNS-Prefetch-Control': 'off',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
};

/** Whether an address belongs to our page, decided by its parsed parts and never by how it starts. */
export function isAppAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === `${APP_SCHEME}:` &&
    url.hostname === APP_HOST &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}

/**
 * Returns the segments of the path below the served folder that an address names, or undefined for an address of another
 * scheme or host and for anything that could leave the folder once the file system reads it: `..` in any encoding,
 * backslashes, drive letters and Windows streams, NUL. What is still encoded after decoding once is refused rather than
 * decoded again.
 */
export function appFileSegments(address: string): readonly string[] | undefined {
  if (!isAppAddress(address)) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return undefined;
  }
  if (/[\\:%\0]/.test(path)) return undefined;
  const segments = path.split('/').slice(1);
  return segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..') ? segments : undefined;
}

/** Declares the scheme; must run before Electron is ready. It does not bypass the page's policy and has no service workers. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the files below `root` under `app://vertex-lineage/`: GET only, symbolic links followed only inside the folder. */
export function serveAppScheme(protocol: Pick<Protocol, 'handle'>, root: string): void {
  protocol.handle(APP_SCHEME, (request) => respond(request, root));
}

/** Returns the answer to one request: the file, 405, 400 for an address that is not ours, or 404. */
export async function respond(request: Pick<Request, 'method' | 'url'>, root: string): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const segments = appFileSegments(request.url);
  if (segments === undefined) return refusal(400);
  const file = join(root, ...segments);
  const mediaType = MEDIA_TYPES[extname(file)];
  if (mediaType === undefined) return refusal(404);
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)]);
    if (!realFile.startsWith(realRoot + sep)) return refusal(404);
    return new Response(new Uint8Array(await readFile(realFile)), {
      headers: { ...HEADERS, 'Content-Type': mediaType },
    });
  } catch {
    return refusal(404);
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: HEADERS });
}
