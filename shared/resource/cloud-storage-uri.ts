import { remember } from '../remember.ts';
import { bucketNameProblem } from './bucket-name.ts';
import { readAs, unreadable } from './reading.ts';
import type { Reading } from './reading.ts';
import { buildName, parseResourceName } from './resource-name.ts';
import { decodePercent } from './web-address.ts';

const BUCKET = 'gcp-storage-bucket';
/** Beginnings of an object's address, both five characters long: a URI, and the path of a mounted bucket. */
const PREFIXES = ['gs://', '/gcs/'] as const;
const WEB = /^https?:\/\/storage\.(?:googleapis|cloud\.google)\.com\/(?!storage\/v1\/)([^/?#]+)(?:\/([^?#]*))?/i;

/** The two parts of a Cloud Storage URI, or undefined for a text of another form. The bucket is not checked. */
export function splitCloudStorageUri(text: string): { readonly bucket: string; readonly object: string } | undefined {
  if (PREFIXES.some((prefix) => text.startsWith(prefix))) {
    const slash = text.indexOf('/', 5);
    return slash < 0
      ? { bucket: text.slice(5), object: '' }
      : { bucket: text.slice(5, slash), object: text.slice(slash + 1) };
  }
  const web = text.startsWith('http') ? WEB.exec(text) : null;
  return web === null ? undefined : { bucket: web[1] ?? '', object: decodePercent(web[2] ?? '') };
}

/**
 * Reads `gs://BUCKET/OBJECT`, the path of a mounted bucket (`/gcs/BUCKET/OBJECT`), a web address of an object or a bucket's
 * name. The object path (it may contain wildcards) is kept as the fact `object`. Never throws.
 */
export function readCloudStorageUri(text: string): Reading {
  const parts = splitCloudStorageUri(text.trim());
  if (parts !== undefined) {
    return readBucketName(parts.bucket, parts.object);
  }
  const named = parseResourceName(text, { kinds: [BUCKET] });
  return named === undefined ? unreadable('This is no Cloud Storage URI: expected gs://BUCKET/OBJECT.') : readAs(named);
}

/** Reads a bare bucket name. Never throws. */
export function readBucketName(text: string, object = ''): Reading {
  const reading = readBucket(text);
  return object === '' || !reading.ok ? reading : { ok: true, parsed: reading.parsed, facts: { object } };
}

/** Jobs name a few buckets over and over. */
const readBucket = remember((text: string): Reading => {
  const parsed = buildName(BUCKET, { id: text });
  return parsed === undefined ? unreadable(bucketNameProblem(text) ?? 'This is no bucket name.') : readAs(parsed);
}, 10_000);

/** Reads `BUCKET/OBJECT`, with or without `gs://` before it. Never throws. */
export function readCloudStoragePath(text: string): Reading {
  const value = text.trim();
  if (splitCloudStorageUri(value) !== undefined || value.startsWith('//')) {
    return readCloudStorageUri(value);
  }
  const slash = value.indexOf('/');
  return slash < 0 ? readBucketName(value) : readBucketName(value.slice(0, slash), value.slice(slash + 1));
}
