import { writeSnapshot } from '../../shared/inventory/snapshot.ts';
import { entriesOfReview } from '../../shared/review/review-entries.ts';
import { EMPTY_REVIEW } from '../../shared/review/review-record.ts';
import { describeSystemError } from '../files/describe-system-error.ts';
import { packForName, writeFileAtomically } from '../files/write-file.ts';
import type { CommandContext } from './command-context.ts';
import { CommandError, EXIT } from './exit-status.ts';
import type { ExitStatus } from './exit-status.ts';
import { openInventory } from './open-inventory.ts';
import { writeMessage } from './terminal.ts';

export interface SnapshotCommandOptions {
  readonly out: string;
  readonly includeSecrets?: boolean;
  /** Whether what reviewers made is kept; of several snapshots it becomes one review. */
  readonly review?: boolean;
}

/** Writes a snapshot of the files to `out` (packed when it ends in `.gz`), or to standard output when that is `-`. */
export async function runSnapshot(
  files: readonly string[],
  { out, includeSecrets = false, review: keepsReview = true }: SnapshotCommandOptions,
  { terminal, now, version }: CommandContext,
): Promise<ExitStatus> {
  const { inventory, status } = await openInventory(files, terminal, now);
  if (status !== EXIT.done && inventory.documents.length === 0) {
    await writeMessage(terminal, `Nothing could be read; ${out} was not written.`);
    return status;
  }
  const review = keepsReview ? (inventory.review ?? EMPTY_REVIEW) : EMPTY_REVIEW;
  const bytes = writeSnapshot(inventory, {
    // A snapshot made of a snapshot is as old as its contents.
    createdTime: inventory.createdTime ?? new Date(now()).toISOString(),
    toolVersion: version,
    includeSecrets,
    review,
  });
  if (out === '-') {
    await new Promise<void>((resolve) => {
      terminal.stdout.write(bytes, () => {
        resolve();
      });
    });
  } else {
    try {
      await writeFileAtomically(out, await packForName(out, bytes), { secret: includeSecrets });
    } catch (error) {
      throw new CommandError(`${out} cannot be written: ${describeSystemError(error)}`);
    }
  }
  const secrets = includeSecrets ? 'secrets included' : 'secrets masked';
  const entries = entriesOfReview(review).length;
  const reviewed = entries === 0 ? '' : ` Review: ${entries} ${entries === 1 ? 'entry' : 'entries'}.`;
  await writeMessage(
    terminal,
    `Wrote ${out === '-' ? 'a snapshot' : out}: ${inventory.documents.length} documents, ${secrets}.${reviewed}`,
  );
  return status;
}
