import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { JsonObject, JsonValue } from '../json.ts';
import { isKindId } from '../kinds/index.ts';
import type { KindId } from '../kinds/index.ts';
import { canonicalJson } from './canonical-json.ts';
import { COVERAGE_ASPECTS, COVERAGE_STATUSES } from './inventory.ts';

// The window's content security policy forbids the code that zod would otherwise generate at run time.
z.config({ jitless: true });

export const SNAPSHOT_FORMAT = 'vertex-lineage-snapshot';
export const SNAPSHOT_VERSION = 2;
export const INTEGRITY_ALGORITHM = 'SHA-256';

/** Whether an object says that it is a snapshot, of whatever version. */
export function isSnapshot(record: JsonObject): boolean {
  return record['format'] === SNAPSHOT_FORMAT;
}

const kindId = z.custom<KindId>((value) => typeof value === 'string' && isKindId(value), 'not a kind');
const origin = z.object({
  file: z.string(),
  line: z.int().positive().exactOptional(),
  path: z.string().exactOptional(),
});

/** Rows of the lists of a snapshot but `documents`, which are too many for a schema library. */
export const rowSchemas = {
  coverage: z.object({
    project: z.string(),
    location: z.string(),
    kind: kindId,
    status: z.enum(COVERAGE_STATUSES),
    count: z.int().nonnegative(),
    error: z.string().exactOptional(),
    resource: z.string().exactOptional(),
    aspect: z.enum(COVERAGE_ASPECTS).exactOptional(),
    extent: z.literal('named').exactOptional(),
    permission: z.string().exactOptional(),
    role: z.string().exactOptional(),
    activationUrl: z.string().exactOptional(),
  }),
  projects: z.object({ projectId: z.string(), projectNumber: z.string().regex(/^\d+$/), source: z.string() }),
  skipped: z.object({ type: z.string(), count: z.int().nonnegative(), file: z.string() }),
  redactions: z.object({ document: z.string(), path: z.string(), reason: z.string() }),
  unattachedPolicies: z.object({ policy: z.record(z.string(), z.json()), origin }),
  problems: z.object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'note']),
    file: z.string(),
    line: z.int().positive().exactOptional(),
    path: z.string().exactOptional(),
    reason: z.string(),
  }),
} as const;

/** Members that are single values. */
export const headSchemas = {
  createdTime: z.iso.datetime({ offset: true }),
  toolVersion: z.string(),
  scope: z.object({ files: z.array(z.string()).exactOptional() }).loose(),
  integrity: z.object({ algorithm: z.literal(INTEGRITY_ALGORITHM), value: z.string() }),
} as const;

/**
 * The integrity value of a snapshot, taken up member by member and row by row in any order of the members: the SHA-256 of one
 * line `KEY HEX` for each member but `integrity` that is not an empty list, sorted by key. HEX is the SHA-256 of the member's
 * canonical JSON and a newline, or of the same for each row of a list. So it does not depend on the file's layout.
 */
export class SnapshotDigest {
  readonly #members = new Map<string, ReturnType<typeof sha256.create>>();

  /** Takes up a member that is no list, or one row of a list. */
  add(key: string, value: JsonValue): void {
    this.addText(key, canonicalJson(value));
  }

  /** As `add`, for canonical JSON that was made before. */
  addText(key: string, canonical: string): void {
    const hash = this.#members.get(key) ?? sha256.create();
    this.#members.set(key, hash);
    hash.update(new TextEncoder().encode(`${canonical}\n`));
  }

  /** Lower-case hexadecimal digits. Ends the digest. */
  finish(): string {
    const lines = [...this.#members]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, hash]) => `${JSON.stringify(key)} ${bytesToHex(hash.digest())}\n`);
    return bytesToHex(sha256(new TextEncoder().encode(lines.join(''))));
  }
}
