import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Credentials } from '../../../../electron/auth/credentials.ts';
import { openCredentials } from '../../../../electron/auth/open-credentials.ts';
import type { CredentialChoice } from '../../../../shared/ipc/connect.ts';
import { buildEstate } from '../../../doubles/google/build-estate.ts';
import { startFakeGoogle } from '../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../doubles/google/start.ts';
import { createHostDouble, fetchAt } from './host-double.ts';
import type { HostDouble } from './host-double.ts';

const FILE = '/home/ada/.config/gcloud/application_default_credentials.json';
const TRAINER = 'trainer@ml-project-1.iam.gserviceaccount.com';
const IMPERSONATION = `https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${TRAINER}:generateAccessToken`;
const POOL = '//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/ci/providers/github';

let fake: FakeGoogle;
let folder: string;

beforeAll(async () => {
  fake = await startFakeGoogle({
    estate: buildEstate({ projects: 1, locations: ['us-central1'], jobsPerLocation: 1 }),
  });
  folder = await mkdtemp(join(tmpdir(), 'adc-'));
  await writeFile(join(folder, 'subject-token'), 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjaSJ9.c2ln');
});

afterEach(() => fake.faults.clear());

afterAll(async () => {
  await fake.close();
  await rm(folder, { recursive: true, force: true });
});

function hostWith(json: unknown, environment: Readonly<Record<string, string>> = {}): HostDouble {
  return createHostDouble({
    files: { [FILE]: JSON.stringify(json) },
    environment,
    now: Date.now,
    fetch: fetchAt(fake.rest),
  });
}

function person(): Record<string, string> {
  return {
    type: 'authorized_user',
    client_id: '764086051850-x.apps.googleusercontent.com',
    client_secret: 'GOCSPX-abcdefghijklmnop',
    refresh_token: fake.tokens.issueRefreshToken({ email: 'ada@example.com' }),
    account: 'ada@example.com',
  };
}

function serviceAccount(): Record<string, string> {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    type: 'service_account',
    project_id: 'ml-project-1',
    private_key_id: 'a1b2c3',
    private_key: privateKey,
    client_email: TRAINER,
  };
}

function ellipticKey(): string {
  const { privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'sec1', format: 'pem' },
  });
  return privateKey;
}

function workload(): Record<string, unknown> {
  return {
    type: 'external_account',
    audience: POOL,
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: 'https://sts.googleapis.com/v1/token',
    credential_source: { file: join(folder, 'subject-token') },
  };
}

/** Whose token the fake sees in a call with these credentials, and the project it is to be counted for. */
async function callerOf(credentials: Credentials): Promise<readonly [string | undefined, string | undefined]> {
  const path = 'v1/projects/ml-project-1/locations/us-central1/customJobs';
  await fetch(`${fake.rest}_region/us-central1/${path}`, { headers: await credentials.headers() });
  const call = fake.calls.all({ method: 'ListCustomJobs' }).at(-1);
  return [call?.principal, call?.userProject];
}

