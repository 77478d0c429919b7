import { z } from 'zod';
import { AuthFailure } from './auth-failure.ts';
import type { CredentialClient } from './credential-client.ts';
import type { EndpointOverrides } from './endpoint-overrides.ts';
import type { ImpersonationTarget } from './impersonation-target.ts';
import { authFailureOf, reasonOf, statusOf } from './token-error.ts';
import type { AccessToken, FetchToken } from './token-source.ts';

const SERVICE = 'iamcredentials.googleapis.com';

/** https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts/generateAccessToken */
const ANSWER = z.object({ accessToken: z.string().min(1), expireTime: z.string() });

/** How an account is impersonated. */
interface ImpersonationSettings {
  readonly overrides: EndpointOverrides;
  /** What the token is to be good for. */
  readonly scopes: readonly string[];
  /** Renews the login behind it. */
  readonly command?: string | undefined;
}

/** Makes what has a service account's token given for the token of `client`. Rejects with an `AuthFailure`. */
export function impersonate(
  client: CredentialClient,
  target: ImpersonationTarget,
  { overrides, scopes, command }: ImpersonationSettings,
): FetchToken {
  const own = `https://${SERVICE}/v1/projects/-/serviceAccounts/${encodeURIComponent(target.email)}:generateAccessToken`;
  const url = accessTokenAddress(target.address ?? own, overrides);

  const redact = (text: string): string => client.redact(text);

  async function ask(): Promise<AccessToken> {
    const { data } = await client.request<unknown>({
      url,
      method: 'POST',
      data: {
        delegates: target.delegates.map(fullName),
        scope: scopes,
        lifetime: '3600s',
      },
      responseType: 'json',
      retry: true,
      retryConfig: { httpMethodsToRetry: ['POST'] },
    });
    return tokenIn(data, target.email);
  }

  function failureOf(error: unknown): AuthFailure {
    const status = statusOf(error);
    if (error instanceof AuthFailure || status === undefined || status >= 500 || status === 429) {
      return authFailureOf(error, { file: SERVICE, redact });
    }
    const reason = reasonOf(error, redact);
    return new AuthFailure(
      status === 401
        ? { kind: 'expired', ...(command === undefined ? {} : { command }), reason }
        : { kind: 'impersonation-denied', account: target.email, reason },
    );
  }

  return async ({ renew }) => {
    try {
      if (renew) {
        await client.renew();
      }
      return await ask();
    } catch (error) {
      if (statusOf(error) !== 401 || renew) {
        throw failureOf(error);
      }
    }
    try {
      await client.renew();
      return await ask();
    } catch (error) {
      throw failureOf(error);
    }
  };
}

/** The address at which a token is asked for, with the host that is set in place of Google's own. */
export function accessTokenAddress(address: string, overrides: EndpointOverrides): string {
  const override = overrides.get(SERVICE);
  return override === undefined ? address : `${override.href}${new URL(address).pathname.slice(1)}`;
}

/** Files have delegates by full name, gcloud by e-mail. */
function fullName(account: string): string {
  return account.includes('/') ? account : `projects/-/serviceAccounts/${account}`;
}

function tokenIn(data: unknown, account: string): AccessToken {
  const answer = ANSWER.safeParse(data);
  const expires = Date.parse(answer.data?.expireTime ?? '');
  if (!answer.success || Number.isNaN(expires)) {
    const reason = 'the answer of the IAM Service Account Credentials API holds no token';
    throw new AuthFailure({ kind: 'impersonation-denied', account, reason });
  }
  return { token: answer.data.accessToken, expires };
}
