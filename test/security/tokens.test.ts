import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listCredentialSources } from '../../electron/auth/list-sources.ts';
import type { FeedPort } from '../../electron/files/feed-port.ts';
import { createJournalStore } from '../../electron/files/journal.ts';
import { collect } from '../../electron/google/collect/collect.ts';
import { find } from '../../electron/google/collect/find.ts';
import { createCollectorService } from '../../electron/google/collector-service.ts';
import type { CollectorService } from '../../electron/google/collector-service.ts';
import { connectToGoogle, localAuthHost } from '../../electron/google/connect.ts';
import { listProjects } from '../../electron/google/list-projects.ts';
import { testConnection } from '../../electron/google/test-connection.ts';
import type { CollectorCall, CollectorReply } from '../../shared/ipc/collector-messages.ts';
import type { CollectionRequest, CredentialChoice } from '../../shared/ipc/connect.ts';
import type { StreamMessage } from '../../shared/ipc/stream.ts';
import { buildEstate } from '../doubles/google/build-estate.ts';
import { gcloudEnvironment } from '../doubles/google/gcloud-environment.ts';
import { startFakeGoogle } from '../doubles/google/start.ts';
import type { FakeGoogle } from '../doubles/google/start.ts';

const PROJECT = 'ml-project-1';
const TRAINER = 'trainer@ml-project-1.iam.gserviceaccount.com';
const CLIENT_SECRET = 'GOCSPX-planted-client-secret';

let fake: FakeGoogle;
let folder: string;
/** Everything that the collecting process said: replies, streams, output. */
let said: string[];
let replies: CollectorReply[];

beforeEach(async () => {
  fake = await startFakeGoogle({
    estate: buildEstate({ projects: 1, locations: ['us-central1', 'europe-west4'], jobsPerLocation: 30 }),
  });
  folder = await mkdtemp(join(tmpdir(), 'tokens-'));
  await mkdir(join(folder, 'journals'));
  said = [];
  replies = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const) {
    vi.spyOn(console, method).mockImplementation((...values: unknown[]) => {
      said.push(inspect(values, { depth: 12 }));
    });
  }
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  }
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await fake.close();
  await rm(folder, { recursive: true, force: true });
});

/** The service of the collecting process as it is, but for the port to main. */
function startService(): CollectorService {
  return createCollectorService({
    listSources: () => listCredentialSources(localAuthHost()),
    connect: (choice, transport, notify) => connectToGoogle(choice, { transport, notify }),
    testConnection,
    listProjects: ({ transport }) => listProjects(transport),
    collect,
    find,
    journals: createJournalStore(join(folder, 'journals')),
    toolVersion: '0.1.0',
    now: Date.now,
    post(reply) {
      replies.push(reply);
      said.push(inspect(reply, { depth: 12, maxStringLength: null, maxArrayLength: null }), JSON.stringify(reply));
    },
  });
}

/** A window that takes what it is sent. */
function windowPort(): FeedPort {
  const listeners: ((event: { readonly data: unknown }) => void)[] = [];
  return {
    on: (event: 'message' | 'close', listener: never) => (event === 'message' ? listeners.push(listener) : 0),
    start: () => undefined,
    postMessage(message: StreamMessage) {
      said.push(message.type === 'chunk' ? new TextDecoder().decode(message.data) : JSON.stringify(message));
      const bytes = message.type === 'chunk' ? message.data.byteLength : 0;
      for (const listener of bytes > 0 ? listeners : []) {
        listener({ data: { type: 'consumed', bytes } });
      }
    },
  };
}

async function ask(service: CollectorService, id: number, call: CollectorCall): Promise<CollectorReply> {
  service.handle({ type: 'call', id, call }, undefined);
  return await vi.waitUntil(() => replies.find((reply) => reply.type === 'answer' && reply.id === id), {
    timeout: 30_000,
  });
}

function phases(): readonly string[] {
  return replies.flatMap((reply) => (reply.type === 'status' ? [reply.status.phase] : []));
}

