import { buildName } from './resource-name.ts';
import type { ParsedName } from './resource-name.ts';

/**
 * Reads the web address of a package or template in Artifact Registry (`https://us-kfp.pkg.dev/PROJECT/REPOSITORY/…`) as the
 * repository it lies in. Returns undefined for other addresses. Never throws.
 */
export function parsePackageAddress(text: string): ParsedName | undefined {
  const [, location, first, second, third] =
    /^https:\/\/([a-z0-9-]+)-[a-z]+\.pkg\.dev\/([^/?#]+)\/([^/?#]+)(?:\/([^/?#]+))?/.exec(text) ?? [];
  if (location === undefined || first === undefined || second === undefined) {
    return undefined;
  }
  // The project of an organisation's domain takes two parts: `example.com/proj` is `example.com:proj`.
  const scoped = first.includes('.') && !first.includes(':');
  const project = scoped ? `${first}:${second}` : first;
  const id = scoped ? third : second;
  return id === undefined ? undefined : buildName('gcp-artifact-registry-repository', { project, location, id });
}
