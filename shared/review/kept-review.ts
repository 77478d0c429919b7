import type { Position, ViewSpec } from '../graph/view.ts';
import { maskReview, type MaskText } from './mask-review.ts';
import { createPositionPacker } from './packed-positions.ts';
import { contentOfEntry, entriesOfReview, gatherReview, reviewRow, type ReviewEntry } from './review-entries.ts';
import type { ReviewRecord, SavedTab, SavedViewState } from './review-record.ts';

export const KEPT_FORMAT = 'vertex-lineage-kept-review';
export const KEPT_VERSION = 1;

/** One step of the history of a view. */
export interface KeptStep {
  readonly name: string;
  readonly spec: ViewSpec;
  readonly positions: Readonly<Record<string, Position>>;
}

/** An open view with its history, by which it can be taken up again. */
export interface KeptTab extends Omit<SavedTab, 'state'>, Omit<SavedViewState, 'spec' | 'positions'> {
  /** Oldest first; at least one. */
  readonly steps: readonly KeptStep[];
  /** Place of the step that is shown. */
  readonly present: number;
}

/** What is kept of the work on an inventory while it goes on. */
export interface KeptReview {
  /** RFC 3339. */
  readonly savedTime: string;
  /** Digest of the review that the inventory's own files had then. */
  readonly base: string;
  /** Without open views: these are `tabs`. */
  readonly record: ReviewRecord;
  readonly tabs: readonly KeptTab[];
}

/** Makes the texts of kept reviews; what did not change since the last one is not made anew. */
export interface KeptReviewWriter {
  /** Makes the parts of a text that are not made yet, and pauses now and then: `text` is quick after that. */
  prepareInSteps(kept: KeptReview): Generator<void, void>;
  text(kept: KeptReview): string;
}

/**
 * Returns a writer that masks credentials of known form. Of a step of a history only what differs from the step before it is
 * written, because most steps move nothing and change one field.
 */
export function createKeptReviewWriter(maskText: MaskText): KeptReviewWriter {
  const rows = new WeakMap<object, string>();
  const steps = new WeakMap<KeptStep, { readonly before: KeptStep | undefined; readonly text: string }>();
  const packer = createPositionPacker();

  function entryText(entry: ReviewEntry): string {
    const made: object = contentOfEntry(entry);
    const known = rows.get(made);
    if (known !== undefined) return known;
    const masked = entriesOfReview(maskReview(gatherReview([entry]).record, maskText).record);
    const text = masked.map(rowText).join('');
    rows.set(made, text);
    return text;
  }

  function rowText(entry: ReviewEntry): string {
    if (entry.entry !== 'view') return JSON.stringify(reviewRow(entry));
    const { positions, ...state } = entry.view.state;
    const view = { ...entry.view, state: { ...state, positions: {} } };
    return JSON.stringify({ ...reviewRow({ entry: 'view', view }), at: packer.pack(positions) });
  }

  function stepText(step: KeptStep, before: KeptStep | undefined): string {
    const known = steps.get(step);
    if (known !== undefined && known.before === before) return known.text;
    const { positions, whole } = movedSince(step.positions, before?.positions);
    const text = JSON.stringify({
      name: maskText(step.name).text,
      ...changedSince(step.spec, before?.spec),
      at: packer.pack(positions),
      ...(whole === undefined ? {} : { whole }),
    });
    steps.set(step, { before, text });
    return text;
  }

  function tabText(tab: KeptTab): string {
    const { steps: all, query, ...rest } = tab;
    const searched = query === undefined ? {} : { query: maskText(query).text };
    const head = JSON.stringify({ ...rest, name: maskText(tab.name).text, ...searched });
    const texts = all.map((step, index) => stepText(step, all[index - 1]));
    return `${head.slice(0, -1)},"steps":[${texts.join(',\n')}]}`;
  }

  return {
    *prepareInSteps({ record, tabs }) {
      for (const entry of entriesOfReview({ ...record, tabs: [] })) {
        entryText(entry);
        yield;
      }
      for (const { steps: all } of tabs) {
        for (const [index, step] of all.entries()) {
          stepText(step, all[index - 1]);
          yield;
        }
      }
    },
    text({ savedTime, base, record, tabs }) {
      const head = JSON.stringify({ format: KEPT_FORMAT, version: KEPT_VERSION, savedTime, base });
      const review = entriesOfReview({ ...record, tabs: [] })
        .map(entryText)
        .join(',\n');
      const views = tabs.map(tabText).join(',\n');
      return `${head.slice(0, -1)},\n"review":[${review}],\n"tabs":[${views}],\n"ids":${packer.idsText()}}\n`;
    },
  };
}

/** The fields of a view that are not those of the step before, and the names of those it has no more. */
function changedSince(
  spec: ViewSpec,
  before: ViewSpec | undefined,
): { readonly spec: Partial<ViewSpec>; readonly without?: readonly string[] } {
  if (before === undefined) return { spec };
  const old = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(spec).filter(([field, value]) => !old.has(field) || old.get(field) !== value);
  const without = [...old.keys()].filter((field) => !Object.hasOwn(spec, field));
  return { spec: Object.fromEntries(changed), ...(without.length === 0 ? {} : { without }) };
}

/** The positions as the reader puts them together again: on top of those before, or `whole` where some of them are gone. */
function movedSince(
  positions: KeptStep['positions'],
  before: KeptStep['positions'] | undefined,
): { readonly positions: KeptStep['positions']; readonly whole?: true } {
  if (before === undefined) return { positions, whole: true };
  if (before === positions) return { positions: {} };
  if (Object.keys(before).some((id) => !Object.hasOwn(positions, id))) return { positions, whole: true };
  const moved = Object.entries(positions).filter(([id, { x, y }]) => {
    const place = Object.hasOwn(before, id) ? before[id] : undefined;
    return place === undefined || place.x !== x || place.y !== y;
  });
  return { positions: Object.fromEntries(moved) };
}
