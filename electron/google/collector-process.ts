import type { CollectorMessage } from '../../shared/ipc/collector-messages.ts';
import { listCredentialSources } from '../auth/list-sources.ts';
import { createJournalStore } from '../files/journal.ts';
import { collect } from './collect/collect.ts';
import { find } from './collect/find.ts';
import { createCollectorService } from './collector-service.ts';
import { connectToGoogle, localAuthHost } from './connect.ts';
import { listProjects } from './list-projects.ts';
import { testConnection } from './test-connection.ts';

/**
 * Entry of the utility process that holds credentials and reads from Google Cloud. It is given the folder of the journals and the
 * app's version; all else comes as messages of the main process, with the ports of windows.
 */
const { journals, toolVersion } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly journals: string;
  readonly toolVersion: string;
};

const service = createCollectorService({
  listSources: () => listCredentialSources(localAuthHost()),
  connect: (choice, transport, notify) => connectToGoogle(choice, { transport, notify }),
  testConnection,
  listProjects: ({ transport }) => listProjects(transport),
  collect,
  find,
  journals: createJournalStore(journals),
  toolVersion,
  now: Date.now,
  post: (reply) => process.parentPort.postMessage(reply),
});

process.parentPort.on('message', ({ data, ports }) => service.handle(data as CollectorMessage, ports[0]));
