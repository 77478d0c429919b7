import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { INITIAL_VIEW, type ViewSpec } from '../graph/view.ts';
import { canonicalJson } from '../inventory/canonical-json.ts';
import { INPUT_LIMITS } from '../inventory/limits.ts';
import { checkStructure } from '../inventory/structure.ts';
import { isJsonObject } from '../json.ts';
import type { JsonValue } from '../json.ts';
import { KEPT_FORMAT, KEPT_VERSION } from './kept-review.ts';
import type { KeptStep, KeptTab } from './kept-review.ts';
import { mergeReviews } from './merge-reviews.ts';
import { entriesOfReview, gatherReview, readReviewEntry, reviewRow } from './review-entries.ts';
import type { ReviewEntry } from './review-entries.ts';
import { EMPTY_REVIEW, REVIEW_LIMITS } from './review-record.ts';
import type { ReviewRecord } from './review-record.ts';
import { keptTabSchema, packedSchema } from './review-schema.ts';
import { unpackPositions } from './packed-positions.ts';

/** Most steps of a history that are read. */
const MOST_STEPS = 500;

/** The review with which an inventory is opened. */
export interface OpenedReview {
  /** That of the inventory's files and what was kept of the work on it, as one. */
  readonly record: ReviewRecord;
  /** Digest of the review of the files, by which it is known again. */
  readonly base: string;
  /** The views that were open when the work was left off. */
  readonly kept?: { readonly savedTime: string; readonly tabs: readonly KeptTab[] };
  /** What of the kept work could not be read, a sentence each. */
  readonly problems: readonly string[];
}

const headSchema = z.object({
  format: z.literal(KEPT_FORMAT),
  version: z.int().positive(),
  savedTime: z.iso.datetime({ offset: true }),
  base: z.string().max(REVIEW_LIMITS.name),
});

/** Puts together what the files say and what was kept (`text`, as `kept-review.ts` writes it). Never throws. */
export function openReview(files: ReviewRecord, text: string | undefined): OpenedReview {
  const base = digestOf(files);
  if (text === undefined) return { record: files, base, problems: [] };
  const value = parse(text);
  const head = headSchema.safeParse(value);
  if (!head.success || !isJsonObject(value)) {
    return { record: files, base, problems: ['What was kept of the work on this inventory is damaged.'] };
  }
  const { version, savedTime, base: baseThen } = head.data;
  if (version > KEPT_VERSION) {
    return { record: files, base, problems: ['What was kept of the work on this inventory is by a newer version.'] };
  }
  const problems: string[] = [];
  const ids = listOf(value['ids']).filter((id) => typeof id === 'string');
  const entries = listOf(value['review']).flatMap((row) => {
    const reading = readReviewEntry(row);
    if (!reading.ok) problems.push(reading.reason);
    return reading.ok ? [withPlaces(reading.entry, row, ids)] : [];
  });
  const { record, beyond } = gatherReview(entries);
  if (beyond > 0) problems.push(`${beyond} entries beyond the most that a review has were not kept.`);
  const tabs = listOf(value['tabs'])
    .slice(0, REVIEW_LIMITS.tabs)
    .flatMap((row) => {
      const tab = readTab(row, ids);
      if (tab === undefined) problems.push('A view that was open cannot be read.');
      return tab === undefined ? [] : [tab];
    });
  return {
    record: {
      ...(baseThen === base ? record : mergeReviews(files, record)),
      // What was open then is open again.
      tabs: tabs.length === 0 ? files.tabs : [],
    },
    base,
    kept: { savedTime, tabs },
    problems,
  };
}

/** Identifies a record by its contents. */
export function digestOf(record: ReviewRecord): string {
  if (record === EMPTY_REVIEW) return '';
  const rows = entriesOfReview(record).map((entry) => canonicalJson(reviewRow(entry)));
  return bytesToHex(sha256(new TextEncoder().encode(rows.toSorted().join('\n'))));
}

function parse(text: string): JsonValue | undefined {
  try {
    const { value, tooDeep } = checkStructure(JSON.parse(text) as JsonValue, INPUT_LIMITS.depth);
    return tooDeep ? undefined : value;
  } catch {
    return undefined;
  }
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** The entry with the places that are packed beside it. */
function withPlaces(entry: ReviewEntry, row: JsonValue, ids: readonly string[]): ReviewEntry {
  if (entry.entry !== 'view' || !isJsonObject(row)) return entry;
  const packed = packedSchema.safeParse(row['at']);
  const positions = packed.success ? unpackPositions(packed.data, ids) : undefined;
  // Without them it is laid out anew, which is better than none.
  return positions === undefined
    ? entry
    : { ...entry, view: { ...entry.view, state: { ...entry.view.state, positions } } };
}

function readTab(row: JsonValue, ids: readonly string[]): KeptTab | undefined {
  const parsed = keptTabSchema.safeParse(row);
  if (!parsed.success || parsed.data.steps.length > MOST_STEPS) return undefined;
  const { steps: written, present, ...tab } = parsed.data;
  const steps: KeptStep[] = [];
  for (const { name, spec: part, without = [], at, whole } of written) {
    const before = steps.at(-1);
    const spec = before === undefined ? wholeSpec(part) : { ...withoutFields(before.spec, without), ...part };
    const moved = unpackPositions(at, ids);
    if (spec === undefined || moved === undefined) return undefined;
    const old = before?.positions ?? {};
    const isSame = whole !== true && at.length === 0;
    steps.push({ name, spec, positions: isSame ? old : whole === true ? moved : { ...old, ...moved } });
  }
  return present < steps.length ? { ...tab, steps, present } : undefined;
}

function wholeSpec(part: Partial<ViewSpec>): ViewSpec | undefined {
  return isWhole(part) ? part : undefined;
}

/** The first view has all fields that every view has. */
function isWhole(part: Partial<ViewSpec>): part is ViewSpec {
  return Object.keys(INITIAL_VIEW).every((field) => Object.hasOwn(part, field));
}

/** Leaves out fields that a view need not have. */
function withoutFields(spec: ViewSpec, fields: readonly string[]): ViewSpec {
  const gone = new Set(fields.filter((field) => !Object.hasOwn(INITIAL_VIEW, field)));
  if (gone.size === 0) return spec;
  const rest: Partial<ViewSpec> = Object.fromEntries(Object.entries(spec).filter(([field]) => !gone.has(field)));
  return { ...INITIAL_VIEW, ...rest };
}
