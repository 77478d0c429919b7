import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { groupBy } from '../../shared/group-by.ts';
import { coverageKey } from '../../shared/inventory/collection/coverage-key.ts';
import { RETRIABLE } from '../../shared/inventory/collection/retriable.ts';
import type { Inventory } from '../../shared/inventory/inventory.ts';
import { KINDS } from '../../shared/kinds/index.ts';
import type { CollectionRequest } from '../../shared/ipc/connect.ts';
import { REVIEW_DOCUMENT } from '../../shared/review/mask-review.ts';
import { describeSystemError } from '../files/describe-system-error.ts';
import type { Journal, JournalStore } from '../files/journal.ts';
import type { CollectionMode } from '../google/collect/collect-types.ts';
import { createKnownRecords } from '../google/known-records.ts';
import type { KnownRecords } from '../google/known-records.ts';
import type { CommandContext } from './command-context.ts';
import { CommandError } from './exit-status.ts';
import { openInventory } from './open-inventory.ts';

/** What an earlier collection into the same file left. */
export interface Begun {
  /** `journal`: it was interrupted. `snapshot`: it ended, and what failed is tried again. */
  readonly from: 'nothing' | 'journal' | 'snapshot';
  /** What the file has now, where something is to be taken over from it. */
  readonly inventory?: Inventory;
}

/** A journal that was opened, and how to go on from what is known. */
export interface Opened {
  readonly journal: Journal;
  readonly request: CollectionRequest;
  readonly mode: CollectionMode;
  readonly known: KnownRecords;
  /** Whether the journal holds what is known. */
  readonly isInJournal: boolean;
}

/** Where documents come from that were collected, not imported. */
const SERVICES: ReadonlySet<string> = new Set(KINDS.map(({ service }) => service));

/** Names the journal of an output: beside it, and of a name that shows what it is. */
export function journalId(out: string): string {
  return `${basename(out).replaceAll(/[^\w-]+/g, '-')}-unfinished`;
}

/**
 * Looks for what is there to go on from. Throws a `CommandError` where `resume` has nothing, and where it is not asked for although a
 * collection was interrupted.
 */
export async function findBegun(
  journals: JournalStore,
  id: string,
  { out, resume = false }: { readonly out: string; readonly resume?: boolean },
  context: CommandContext,
): Promise<Begun> {
  const isInterrupted = (await journals.list()).some((journal) => journal.id === id);
  if (!resume) {
    if (isInterrupted) {
      throw new CommandError(
        `A collection was not finished; what it read is in ${journals.fileOf(id)}. Go on with --resume, or delete that file.`,
      );
    }
    return { from: 'nothing' };
  }
  const hasFile = await exists(out);
  if (!isInterrupted && !hasFile) {
    throw new CommandError(`There is nothing to go on with: neither ${journals.fileOf(id)} nor ${out}.`);
  }
  const inventory = hasFile ? await readCollected(out, context) : undefined;
  if (isInterrupted) {
    return { from: 'journal', ...(inventory === undefined ? {} : { inventory }) };
  }
  if (inventory === undefined) {
    throw new CommandError(`${out} is not a whole snapshot of a collection alone, so there is nothing to go on with.`);
  }
  return { from: 'snapshot', inventory };
}

/** Opens the journal to write to. Throws a `CommandError` where that is not possible. */
export async function openJournal(
  journals: JournalStore,
  id: string,
  { from, inventory }: Begun,
  request: () => CollectionRequest,
): Promise<Opened> {
  const known = createKnownRecords();
  try {
    if (from === 'journal') {
      // What was asked for the first time holds.
      const { journal, request: before } = await journals.open(id, known.note);
      const mode: CollectionMode = { type: 'resume', known: known.state() };
      return { journal, request: before, mode, known, isInJournal: true };
    }
    const asked = request();
    const mode = inventory === undefined ? ({ type: 'fresh' } as const) : retryOf(inventory, known);
    return { journal: await journals.create(id), request: asked, mode, known, isInJournal: false };
  } catch (error) {
    if (error instanceof CommandError) {
      throw error;
    }
    throw new CommandError(`${journals.fileOf(id)} cannot be written: ${describeSystemError(error)}`);
  }
}

/** The inventory that was collected, with the work of reviewers that is in the file, which the new one keeps. */
export function withReview(collected: Inventory, { inventory }: Begun): Inventory {
  if (inventory?.review === undefined) return collected;
  // What is masked in the review already cannot be told from what it says.
  const masked = inventory.redactions.filter(({ document }) => document === REVIEW_DOCUMENT);
  return { ...collected, redactions: [...collected.redactions, ...masked], review: inventory.review };
}

function retryOf(inventory: Inventory, known: KnownRecords): CollectionMode {
  const { documents, coverage, projects, problems } = inventory;
  const masked = groupBy(inventory.redactions, ({ document }) => document);
  for (const tie of projects) known.note({ type: 'project', tie });
  for (const document of documents) {
    const places = masked.get(document.name)?.map(({ path, reason }) => ({ path, reason }));
    known.note({ type: 'document', document, ...(places === undefined ? {} : { masked: places }) });
  }
  for (const row of coverage) known.note({ type: 'coverage', row });
  for (const problem of problems) known.note({ type: 'problem', problem });
  const keys = new Set(coverage.filter(({ status }) => RETRIABLE.has(status)).map(coverageKey));
  return { type: 'retry', known: known.state(), keys };
}

/** What a collection wrote; undefined where it is something else, or not all of it can be read. */
async function readCollected(path: string, { terminal, now }: CommandContext): Promise<Inventory | undefined> {
  const { inventory, status } = await openInventory([path], terminal, now);
  const { documents, coverage, problems } = inventory;
  const isWhole = status === 0 && problems.every(({ severity }) => severity !== 'error');
  const isCollected = coverage.length > 0 && documents.every(({ origin }) => SERVICES.has(origin.file));
  return isWhole && isCollected ? inventory : undefined;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
