import { dirname, resolve } from 'node:path';
import { createInventoryReader } from '../../shared/inventory/reader.ts';
import { RETRIABLE } from '../../shared/inventory/collection/retriable.ts';
import { recordLine } from '../../shared/inventory/collection/write-record.ts';
import type { CollectionRecord } from '../../shared/inventory/collection/collection-record.ts';
import { writeSnapshot } from '../../shared/inventory/snapshot.ts';
import type { Inventory } from '../../shared/inventory/inventory.ts';
import { describeSystemError } from '../files/describe-system-error.ts';
import { createJournalStore } from '../files/journal.ts';
import type { JournalStore } from '../files/journal.ts';
import { packForName, writeFileAtomically } from '../files/write-file.ts';
import { collect } from '../google/collect/collect.ts';
import type { Connection } from '../google/collector-services.ts';
import { LIVE_FILE } from '../google/live-stream.ts';
import type { CommandContext } from './command-context.ts';
import { findBegun, journalId, openJournal, withReview } from './begun-collection.ts';
import type { Begun, Opened } from './begun-collection.ts';
import { describeGaps } from './coverage-report.ts';
import { CommandError, EXIT } from './exit-status.ts';
import type { ExitStatus } from './exit-status.ts';
import { describeLogin, openConnection } from './live-connection.ts';
import { readCredentials, readRequest, STANDARD_DEPTH } from './live-options.ts';
import type { LiveOptions } from './live-options.ts';
import { createLiveProgress } from './live-progress.ts';
import { writeMessage } from './terminal.ts';

export interface CollectCommandOptions extends LiveOptions {
  readonly out: string;
  readonly includeSecrets?: boolean;
  readonly resume?: boolean;
}

/**
 * Collects an estate from Google Cloud into a snapshot at `out`. While it runs, what came so far is kept in a journal beside `out`;
 * that stays where the collection is interrupted, and `resume` goes on from it. Where there is none, `resume` tries again what the
 * snapshot says could not be read.
 */
export async function runCollect(options: CollectCommandOptions, context: CommandContext): Promise<ExitStatus> {
  const { terminal } = context;
  const choice = readCredentials(options);
  // Mistakes in what is asked for are told before anything is opened; the credentials may know a project.
  readRequest(options, options.project?.[0] ?? 'own-project', STANDARD_DEPTH);
  const journals = createJournalStore(dirname(resolve(options.out)));
  const id = journalId(options.out);
  const begun = await findBegun(journals, id, options, context);
  const connection = await openConnection(choice, readTransport(options), terminal);
  try {
    const own = connection.credentials.describe().project;
    const opened = await openJournal(journals, id, begun, () => readRequest(options, own, STANDARD_DEPTH));
    const result = await readAll(opened, connection, context);
    return await finish(result, { options, journals, id, context, connection, begun });
  } finally {
    await connection.close();
  }
}

interface Result {
  readonly inventory: Inventory;
  readonly outcome: 'complete' | 'partial' | 'interrupted';
  /** Why it stopped before its end, where the user has to do something. */
  readonly advice?: string;
}

async function readAll(opened: Opened, connection: Connection, context: CommandContext): Promise<Result> {
  const { terminal, now, version } = context;
  const reader = createInventoryReader();
  reader.beginFile(LIVE_FILE);
  const encoder = new TextEncoder();
  function take(record: CollectionRecord): void {
    reader.push(encoder.encode(recordLine(record)));
  }
  const stop = new AbortController();
  const progress = createLiveProgress(terminal, now);
  let advice: string | undefined;
  let complete = false;
  const { principal } = connection.credentials.describe();
  const release = context.onInterrupt(() => {
    progress.clear();
    terminal.stderr.write('Stopping; what was read is kept.\n');
    stop.abort();
  });
  try {
    const records = collect(opened.request, {
      transport: connection.transport,
      now,
      signal: stop.signal,
      toolVersion: version,
      mode: opened.mode,
      gate: {
        async pause(failure) {
          advice = failure.status === 'unauthenticated' ? describeLogin(failure.problem) : failure.message;
          return 'stopped';
        },
      },
      ...(principal === undefined ? {} : { principal }),
    });
    let isFirst = true;
    for await (const record of records) {
      if (record.type === 'progress') {
        progress.show(record);
        continue;
      }
      take(record);
      await opened.journal.append(record);
      if (isFirst) {
        isFirst = false;
        for (const earlier of opened.known.records()) {
          take(earlier);
          // The journal alone is to be enough, should this be interrupted.
          if (!opened.isInJournal) await opened.journal.append(earlier);
        }
      }
      complete = record.type === 'end' ? record.complete : complete;
    }
  } finally {
    release();
    progress.clear();
    await opened.journal.close();
  }
  reader.endFile();
  const inventory = reader.finish();
  const isInterrupted = stop.signal.aborted || advice !== undefined;
  const outcome = isInterrupted ? 'interrupted' : complete ? 'complete' : 'partial';
  return { inventory, outcome, ...(advice === undefined ? {} : { advice }) };
}

interface Ending {
  readonly options: CollectCommandOptions;
  readonly journals: JournalStore;
  readonly id: string;
  readonly context: CommandContext;
  readonly connection: Connection;
  readonly begun: Begun;
}

async function finish({ inventory, outcome, advice }: Result, ending: Ending): Promise<ExitStatus> {
  const { options, journals, id, context, connection, begun } = ending;
  const { terminal } = context;
  if (advice !== undefined) {
    for (const line of advice.split('\n')) {
      await writeMessage(terminal, line);
    }
  }
  if (outcome === 'interrupted') {
    if (inventory.documents.length === 0) {
      await journals.remove(id);
      return advice === undefined ? EXIT.partial : EXIT.noCredentials;
    }
    const kept = `${inventory.documents.length} documents are kept in ${journals.fileOf(id)}.`;
    await writeMessage(terminal, `${kept} Go on with the same command and --resume.`);
    return EXIT.partial;
  }
  await save(withReview(inventory, begun), options, context);
  await journals.remove(id);
  const secrets = options.includeSecrets === true ? 'secrets included' : 'secrets masked';
  await writeMessage(terminal, `Wrote ${options.out}: ${inventory.documents.length} documents, ${secrets}.`);
  if (outcome === 'complete') {
    return EXIT.done;
  }
  const { principal, impersonates } = connection.credentials.describe();
  terminal.stderr.write(describeGaps(inventory.coverage, impersonates ?? principal));
  if (inventory.coverage.some(({ status }) => RETRIABLE.has(status))) {
    await writeMessage(terminal, 'Try only what failed again with the same command and --resume.');
  }
  return EXIT.partial;
}

async function save(
  inventory: Inventory,
  { out, includeSecrets = false }: CollectCommandOptions,
  { now, version }: CommandContext,
): Promise<void> {
  const bytes = writeSnapshot(inventory, {
    createdTime: inventory.createdTime ?? new Date(now()).toISOString(),
    toolVersion: version,
    includeSecrets,
  });
  try {
    await writeFileAtomically(out, await packForName(out, bytes), { secret: includeSecrets });
  } catch (error) {
    throw new CommandError(`${out} cannot be written: ${describeSystemError(error)}`);
  }
}

function readTransport({ transport = 'auto' }: CollectCommandOptions): 'auto' | 'grpc' | 'rest' {
  return transport === 'grpc' || transport === 'rest' ? transport : 'auto';
}