/** Asks every question, and collects until the collection ends, fails or waits for a login; one that ends is read on in every way. */
async function useAll(credentials: CredentialChoice, transport: CollectionRequest['transport']): Promise<string> {
  replies = [];
  const collection = randomUUID();
  const service = startService();
  await ask(service, 1, { type: 'list-sources' });
  await ask(service, 2, { type: 'test-connection', credentials, project: PROJECT });
  await ask(service, 3, { type: 'list-projects', credentials });
  await ask(service, 4, { type: 'list-locations', credentials, project: PROJECT });
  const request: CollectionRequest = { projects: [PROJECT], depth: 1, assets: 'off', transport };
  const task = { type: 'collect', credentials, request } as const;
  service.handle({ type: 'task', collection, task, resend: true }, windowPort());
  const end = await vi.waitUntil(
    () => phases().find((phase) => ['complete', 'partial', 'failed', 'paused'].includes(phase)),
    { timeout: 60_000 },
  );
  if (end === 'complete' || end === 'partial') {
    for (const more of [
      { type: 'refresh' },
      { type: 'retry' },
      { type: 'find', method: 'search', query: 'state=JOB_STATE_FAILED' },
    ] as const) {
      replies = [];
      service.handle({ type: 'task', collection, task: more, resend: false }, windowPort());
      await vi.waitUntil(() => phases().some((phase) => phase === 'complete' || phase === 'partial'), {
        timeout: 60_000,
      });
    }
  }
  service.handle({ type: 'give-up', collection }, undefined);
  await service.stop();
  const journals = join(folder, 'journals');
  for (const file of await readdir(journals, { recursive: true })) {
    said.push(file, await readFile(join(journals, file), 'utf8').catch(() => ''));
  }
  return end;
}

/** Everything that is a token or a secret here and was said. */
function leaked(...secrets: readonly string[]): readonly string[] {
  const all = said.join('\n');
  return [...secrets, 'ya29.', '1//0', CLIENT_SECRET, 'Bearer '].filter((secret) => all.includes(secret));
}

function useTokenFile(): void {
  const environment = gcloudEnvironment(fake, {
    configurationFolder: join(folder, 'gcloud'),
    tokenFile: join(folder, 'token'),
    project: PROJECT,
  });
  for (const [name, value] of Object.entries(environment)) {
    vi.stubEnv(name, value);
  }
}

/** Application Default Credentials of a person, and the way to Google by a proxy whose certificates are not the system's. */
async function useProxy(): Promise<string> {
  const refreshToken = fake.tokens.issueRefreshToken({ email: 'ada@example.com' });
  const files = { adc: join(folder, 'adc.json'), ca: join(folder, 'ca.pem') };
  await writeFile(files.ca, fake.tls.ca);
  await writeFile(
    files.adc,
    JSON.stringify({
      type: 'authorized_user',
      client_id: 'c',
      client_secret: CLIENT_SECRET,
      refresh_token: refreshToken,
    }),
  );
  vi.stubEnv('CLOUDSDK_CONFIG', join(folder, 'gcloud'));
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', files.adc);
  vi.stubEnv('CLOUDSDK_CORE_CUSTOM_CA_CERTS_FILE', files.ca);
  vi.stubEnv('HTTPS_PROXY', fake.proxy);
  return refreshToken;
}

describe('no token leaves the collecting process', { timeout: 120_000 }, () => {
  it('when all goes well with a gcloud access token file', async () => {
    useTokenFile();
    await writeFile(join(folder, 'token'), fake.accessToken);
    expect(await useAll({ source: 'gcloud' }, 'rest')).toMatch(/complete|partial/u);
    expect(said.join('\n')).toContain('customJobs');
    expect(leaked(fake.accessToken)).toStrictEqual([]);
  });

  it('when the token ends in the middle', async () => {
    useTokenFile();
    await writeFile(join(folder, 'token'), fake.accessToken);
    fake.faults.add({
      method: 'ListCustomJobs',
      calls: [2],
      fault: { kind: 'change', change: () => fake.tokens.expire(fake.accessToken) },
    });
    expect(await useAll({ source: 'gcloud' }, 'rest')).toBe('paused');
    expect(leaked(fake.accessToken)).toStrictEqual([]);
  });

  it.each(['rest', 'grpc'] as const)('with Application Default Credentials, a proxy and %s', async (transport) => {
    const refreshToken = await useProxy();
    vi.stubEnv('GOOGLE_SDK_NODE_LOGGING', '*');
    vi.stubEnv('GRPC_TRACE', 'all');
    expect(await useAll({ source: 'adc' }, transport)).toMatch(/complete|partial/u);
    expect(fake.proxied).toContain('oauth2.googleapis.com:443');
    expect(leaked(refreshToken)).toStrictEqual([]);
  });

  it('when impersonation is denied, the login has ended, or Google is away', async () => {
    const refreshToken = await useProxy();
    await useAll({ source: 'adc', impersonate: `no-${TRAINER}` }, 'rest');
    fake.tokens.expire(refreshToken);
    await useAll({ source: 'adc', impersonate: TRAINER }, 'rest');
    vi.stubEnv('HTTPS_PROXY', 'http://ada:planted-proxy-password@127.0.0.1:9');
    await useAll({ source: 'adc' }, 'rest');
    expect(leaked(refreshToken, 'planted-proxy-password')).toStrictEqual([]);
    expect(said.join('\n')).toMatch(/impersonation-denied[\s\S]*invalid_grant[\s\S]*unreachable/u);
  });
});
