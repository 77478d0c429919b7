import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { canonicalJson } from '../inventory/canonical-json.ts';
import { INPUT_LIMITS } from '../inventory/limits.ts';
import { checkStructure } from '../inventory/structure.ts';
import { isJsonObject } from '../json.ts';
import type { JsonValue } from '../json.ts';
import { KEPT_FORMAT, KEPT_VERSION } from './kept-review.ts';
import type { KeptStep, KeptTab } from './kept-review.ts';
import { mergeReviews } from './merge-reviews.ts';
import { entriesOfReview, gatherReview, readReviewEntry, reviewRow } from './review-entries.ts';
import { EMPTY_REVIEW, REVIEW_LIMITS } from './review-record.ts';
import type { ReviewRecord } from './review-record.ts';
import { keptTabSchema } from './review-schema.ts';

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
  const entries = listOf(value['review']).flatMap((row) => {
    const reading = readReviewEntry(row);
    if (!reading.ok) problems.push(reading.reason);
    return reading.ok ? [reading.entry] : [];
  });
  const { record, beyond } = gatherReview(entries);
  if (beyond > 0) problems.push(`${beyond} entries beyond the most that a review has were not kept.`);
  const tabs = listOf(value['tabs'])
    .slice(0, REVIEW_LIMITS.tabs)
    .flatMap((row) => {
      const tab = readTab(row);
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

function readTab(row: JsonValue): KeptTab | undefined {
  const parsed = keptTabSchema.safeParse(row);
  if (!parsed.success || parsed.data.steps.length > MOST_STEPS) return undefined;
  const { steps: written, present, ...tab } = parsed.data;
  const steps: KeptStep[] = [];
  for (const { name, spec, positions, whole } of written) {
    const before = steps.at(-1)?.positions ?? {};
    const isSame = whole !== true && Object.keys(positions).length === 0;
    steps.push({ name, spec, positions: isSame ? before : whole === true ? positions : { ...before, ...positions } });
  }
  return present < steps.length ? { ...tab, steps, present } : undefined;
}