describe('Application Default Credentials', () => {
  it('of a person are used as that person, for the quota project of the file', async () => {
    const credentials = await openCredentials(
      { source: 'adc' },
      hostWith({ ...person(), quota_project_id: 'billing' }),
    );
    expect(await callerOf(credentials)).toStrictEqual(['ada@example.com', 'billing']);
    expect(credentials.describe()).toStrictEqual({
      choice: { source: 'adc' },
      title: 'Application Default Credentials',
      type: 'authorized_user',
      principal: 'ada@example.com',
      quotaProject: 'billing',
      expires: expect.stringMatching(/^20\d\d-.*Z$/u),
    });
  });

  it('come from the file that GOOGLE_APPLICATION_CREDENTIALS names before gcloud’s', async () => {
    const host = hostWith({ type: 'broken' }, { GOOGLE_APPLICATION_CREDENTIALS: '/keys/trainer.json' });
    host.files.set('/keys/trainer.json', JSON.stringify(serviceAccount()));
    const credentials = await openCredentials({ source: 'adc' }, host);
    expect(await callerOf(credentials)).toStrictEqual([TRAINER, undefined]);
    expect(credentials.describe()).toMatchObject({
      type: 'service_account',
      principal: TRAINER,
      project: 'ml-project-1',
    });
  });

  it('of another identity provider are exchanged, through the given connection', async () => {
    const credentials = await openCredentials({ source: 'adc' }, hostWith(workload()));
    expect(await callerOf(credentials)).toStrictEqual([`subject:${POOL}`, undefined]);
  });

  it.each([
    [
      'a person of another identity provider',
      'https://sts.googleapis.com/v1/oauthtoken',
      () => ({
        type: 'external_account_authorized_user',
        audience: '//iam.googleapis.com/locations/global/workforcePools/staff/providers/okta',
        client_id: 'staff',
        client_secret: 'GOCSPX-abcdefghijklmnop',
        refresh_token: 'refresh-of-the-pool',
        token_url: 'https://sts.googleapis.com/v1/oauthtoken',
      }),
    ],
    [
      'a service account of a distributed cloud',
      'https://service-identity.gdc.example/authenticate',
      () => ({
        type: 'gdch_service_account',
        format_version: '1',
        project: 'ml-project-1',
        private_key_id: 'a1b2c3',
        private_key: ellipticKey(),
        name: 'trainer',
        token_uri: 'https://service-identity.gdc.example/authenticate',
      }),
    ],
  ])('of %s are renewed at %s', async (_whose, address, json) => {
    const asked: string[] = [];
    const answering: typeof fetch = (input) => {
      asked.push(new Request(input).url);
      return Promise.resolve(Response.json({ access_token: 'token-of-there', token_type: 'Bearer', expires_in: 3600 }));
    };
    const credentials = await openCredentials({ source: 'adc' }, { ...hostWith(json()), fetch: answering });
    expect([await credentials.headers(), asked]).toStrictEqual([{ authorization: 'Bearer token-of-there' }, [address]]);
  });

  it('of another identity provider impersonate the account of the file', async () => {
    const host = hostWith({ ...workload(), service_account_impersonation_url: IMPERSONATION });
    const credentials = await openCredentials({ source: 'adc' }, host);
    expect(await callerOf(credentials)).toStrictEqual([TRAINER, undefined]);
    expect(credentials.describe()).toMatchObject({ type: 'external_account', impersonates: TRAINER });
  });

  it('that impersonate do so at the endpoint set for it, with read-only scopes', async () => {
    const bodies: string[] = [];
    const json = {
      type: 'impersonated_service_account',
      delegates: [],
      service_account_impersonation_url: IMPERSONATION,
      source_credentials: person(),
    };
    const host = {
      ...hostWith(json, {
        CLOUDSDK_API_ENDPOINT_OVERRIDES_IAMCREDENTIALS: `${fake.rest}_service/iamcredentials.googleapis.com/`,
      }),
      fetch: (async (input, init) => {
        bodies.push(`${new Request(input).url} ${typeof init?.body === 'string' ? init.body : ''}`);
        return await fetchAt(fake.rest)(input, init);
      }) satisfies typeof fetch,
    };
    const credentials = await openCredentials({ source: 'adc' }, host);
    expect(await callerOf(credentials)).toStrictEqual([TRAINER, undefined]);
    const [, request = ''] = bodies;
    expect(request.startsWith(fake.rest)).toBe(true);
    expect(JSON.parse(request.slice(request.indexOf(' ')))).toStrictEqual({
      delegates: [],
      scope: [
        'https://www.googleapis.com/auth/cloud-platform.read-only',
        'https://www.googleapis.com/auth/compute.readonly',
      ],
      lifetime: '3600s',
    });
    expect(credentials.describe()).toMatchObject({ principal: 'ada@example.com', impersonates: TRAINER });
  });

  it('of another identity provider impersonate at the endpoint set for it', async () => {
    const host = hostWith(
      { ...workload(), service_account_impersonation_url: IMPERSONATION },
      { CLOUDSDK_API_ENDPOINT_OVERRIDES_IAMCREDENTIALS: 'https://credentials.p.example/' },
    );
    await expect(openCredentials({ source: 'adc' }, host)).rejects.toMatchObject({
      problem: { kind: 'unreachable', host: 'credentials.p.example' },
    });
  });

  it('are sent to no other place than they are meant for, even if a server says so', async () => {
    const redirects: unknown[] = [];
    const host = {
      ...hostWith(person()),
      fetch: (async (input, init) => {
        redirects.push(init?.redirect);
        return await fetchAt(fake.rest)(input, init);
      }) satisfies typeof fetch,
    };
    await openCredentials({ source: 'adc', impersonate: TRAINER }, host);
    expect(redirects).toStrictEqual(['error', 'error']);
  });

  it('come with a project, real or not, so that the library does not run gcloud to find one', async () => {
    const [without, named] = await Promise.all([
      openCredentials({ source: 'adc' }, hostWith(person())),
      openCredentials({ source: 'adc' }, hostWith(person(), { GOOGLE_CLOUD_PROJECT: 'ml-project-1' })),
    ]);
    expect([without.authClient.projectId, named.authClient.projectId]).toStrictEqual(['no-project', 'ml-project-1']);
  });

  it('can impersonate an account, and be counted for a project, that the user names', async () => {
    const choice = { source: 'adc', impersonate: TRAINER, quotaProject: 'audit' } as const;
    const credentials = await openCredentials(choice, hostWith(person()));
    expect(await callerOf(credentials)).toStrictEqual([TRAINER, 'audit']);
  });
});

