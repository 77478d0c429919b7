import { z } from 'zod';
import type { Problem } from '../../errors/problem.ts';
import { isProblemCode } from '../../errors/problem.ts';
import { collectionRequestSchema } from '../../ipc/connect.ts';
import type { CollectionRequest } from '../../ipc/connect.ts';
import type { JsonObject } from '../../json.ts';
import type { ResourceDocument } from '../../resource/document.ts';
import type { ResourceName } from '../../resource/resource-name.ts';
import type { CoverageRow, MaskedPlace, ProjectTie } from '../inventory.ts';
import { rowSchemas } from '../snapshot-format.ts';

export const COLLECTION_FORMAT = 'vertex-lineage-collection';
export const COLLECTION_VERSION = 1;

/** First record of a collection, and of each time it is taken up again. */
export interface CollectionStart {
  readonly type: 'collection';
  readonly format: typeof COLLECTION_FORMAT;
  readonly formatVersion: typeof COLLECTION_VERSION;
  /** RFC 3339. */
  readonly createdTime: string;
  readonly toolVersion: string;
  readonly request: CollectionRequest;
  /** As whom it was read. */
  readonly principal?: string;
}

/**
 * What a collection gives, in the order in which it comes; one line of NDJSON each. A later document replaces the earlier one of
 * the same name, a later coverage row the earlier one of the same key.
 */
export type CollectionRecord =
  | CollectionStart
  | {
      readonly type: 'document';
      readonly document: ResourceDocument;
      /** What was masked in it when it was kept. */
      readonly masked?: readonly MaskedPlace[];
    }
  | { readonly type: 'coverage'; readonly row: CoverageRow }
  | { readonly type: 'project'; readonly tie: ProjectTie }
  | { readonly type: 'problem'; readonly problem: Problem }
  /** Was read before and is gone now. */
  | { readonly type: 'removed'; readonly name: ResourceName }
  /** Nothing follows. `complete`: everything asked for was read. */
  | { readonly type: 'end'; readonly complete: boolean };

/** Whether an object is the first record of a collection, of whatever version. */
export function isCollectionStart(record: JsonObject): boolean {
  return record['type'] === 'collection' && record['format'] === COLLECTION_FORMAT;
}

/** Schemas of the records; of `document`, of which there are too many for a schema library, only what it seldom has. */
export const recordSchemas = {
  collection: z.object({
    formatVersion: z.int().positive(),
    createdTime: z.iso.datetime({ offset: true }),
    toolVersion: z.string(),
    request: collectionRequestSchema,
    principal: z.string().exactOptional(),
  }),
  document: z.object({ masked: z.array(rowSchemas.redactions.omit({ document: true })).exactOptional() }),
  coverage: z.object({ row: rowSchemas.coverage }),
  project: z.object({ tie: rowSchemas.projects }),
  problem: z.object({
    problem: rowSchemas.problems.extend({ code: z.custom<Problem['code']>((code) => isProblemCode(String(code))) }),
  }),
  removed: z.object({ name: z.string() }),
  end: z.object({ complete: z.boolean() }),
} as const;
