import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuthFailure } from '../../../../electron/auth/auth-failure.ts';
import type { Credentials } from '../../../../electron/auth/credentials.ts';
import { openCredentials } from '../../../../electron/auth/open-credentials.ts';
import { describeAuthProblem } from '../../../../shared/errors/describe-auth-problem.ts';
import { authProblemSchema, credentialSourceSchema } from '../../../../shared/ipc/connect.ts';
import type { CredentialChoice } from '../../../../shared/ipc/connect.ts';
import { createHostDouble } from './host-double.ts';
import type { HostDouble } from './host-double.ts';

const ADC = '/home/ada/.config/gcloud/application_default_credentials.json';
const IMPERSONATED = 'trainer@ml-project-1.iam.gserviceaccount.com';

/** Tokens of the usual forms and of none. */
const secret = fc
  .tuple(
    fc.constantFrom('ya29.', '1//0', 'GOCSPX-', 'eyJhbGciOiJSUzI1NiJ9.', ''),
    fc.stringMatching(/^[A-Za-z0-9_-]{24,60}$/u),
  )
  .map(([form, rest]) => form + rest);

/** Every way in which a value is shown, logged, kept or sent; `showHidden` also shows what is not enumerable. */
function everyText(value: unknown): string {
  return [
    inspect(value, { depth: 12, showHidden: true, maxArrayLength: null, maxStringLength: null }),
    JSON.stringify(value) ?? '',
    value instanceof Error ? `${value.message}\n${value.stack ?? ''}` : '',
  ].join('\n');
}

function adcOf(refreshToken: string, clientSecret: string): string {
  return JSON.stringify({
    type: 'authorized_user',
    client_id: 'c',
    client_secret: clientSecret,
    refresh_token: refreshToken,
  });
}

/** A Google that repeats in every error what it was sent. */
interface EchoingGoogle {
  /** Status of the token endpoint. */
  readonly token: number;
  /** Status of the impersonation endpoint. */
  readonly impersonation: number;
  readonly accessToken: string;
}

function echo({ token: tokenStatus, impersonation, accessToken }: EchoingGoogle): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const body = await request.text();
    const token = request.headers.get('authorization')?.slice('Bearer '.length);
    const sent = [token, ...new URLSearchParams(body).values(), body].join(' ');
    const isToken = request.url.endsWith('/token');
    const status = isToken ? tokenStatus : impersonation;
    const refusal = isToken
      ? { error: 'invalid_grant', error_description: `refused ${sent}` }
      : { error: { code: status, status: 'PERMISSION_DENIED', message: `refused ${sent}` } };
    const answer = { access_token: accessToken, accessToken, expires_in: 3600, expireTime: '2026-11-23T11:00:00Z' };
    return Response.json(status === 200 ? answer : refusal, { status });
  };
}

/** Everything of an attempt to open credentials that others get to see. */
async function seenOf(choice: CredentialChoice, host: HostDouble): Promise<string> {
  return await openCredentials(choice, host).then(seenOfCredentials, seenOfFailure);
}

async function seenOfCredentials(credentials: Credentials): Promise<string> {
  const described = credentialSourceSchema.parse(credentials.describe());
  const refreshed = await credentials.refresh().catch(seenOfFailure);
  return [credentials, described, credentials.authClient, refreshed].map(everyText).join('\n');
}

function seenOfFailure(error: unknown): string {
  expect(error).toBeInstanceOf(AuthFailure);
  const problem = authProblemSchema.parse((error as AuthFailure).problem);
  return [error, problem, describeAuthProblem(problem)].map(everyText).join('\n');
}

describe('no token and no secret is shown by anything that leaves', () => {
  it.each([
    [200, 200],
    [400, 200],
    [401, 200],
    [200, 403],
    [200, 401],
  ])('with Application Default Credentials, answers %i and %i', async (token, impersonation) => {
    await fc.assert(
      fc.asyncProperty(secret, secret, secret, async (refreshToken, clientSecret, accessToken) => {
        const host = createHostDouble({
          files: { [ADC]: adcOf(refreshToken, clientSecret) },
          fetch: echo({ token, impersonation, accessToken }),
        });
        for (const choice of [{ source: 'adc' }, { source: 'adc', impersonate: IMPERSONATED }] as const) {
          const seen = await seenOf(choice, host);
          expect([refreshToken, clientSecret, accessToken].filter((each) => seen.includes(each))).toStrictEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each([0, 1])('with a gcloud configuration and the exit status %i', async (status) => {
    await fc.assert(
      fc.asyncProperty(secret, async (token) => {
        const host = createHostDouble({
          environment: { PATH: '/usr/bin', CLOUDSDK_CORE_ACCOUNT: 'ada@example.com' },
          files: { '/usr/bin/gcloud': '' },
          process: () => ({
            status,
            stdout: JSON.stringify({ credential: { access_token: token } }),
            stderr: `ERROR: access_token=${token} Authorization: Bearer ${token}`,
          }),
        });
        expect(await seenOf({ source: 'gcloud' }, host)).not.toContain(token);
      }),
      { numRuns: 30 },
    );
  });

  it('with an access token file, refused or impersonating', async () => {
    await fc.assert(
      fc.asyncProperty(secret, fc.constantFrom(200, 401, 403), async (token, status) => {
        const host = createHostDouble({
          environment: { CLOUDSDK_AUTH_ACCESS_TOKEN_FILE: '/keys/token' },
          files: { '/keys/token': token },
          fetch: echo({ token: 200, impersonation: status, accessToken: token }),
        });
        for (const choice of [{ source: 'gcloud' }, { source: 'gcloud', impersonate: IMPERSONATED }] as const) {
          expect(await seenOf(choice, host)).not.toContain(token);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('when a credential file is damaged', async () => {
    await fc.assert(
      fc.asyncProperty(secret, fc.integer({ min: 0, max: 3 }), async (token, damage) => {
        const whole = adcOf(token, token);
        const contents =
          [whole.slice(0, -5), `${whole}x`, whole.replace('client_id', token), `"${token}"`][damage] ?? '';
        const host = createHostDouble({ files: { [ADC]: contents } });
        expect(await seenOf({ source: 'adc' }, host)).not.toContain(token);
      }),
      { numRuns: 40 },
    );
  });
});