describe('the scopes of tokens we ask for', () => {
  const READING = [
    'https://www.googleapis.com/auth/cloud-platform.read-only',
    'https://www.googleapis.com/auth/compute.readonly',
  ];

  /** The scopes of each request for a token, in order. */
  async function scopesOf(
    choice: CredentialChoice,
    json: unknown,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<readonly unknown[]> {
    const scopes: unknown[] = [];
    const host = {
      ...hostWith(json, environment),
      fetch: (async (input, init) => {
        const body = await new Request(input, init).text();
        const form = new URLSearchParams(body);
        const assertion = form.get('assertion')?.split('.')[1] ?? '';
        const claims: unknown = assertion === '' ? {} : JSON.parse(Buffer.from(assertion, 'base64url').toString());
        const sent: unknown = body.startsWith('{') ? JSON.parse(body) : {};
        scopes.push({ scope: form.get('scope')?.split(' '), ...(claims as object), ...(sent as object) });
        return await fetchAt(fake.rest)(input, init);
      }) satisfies typeof fetch,
    };
    await openCredentials(choice, host);
    return scopes.map((each) => (each as { readonly scope: unknown }).scope);
  }

  it('are read-only', async () => {
    expect([
      await scopesOf({ source: 'adc' }, serviceAccount()),
      await scopesOf({ source: 'adc' }, workload()),
    ]).toStrictEqual([[READING.join(' ')], [READING]]);
  });

  it('let a token that is only there to impersonate do that and nothing else', async () => {
    expect(await scopesOf({ source: 'adc', impersonate: TRAINER }, serviceAccount())).toStrictEqual([
      'https://www.googleapis.com/auth/iam',
      READING,
    ]);
  });

  it('are wider if the user wants to read what takes no read-only scope', async () => {
    const environment = { VERTEX_LINEAGE_TOKEN_SCOPE: 'cloud-platform' };
    const wide = [undefined, ['https://www.googleapis.com/auth/cloud-platform']];
    const choice = { source: 'adc', impersonate: TRAINER } as const;
    expect(await scopesOf(choice, person(), environment)).toStrictEqual(wide);
    expect(await scopesOf({ ...choice, tokenScope: 'cloud-platform' }, person())).toStrictEqual(wide);
    expect(await scopesOf({ ...choice, tokenScope: 'read-only' }, person(), environment)).toStrictEqual([
      undefined,
      READING,
    ]);
  });
});

describe('Application Default Credentials that cannot be used', () => {
  it.each<[string, unknown, object]>([
    ['are a mere text', 'text', { kind: 'credentials-unsupported', file: FILE, type: 'none' }],
    ['are of an unknown type', { type: 'quantum' }, { kind: 'credentials-unsupported', file: FILE, type: 'quantum' }],
    [
      'lack a field',
      { type: 'authorized_user', client_id: 'c', client_secret: '' },
      {
        kind: 'credentials-invalid',
        file: FILE,
        reason: 'Missing or not as they should be: client_secret, refresh_token.',
      },
    ],
    [
      'would send a secret unencrypted',
      {
        type: 'external_account',
        audience: POOL,
        subject_token_type: 't',
        token_url: 'http://sts.example.com/token',
        credential_source: { file: '/t' },
      },
      { kind: 'credentials-invalid', file: FILE, reason: 'token_url is refused: http is not encrypted.' },
    ],
    [
      'are for another universe',
      {
        type: 'authorized_user',
        client_id: 'c',
        client_secret: 's',
        refresh_token: 'r',
        universe_domain: 'example.goog',
      },
      {
        kind: 'credentials-invalid',
        file: FILE,
        reason: 'It is for another universe than googleapis.com, which this app does not know.',
      },
    ],
  ])('because they %s, say so', async (_case, json, problem) => {
    await expect(openCredentials({ source: 'adc' }, hostWith(json))).rejects.toMatchObject({ problem });
  });

  it('because they are no JSON, repeat nothing of them', async () => {
    const host = createHostDouble({ files: { [FILE]: '{"refresh_token": "1//0abcdefghijklmnopqrstuvwxyz' } });
    await expect(openCredentials({ source: 'adc' }, host)).rejects.toMatchObject({
      problem: { kind: 'credentials-invalid', file: FILE, reason: 'It is not JSON.' },
    });
  });

  it('because there are none, say how to log in', async () => {
    await expect(openCredentials({ source: 'adc' }, createHostDouble())).rejects.toMatchObject({
      problem: { kind: 'not-logged-in', source: 'adc' },
    });
  });

  it('because the named file is not there, name it', async () => {
    const host = createHostDouble({ environment: { GOOGLE_APPLICATION_CREDENTIALS: '/keys/gone.json' } });
    await expect(openCredentials({ source: 'adc' }, host)).rejects.toMatchObject({
      problem: {
        kind: 'credentials-invalid',
        file: '/keys/gone.json',
        reason: 'GOOGLE_APPLICATION_CREDENTIALS names it, but there is no such file.',
      },
    });
  });

  it('because the login has ended, say what to run, and work after a new login', async () => {
    const json = person();
    const host = hostWith(json);
    const credentials = await openCredentials({ source: 'adc' }, host);
    fake.tokens.expire(json['refresh_token'] ?? '');
    await expect(credentials.refresh()).rejects.toMatchObject({
      problem: {
        kind: 'expired',
        command: 'gcloud auth application-default login',
        reason: 'invalid_grant: Token has been expired or revoked.',
      },
    });
    host.files.set(FILE, JSON.stringify(person()));
    expect(await callerOf(credentials)).toStrictEqual(['ada@example.com', undefined]);
  });

  it('because they were taken away, say how to log in', async () => {
    const host = hostWith(person());
    const credentials = await openCredentials({ source: 'adc' }, host);
    host.files.delete(FILE);
    await expect(credentials.refresh()).rejects.toMatchObject({ problem: { kind: 'not-logged-in', source: 'adc' } });
  });

  it('because this runtime is for looking at files, are not read', async () => {
    await expect(
      openCredentials({ source: 'adc' }, hostWith('broken', { VERTEX_LINEAGE_RUNTIME: 'fallback' })),
    ).rejects.toMatchObject({ problem: { kind: 'live-not-allowed' } });
  });

  it('because Google has a fault, give the status', async () => {
    const fetchFault: typeof fetch = async () => await Promise.resolve(Response.json({}, { status: 429 }));
    await expect(
      openCredentials({ source: 'adc' }, { ...hostWith(person()), fetch: fetchFault }),
    ).rejects.toMatchObject({
      problem: { kind: 'unreachable', host: 'oauth2.googleapis.com', reason: 'it answered with the status 429' },
    });
  });

  it('because a key was deleted, do not ask for a login', async () => {
    fake.faults.add({ method: 'Token', fault: { kind: 'denied' } });
    await expect(openCredentials({ source: 'adc' }, hostWith(serviceAccount()))).rejects.toMatchObject({
      problem: { kind: 'refused', reason: expect.stringContaining('invalid_grant') },
    });
  });

  it('because Google cannot be reached, name the host', async () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const host = {
      ...hostWith(person()),
      fetch: (async () =>
        await Promise.reject(new TypeError('fetch failed', { cause: refused }))) satisfies typeof fetch,
    };
    await expect(openCredentials({ source: 'adc' }, host)).rejects.toMatchObject({
      problem: { kind: 'unreachable', host: 'oauth2.googleapis.com', reason: 'ECONNREFUSED' },
    });
  });

  it('because the token of the other provider is not there, say so', async () => {
    const json = { ...workload(), credential_source: { file: join(folder, 'gone') } };
    await expect(openCredentials({ source: 'adc' }, hostWith(json))).rejects.toMatchObject({
      problem: { kind: 'credentials-invalid', file: FILE, reason: expect.stringContaining('gone') },
    });
  });

  it('because a program would have to be run that the user did not allow, run nothing', async () => {
    const json = { ...workload(), credential_source: { executable: { command: `touch ${join(folder, 'ran')}` } } };
    await expect(openCredentials({ source: 'adc' }, hostWith(json))).rejects.toMatchObject({
      problem: {
        kind: 'credentials-invalid',
        reason: expect.stringContaining('GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES'),
      },
    });
  });
});

