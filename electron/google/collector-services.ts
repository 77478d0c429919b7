import type { CallAnswer, CollectorReply, CollectorTask } from '../../shared/ipc/collector-messages.ts';
import type { CollectionRequest, CredentialChoice, CredentialSource } from '../../shared/ipc/connect.ts';
import type { Credentials } from '../auth/credentials.ts';
import type { JournalStore } from '../files/journal.ts';
import type { Collect } from './collect/collect-types.ts';
import type { GoogleTransport, TransportKind, TransportNotice } from './transport/transport.ts';

/** Credentials with what reads by them. */
export interface Connection {
  readonly credentials: Credentials;
  readonly transport: GoogleTransport;
  /** Ends every connection. */
  close(): Promise<void>;
}

/** What the service needs of its surroundings. */
export interface CollectorServices {
  listSources(): Promise<readonly CredentialSource[]>;
  /** Rejects with an `AuthFailure`. `notify` takes what the user should know about how calls are made. */
  connect(
    choice: CredentialChoice,
    transport: TransportKind,
    notify: (notice: TransportNotice) => void,
  ): Promise<Connection>;
  testConnection(connection: Connection, project: string | undefined): Promise<CallAnswer<'test-connection'>>;
  listProjects(connection: Connection): Promise<CallAnswer<'list-projects'>>;
  collect: Collect;
  /** Records of the resources a query finds, with what they are linked to. */
  find: (
    task: Extract<CollectorTask, { type: 'find' }>,
    request: CollectionRequest,
    options: Parameters<Collect>[1],
  ) => ReturnType<Collect>;
  readonly journals: JournalStore;
  readonly toolVersion: string;
  /** Milliseconds since 1970. */
  now(): number;
  post(reply: CollectorReply): void;
}
