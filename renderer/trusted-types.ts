/** The part of the Trusted Types API used here: https://w3c.github.io/trusted-types/ (not in TypeScript's DOM library). */
interface TrustedTypePolicies {
  createPolicy(name: string, rules: { readonly createScriptURL: (address: string) => string | null }): unknown;
}

/**
 * Admits the window's own worker scripts, and nothing else, where Chromium would take a string as code. The page's policy
 * (`trusted-types default`) allows this one policy and no second; markup and script text stay forbidden. Must run before
 * the first worker is started: import this file first.
 */
export function admitOwnWorkers(target: { readonly trustedTypes?: TrustedTypePolicies }, page: string): void {
  target.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => (isOwnScript(address, page) ? address : null),
  });
}

/** Whether an address is a script file beside the page: same scheme and host, below `assets/`. */
export function isOwnScript(address: string, page: string): boolean {
  if (!URL.canParse(address, page)) return false;
  const url = new URL(address, page);
  const own = new URL(page);
  return (
    url.protocol === own.protocol &&
    url.host === own.host &&
    url.pathname.startsWith('/assets/') &&
    url.pathname.endsWith('.js')
  );
}
