import { z } from 'zod';
import { MAX_DEPTH } from '../graph/paths/find-paths.ts';
import { RELATIONS } from '../links/relations.ts';
import type { RelationId } from '../kinds/kind.ts';
import { MARKS, REVIEW_LIMITS } from './review-record.ts';
import type {
  FindingsBefore,
  ReviewAcceptance,
  ReviewMark,
  ReviewNote,
  ReviewQuery,
  ReviewTarget,
  SavedTab,
  SavedTrace,
  SavedView,
  SavedViewState,
} from './review-record.ts';
import { nodeIdSchema, viewIdSchema, viewSpecPartSchema, viewSpecSchema } from './view-spec-schema.ts';

const name = z.string().trim().min(1).max(REVIEW_LIMITS.name);
const text = z.string().max(REVIEW_LIMITS.text);
const title = z.string().max(REVIEW_LIMITS.id).exactOptional();
const id = z.string().min(1).max(100);
const ruleId = z.string().min(1).max(REVIEW_LIMITS.name);
const fingerprint = z.string().regex(/^[0-9a-f]{32}$/);
const time = z.iso.datetime({ offset: true });
const authored = { author: z.string().max(REVIEW_LIMITS.name), time };

const target: z.ZodType<ReviewTarget> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('node'), id: nodeIdSchema }),
  z.object({ type: z.literal('edge'), relation: ruleId, from: nodeIdSchema, to: nodeIdSchema }),
  z.object({ type: z.literal('finding'), rule: ruleId, resource: nodeIdSchema, fingerprint }),
]);

const relations = z
  .array(z.string())
  .max(1000)
  .transform((values) => values.filter((value): value is RelationId => Object.hasOwn(RELATIONS, value)));

const trace: z.ZodType<SavedTrace> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('paths'),
    question: z.object({
      from: nodeIdSchema,
      to: nodeIdSchema,
      mode: z.enum(['shortest', 'simple']),
      depth: z.int().min(1).max(MAX_DEPTH),
      direction: z.enum(['any', 'with-data', 'against-data']),
      without: relations,
      limit: z.int().min(1).max(10_000),
    }),
    at: z.int().min(0).exactOptional(),
  }),
  z.object({
    type: z.literal('lineage'),
    of: nodeIdSchema,
    direction: z.enum(['sources', 'dependants']),
    way: z.enum(['data', 'dependencies']),
  }),
]);

const position = z.object({ x: z.number(), y: z.number() });

/** By hand: a schema for each of thousands of places takes seconds. */
const positionsSchema = z.custom<SavedViewState['positions']>(isPositions, 'no places of nodes');

function isPositions(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const all = Object.entries(value);
  return (
    all.length <= REVIEW_LIMITS.positions &&
    all.every(([node, place]) => node.length <= REVIEW_LIMITS.id && isPosition(place))
  );
}

function isPosition(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  return 'x' in value && Number.isFinite(value.x) && 'y' in value && Number.isFinite(value.y);
}

const viewportSchema = z.object({ zoom: z.number().min(0.001).max(100), pan: position });
const selectedSchema = z.array(viewIdSchema).max(REVIEW_LIMITS.positions);

/** What is kept of a view beside what it shows. */
const surroundings = {
  viewport: viewportSchema.exactOptional(),
  selected: selectedSchema.exactOptional(),
  trace: trace.exactOptional(),
  query: z.string().max(REVIEW_LIMITS.query).exactOptional(),
  sort: z.object({ column: name, descending: z.boolean() }).exactOptional(),
};

const viewStateSchema: z.ZodType<SavedViewState> = z.object({
  spec: viewSpecSchema,
  positions: positionsSchema,
  ...surroundings,
});

const view: z.ZodType<SavedView> = z.object({
  id,
  name,
  note: text.exactOptional(),
  ...authored,
  state: viewStateSchema,
});

const tab: z.ZodType<SavedTab> = z.object({
  id,
  name,
  state: viewStateSchema,
  active: z.literal(true).exactOptional(),
});

/** Places as `kept-review.ts` packs them. */
export const packedSchema = z.custom<readonly number[]>(
  (value) => Array.isArray(value) && value.length <= 3 * REVIEW_LIMITS.positions && value.every(Number.isFinite),
  'no places of nodes',
);

/** An open view with its history, as it is kept while the work goes on: of each step what differs from the one before. */
export const keptTabSchema = z.object({
  id,
  name,
  active: z.literal(true).exactOptional(),
  ...surroundings,
  present: z.int().min(0),
  steps: z
    .array(
      z.object({
        name: z.string().max(REVIEW_LIMITS.text),
        spec: viewSpecPartSchema,
        without: z.array(z.string()).max(100).exactOptional(),
        at: packedSchema,
        whole: z.literal(true).exactOptional(),
      }),
    )
    .min(1),
});

const query: z.ZodType<ReviewQuery> = z.object({
  name,
  query: z.string().min(1).max(REVIEW_LIMITS.query),
  ...authored,
});

const note: z.ZodType<ReviewNote> = z.object({ id, target, title, text: text.min(1), ...authored });

const mark: z.ZodType<ReviewMark> = z.object({ target, title, mark: z.enum(MARKS), ...authored });

const acceptance: z.ZodType<ReviewAcceptance> = z.object({
  fingerprint,
  rule: ruleId,
  resource: nodeIdSchema,
  title,
  reason: text.min(1),
  expires: z.iso.date().exactOptional(),
  ...authored,
});

const findingsBefore: z.ZodType<FindingsBefore> = z.object({
  time,
  fingerprints: z.array(fingerprint).max(REVIEW_LIMITS.fingerprints),
});

/** The form of each sort of entry. */
export const reviewSchemas = { view, tab, query, note, mark, acceptance, findingsBefore } as const;
