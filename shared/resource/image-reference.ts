import { parseImageId } from './image-id.ts';
import { readAs, unreadable } from './reading.ts';
import type { Reading } from './reading.ts';
import { buildName, parseResourceName } from './resource-name.ts';

const IMAGE = 'gcp-artifact-registry-docker-image';

/** gcr.io hosts are Artifact Registry repositories of the same name in these locations.
 * https://cloud.google.com/artifact-registry/docs/transition/transition-from-gcr */
const CONTAINER_REGISTRY_LOCATIONS: ReadonlyMap<string, string> = new Map([
  ['gcr.io', 'us'],
  ['us.gcr.io', 'us'],
  ['eu.gcr.io', 'europe'],
  ['asia.gcr.io', 'asia'],
]);

const DOCKER_HUB_HOSTS: ReadonlySet<string> = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
]);

/**
 * Reads a container image reference: `[HOST/]PATH[:TAG][@DIGEST]`. Images of Artifact Registry and gcr.io hosts get their
 * full resource name, others `//HOST/PATH:TAG`; no tag means `latest`. Never throws.
 * Grammar: https://pkg.go.dev/github.com/distribution/reference
 */
export function readImageReference(text: string): Reading {
  const reference = text.trim().replace(/^(?:docker|https?):\/\//i, '');
  if (/(?:^|\/)dockerImages\//.test(reference)) {
    const named = parseResourceName(text, { kinds: [IMAGE] });
    return named === undefined ? unreadable(`This is no name of an image: ${NAME_FORM}`) : readAs(named);
  }
  const slash = reference.indexOf('/');
  const first = slash < 0 ? '' : reference.slice(0, slash);
  const hasHost = /[.:]/.test(first) || first === 'localhost';
  const host = hasHost ? first.toLowerCase() : 'docker.io';
  const path = hasHost ? reference.slice(slash + 1) : reference;
  const location = /^([a-z0-9-]+)-docker\.pkg\.dev$/.exec(host)?.[1];
  if (location !== undefined) {
    return readArtifactRegistry(location, path);
  }
  const registryLocation = CONTAINER_REGISTRY_LOCATIONS.get(host);
  if (registryLocation !== undefined) {
    const [project, rest] = splitProject(path);
    return registryImage({ project, location: registryLocation, repository: host, id: rest });
  }
  return DOCKER_HUB_HOSTS.has(host)
    ? foreignImage('docker.io', path.includes('/') ? path : `library/${path}`)
    : foreignImage(host, path);
}

const NAME_FORM = 'expected projects/PROJECT/locations/LOCATION/repositories/REPOSITORY/dockerImages/IMAGE@DIGEST.';

function readArtifactRegistry(location: string, path: string): Reading {
  const [project, rest] = splitProject(path);
  const slash = rest.indexOf('/');
  if (slash < 0) {
    return unreadable('This names no image: expected LOCATION-docker.pkg.dev/PROJECT/REPOSITORY/IMAGE.');
  }
  return registryImage({ project, location, repository: rest.slice(0, slash), id: rest.slice(slash + 1) });
}

/** The first part is the project; that of an organisation's domain takes two: `example.com/proj` is `example.com:proj`. */
function splitProject(path: string): readonly [project: string, rest: string] {
  const [first = '', second = '', ...others] = path.split('/');
  return first.includes('.') && !first.includes(':')
    ? [`${first}:${second}`, others.join('/')]
    : [first, path.slice(first.length + 1)];
}

function registryImage(variables: { project: string; location: string; repository: string; id: string }): Reading {
  const image = parseImageId(variables.id);
  const parsed = buildName(IMAGE, variables);
  return image === undefined || parsed === undefined ? unreadable(GRAMMAR) : readAs(parsed, versionFacts(image));
}

function foreignImage(registry: string, path: string): Reading {
  const image = parseImageId(path);
  const validHost = /^[a-z0-9][a-z0-9.-]*(?::\d+)?$/.test(registry);
  const parsed = image === undefined || !validHost ? undefined : buildName(IMAGE, { registry, id: path });
  return image === undefined || parsed === undefined ? unreadable(GRAMMAR) : readAs(parsed, versionFacts(image));
}

const GRAMMAR = 'This is no image reference: expected [HOST/]PATH[:TAG][@sha256:DIGEST] with a lower-case path.';

function versionFacts(image: { readonly tag?: string; readonly digest?: string }): Record<string, string | undefined> {
  return { tag: image.tag ?? (image.digest === undefined ? 'latest' : undefined), digest: image.digest };
}
