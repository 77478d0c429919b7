/**
 * The page's policy as data (Electron security checklist, item 7). Everything is refused but our own scripts, styles and
 * drawings. `connect-src 'none'` because the window gets all data over MessagePorts; trusted types because then no string
 * can become code or markup, whatever a resource is named. The policy named `default` admits our own worker scripts only
 * (`renderer/trusted-types.ts`).
 */
export const CONTENT_SECURITY_POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'worker-src': ["'self'"],
  'connect-src': ["'none'"],
  'frame-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'trusted-types': ['default'],
  'require-trusted-types-for': ["'script'"],
};

/** Returns a policy as the value of a Content-Security-Policy header. */
export function formatPolicy(policy: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}
