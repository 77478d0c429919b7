/** The part of the browser's Trusted Types that is used (https://developer.mozilla.org/docs/Web/API/Trusted_Types_API). */
interface PolicyFactory {
  createPolicy(name: 'default', rules: { readonly createScriptURL: (address: string) => string | null }): unknown;
}

/** A page as far as this file needs it; tests pass plain objects. */
interface Page {
  readonly trustedTypes?: PolicyFactory;
  readonly location: { readonly href: string };
}

/**
 * Makes the page's default policy: the only text that may become code is the address of a worker script of our own. Text for
 * markup and scripts has no rule, so the browser refuses it.
 */
export function admitOwnWorkers(page: Page): void {
  page.trustedTypes?.createPolicy('default', {
    createScriptURL: (address) => (isOwnScript(address, page.location.href) ? address : null),
  });
}

/** Whether an address is a built script of the page's own origin. */
export function isOwnScript(address: string, page: string): boolean {
  const script = new URL(address, page);
  const own = new URL(page);
  return (
    script.protocol === own.protocol && script.host === own.host && /^\/assets\/[\w.-]+\.js$/.test(script.pathname)
  );
}
