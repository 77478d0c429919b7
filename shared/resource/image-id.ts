/** What follows the repository in an image's name: which image, and which version of it. */
export interface ImageId {
  /** Path of the image below its repository, parts separated by `/`. */
  readonly path: string;
  readonly tag?: string;
  /** `sha256:…`, lower case. */
  readonly digest?: string;
}

const PATH_PART = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-f]{32,}$/;

/**
 * Splits `PATH[:TAG][@DIGEST]` by the grammar of container image references. Returns undefined where it does not fit.
 * Grammar: https://pkg.go.dev/github.com/distribution/reference
 */
export function parseImageId(text: string): ImageId | undefined {
  const at = text.indexOf('@');
  const digest = at < 0 ? undefined : text.slice(at + 1).toLowerCase();
  const beforeDigest = at < 0 ? text : text.slice(0, at);
  const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
  const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
  const path = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
  const valid =
    path.split('/').every((part) => PATH_PART.test(part)) &&
    (tag === undefined || TAG.test(tag)) &&
    (digest === undefined || DIGEST.test(digest));
  return valid
    ? { path, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) }
    : undefined;
}

/** The identifying spelling: by digest where it is known, else by tag; no tag means `latest`. */
export function formatImageId(image: ImageId): string {
  return image.digest === undefined ? `${image.path}:${image.tag ?? 'latest'}` : `${image.path}@${image.digest}`;
}
