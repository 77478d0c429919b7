import { z } from 'zod';
import type { NodeId, NodeState } from '../graph/graph.ts';
import type { AttentionMark, Condition, ViewSpec } from '../graph/view.ts';
import { isKindId } from '../kinds/index.ts';
import type { Confidence, RelationId } from '../kinds/kind.ts';
import { RELATIONS } from '../links/relations.ts';
import { REVIEW_LIMITS } from './review-record.ts';

// The window's content security policy forbids the code that zod would otherwise generate at run time.
z.config({ jitless: true });

/** A schema for every field: one that is forgotten does not compile, for it would be lost when a view is saved. */
type Fields<Stored> = { readonly [Field in keyof Required<Stored>]: z.ZodType<Stored[Field]> };

/** Most ids in a list of a view: all resources of a large inventory. */
const MOST_IDS = 200_000;

/** Id of a view node: a node's, or `group:…`. */
export const viewIdSchema = z.string().min(1).max(REVIEW_LIMITS.id);

/** An id of a stored node. It may name nothing in the inventory that is open; whoever takes one has to bear that. */
export const nodeIdSchema = viewIdSchema.transform((id) => id as NodeId);

const nodeIds = z.array(nodeIdSchema).max(MOST_IDS);
const viewIds = z.array(viewIdSchema).max(MOST_IDS);
const texts = z.array(z.string().max(REVIEW_LIMITS.id)).max(MOST_IDS);

/** Some of the values there are. Those of another version of the product are left out: they exclude nothing. */
function someOf<Value extends string>(all: Readonly<Record<Value, true>>): z.ZodType<readonly Value[]> {
  return texts.transform((values) => values.filter((value): value is Value => Object.hasOwn(all, value)));
}

const exclude = z.object({
  kinds: texts.transform((values) => values.filter(isKindId)),
  states: someOf<NodeState>({ present: true, referenced: true, unresolved: true }),
  projects: texts,
  locations: texts,
  conditions: someOf<Condition>({
    failed: true,
    running: true,
    waiting: true,
    succeeded: true,
    stopped: true,
    none: true,
    unsubmitted: true,
  }).exactOptional(),
  marks: someOf<AttentionMark>({ attention: true, quiet: true }).exactOptional(),
  relations: texts
    .transform((values) => values.filter((value): value is RelationId => Object.hasOwn(RELATIONS, value)))
    .exactOptional(),
  confidences: someOf<Confidence>({ exact: true, derived: true, heuristic: true }).exactOptional(),
  flows: someOf<'data' | 'none'>({ data: true, none: true }).exactOptional(),
} satisfies Fields<ViewSpec['exclude']>);

/** Milliseconds since 1970 that a date can hold (https://tc39.es/ecma262/#sec-time-values-and-time-range). */
const instant = z.int().min(-8.64e15).max(8.64e15);

/** A stored view. */
const fields = {
  exclude,
  hidden: nodeIds,
  focus: z
    .object({
      nodes: nodeIds,
      depth: z.int().min(0).max(100),
      direction: z.enum(['both', 'upstream', 'downstream']),
    })
    .exactOptional(),
  only: nodeIds.exactOptional(),
  unfolded: viewIds,
  added: nodeIds,
  pinned: viewIds.exactOptional(),
  groupBy: z
    .object({
      by: z.enum(['project', 'location', 'launcher', 'label']),
      key: z.string().max(REVIEW_LIMITS.name).exactOptional(),
    })
    .exactOptional(),
  folded: viewIds.exactOptional(),
  access: z.literal(true).exactOptional(),
  time: z
    .object({
      by: z.enum(['created', 'running']),
      from: instant,
      to: instant,
      undated: z.literal('kept').exactOptional(),
    })
    .exactOptional(),
  display: z.enum(['table', 'tree']).exactOptional(),
  layout: z.enum(['columns', 'layered', 'organic', 'concentric']),
  spacing: z.enum(['compact', 'wide']).exactOptional(),
  centre: viewIds.exactOptional(),
  limit: z.int().min(1).max(100_000),
} satisfies Fields<ViewSpec>;

export const viewSpecSchema: z.ZodType<ViewSpec> = z.object(fields);

/** Some fields of a stored view. */
export const viewSpecPartSchema: z.ZodType<Partial<ViewSpec>> = z.object({
  ...fields,
  exclude: fields.exclude.exactOptional(),
  hidden: fields.hidden.exactOptional(),
  unfolded: fields.unfolded.exactOptional(),
  added: fields.added.exactOptional(),
  layout: fields.layout.exactOptional(),
  limit: fields.limit.exactOptional(),
});
