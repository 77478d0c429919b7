import { afterEach, expect, it } from 'vitest';
import { buildEstate } from '../../../doubles/google/build-estate.ts';
import { startFakeGoogle } from '../../../doubles/google/start.ts';
import type { FakeGoogle } from '../../../doubles/google/start.ts';
import { textAt } from '../../../doubles/google/text-at.ts';
import { ask } from './fake-client.ts';

const JOBS = 'v1/projects/ml-project-1/locations/us-central1/customJobs?pageSize=1';
const TRAINER = 'trainer@ml-project-1.iam.gserviceaccount.com';
const ESTATE = buildEstate({ projects: 1, locations: ['us-central1'], jobsPerLocation: 1 });

let now = Date.parse('2026-11-23T10:00:00.250Z');
let fake: FakeGoogle | undefined;

async function start(faults: Parameters<typeof startFakeGoogle>[0]['faults'] = []): Promise<FakeGoogle> {
  fake = await startFakeGoogle({ estate: ESTATE, faults, clock: () => now });
  return fake;
}

afterEach(async () => {
  await fake?.close();
  fake = undefined;
});

/** Status of a list with this token. */
async function statusWith(google: FakeGoogle, token: unknown): Promise<number> {
  return (await ask(google, JOBS, { headers: { authorization: `Bearer ${String(token)}` } })).status;
}

it('refuses a call without a token, and says how to authenticate', async () => {
  const google = await start();
  const response = await fetch(`${google.rest}${JOBS}`);
  expect([response.status, response.headers.get('www-authenticate')]).toStrictEqual([
    401,
    'Bearer realm="https://accounts.google.com/", error="invalid_token"',
  ]);
});

it('refuses a token that it did not give, that has run out, or that was ended', async () => {
  const google = await start();
  const short = google.tokens.issue({ email: 'a@example.com' }, 60);
  const ended = google.tokens.issue({ email: 'a@example.com' });
  google.tokens.expire(ended);
  expect([
    await statusWith(google, short),
    await statusWith(google, ended),
    await statusWith(google, 'made-up'),
  ]).toStrictEqual([200, 401, 401]);
  now += 61_000;
  expect(await statusWith(google, short)).toBe(401);
});

it('gives an access token for a refresh token, and says whose it is', async () => {
  const google = await start();
  const refreshToken = google.tokens.issueRefreshToken({ email: 'person@example.com' });
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: 'c', client_secret: 's' };
  const { body } = await ask(google, 'token', { form });
  expect(body).toMatchObject({ expires_in: 3599, token_type: 'Bearer' });
  expect(await statusWith(google, body['access_token'])).toBe(200);
  expect((await ask(google, `tokeninfo?access_token=${textAt(body, 'access_token') ?? ''}`)).body).toMatchObject({
    email: 'person@example.com',
  });
  google.tokens.expire(refreshToken);
  const late = await ask(google, 'token', { form });
  expect([late.status, late.body]).toStrictEqual([
    400,
    { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
  ]);
});

it('gives an access token for a service account’s signed assertion', async () => {
  const google = await start();
  const claims = Buffer.from(JSON.stringify({ iss: TRAINER })).toString('base64url');
  const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: `e30.${claims}.c2ln` };
  const { body } = await ask(google, 'token', { form });
  await statusWith(google, body['access_token']);
  expect(google.calls.all({ method: 'ListCustomJobs' })[0]?.principal).toBe(TRAINER);
});

it('exchanges a token of another identity provider', async () => {
  const google = await start();
  const { body } = await ask(google, 'v1/token', {
    form: { grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange', audience: '//iam.googleapis.com/pool' },
  });
  expect(await statusWith(google, body['access_token'])).toBe(200);
});

it('impersonates a service account, with an end that has no fraction of a second', async () => {
  const google = await start();
  now = Date.parse('2026-11-23T10:00:00.250Z');
  const path = `v1/projects/-/serviceAccounts/${TRAINER}:generateAccessToken`;
  const { body } = await ask(google, path, {
    json: { scope: [], lifetime: '600s' },
    headers: { authorization: `Bearer ${google.tokens.issue({ email: 'x@example.com' })}` },
  });
  expect(body['expireTime']).toBe('2026-11-23T10:10:00Z');
  expect(await statusWith(google, body['accessToken'])).toBe(200);
  const unknown = await ask(google, path.replace('trainer@', 'nobody@'), {
    json: {},
    headers: { authorization: `Bearer ${google.tokens.issue({ email: 'x@example.com' })}` },
  });
  expect(unknown.body['error']).toMatchObject({
    details: [{ metadata: { permission: 'iam.serviceAccounts.getAccessToken' } }],
  });
});

it('lets a refresh be refused as Google does when the person must log in again', async () => {
  const google = await start([{ method: 'Token', fault: { kind: 'denied' } }]);
  const answer = await ask(google, 'token', { form: { grant_type: 'refresh_token' } });
  expect(answer.body['error']).toBe('invalid_grant');
});