describe('impersonation', () => {
  const choice = { source: 'adc', impersonate: 'nobody@ml-project-1.iam.gserviceaccount.com' } as const;

  it('that is denied names the account and the missing permission', async () => {
    await expect(openCredentials(choice, hostWith(person()))).rejects.toMatchObject({
      problem: {
        kind: 'impersonation-denied',
        account: 'nobody@ml-project-1.iam.gserviceaccount.com',
        reason: expect.stringContaining('iam.serviceAccounts.getAccessToken'),
      },
    });
  });

  it('tries once more with a new token where the first was refused', async () => {
    fake.faults.add({ method: 'GenerateAccessToken', calls: [1], fault: { kind: 'unauthenticated' } });
    const before = fake.calls.count({ method: 'Token' });
    const credentials = await openCredentials({ source: 'adc', impersonate: TRAINER }, hostWith(person()));
    expect(await callerOf(credentials)).toStrictEqual([TRAINER, undefined]);
    expect(fake.calls.count({ method: 'Token' }) - before).toBe(2);
  });

  it('renews the token behind it, too', async () => {
    const credentials = await openCredentials({ source: 'adc', impersonate: TRAINER }, hostWith(person()));
    const before = fake.calls.count({ method: 'Token' });
    await credentials.refresh();
    expect(fake.calls.count({ method: 'Token' }) - before).toBe(1);
  });

  it('that is refused again asks for a login', async () => {
    fake.faults.add({ method: 'GenerateAccessToken', fault: { kind: 'unauthenticated' } });
    await expect(openCredentials({ source: 'adc', impersonate: TRAINER }, hostWith(person()))).rejects.toMatchObject({
      problem: { kind: 'expired', command: 'gcloud auth application-default login' },
    });
  });
});
