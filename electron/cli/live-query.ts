import { recordLine } from '../../shared/inventory/collection/write-record.ts';
import type { Inventory } from '../../shared/inventory/inventory.ts';
import { createInventoryReader } from '../../shared/inventory/reader.ts';
import { describeLogin, openConnection } from './live-connection.ts';
import { find, LiveQueryError } from '../google/collect/find.ts';
import type { LiveQuery } from '../google/collect/live-plan.ts';
import { LIVE_FILE } from '../google/live-stream.ts';
import type { CommandContext } from './command-context.ts';
import { describeGaps } from './coverage-report.ts';
import { CommandError, EXIT } from './exit-status.ts';
import type { ExitStatus } from './exit-status.ts';
import { readCredentials, readRequest } from './live-options.ts';
import type { LiveOptions } from './live-options.ts';
import { createLiveProgress } from './live-progress.ts';
import { describeForms } from './query-forms.ts';
import { writeMessage } from './terminal.ts';

/** Hops from what is asked for where nothing else is said: a list is only itself, anything else comes with its links. */
const STANDARD_DEPTH: Readonly<Record<LiveQuery['method'], number>> = { get: 1, list: 0, search: 1 };

/** Reads from Google Cloud what a query is about; `partial` where something of it could not be read. */
export async function readLive(
  options: LiveOptions,
  query: LiveQuery,
  context: CommandContext,
): Promise<{ readonly inventory: Inventory; readonly status: ExitStatus }> {
  const { terminal, now, version } = context;
  const choice = readCredentials(options);
  const request = readRequest(options, undefined, STANDARD_DEPTH[query.method]);
  const connection = await openConnection(choice, request.transport, terminal);
  const stop = new AbortController();
  const release = context.onInterrupt(() => {
    stop.abort();
  });
  const progress = createLiveProgress(terminal, now);
  const reader = createInventoryReader();
  const encoder = new TextEncoder();
  let complete = false;
  let advice: string | undefined;
  reader.beginFile(LIVE_FILE);
  try {
    const records = find(query, request, {
      transport: connection.transport,
      now,
      signal: stop.signal,
      toolVersion: version,
      mode: { type: 'fresh' },
      gate: {
        async pause(failure) {
          advice = failure.status === 'unauthenticated' ? describeLogin(failure.problem) : failure.message;
          return 'stopped';
        },
      },
    });
    for await (const record of records) {
      if (record.type === 'progress') {
        progress.show(record);
      } else {
        reader.push(encoder.encode(recordLine(record)));
        complete = record.type === 'end' ? record.complete : complete;
      }
    }
  } catch (error) {
    if (error instanceof LiveQueryError) {
      throw new CommandError(describeForms(error.error));
    }
    throw error;
  } finally {
    release();
    progress.clear();
    await connection.close();
  }
  reader.endFile();
  const inventory = reader.finish();
  if (advice !== undefined && inventory.documents.length === 0) {
    throw new CommandError(advice, EXIT.noCredentials);
  }
  if (advice !== undefined) {
    for (const line of advice.split('\n')) {
      await writeMessage(terminal, line);
    }
  }
  const { principal, impersonates } = connection.credentials.describe();
  terminal.stderr.write(describeGaps(inventory.coverage, impersonates ?? principal));
  return { inventory, status: complete ? EXIT.done : EXIT.partial };
}
