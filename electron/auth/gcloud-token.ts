import { z } from 'zod';
import { redactCredentials } from '../../shared/errors/redact-credentials.ts';
import type { AuthProblem } from '../../shared/ipc/connect.ts';
import type { AuthHost, Environment, ProcessResult } from './auth-host.ts';
import { AuthFailure } from './auth-failure.ts';
import { withoutRiskyVariables } from './environment.ts';
import { findGcloud } from './find-gcloud.ts';
import type { GcloudConfiguration } from './gcloud-configurations.ts';
import type { AccessToken } from './token-source.ts';

/** https://cloud.google.com/sdk/gcloud/reference/config/config-helper */
const ANSWER = z.object({
  credential: z.object({
    access_token: z.string().min(1),
    /** Without an offset it is UTC. */
    token_expiry: z.string().nullish(),
  }),
});

/**
 * gcloud writes what it prints into log files of its own unless told not to, and with `log_http` tokens to the terminal. It does
 * not impersonate for us: its tokens would not be read-only.
 */
const SETTINGS = {
  CLOUDSDK_CORE_DISABLE_FILE_LOGGING: 'true',
  CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
  CLOUDSDK_CORE_LOG_HTTP: 'false',
  CLOUDSDK_CORE_USER_OUTPUT_ENABLED: 'true',
  CLOUDSDK_CORE_DISABLE_USAGE_REPORTING: 'true',
  CLOUDSDK_COMPONENT_MANAGER_DISABLE_UPDATE_CHECK: 'true',
  CLOUDSDK_SURVEY_DISABLE_PROMPTS: 'true',
  CLOUDSDK_AUTH_IMPERSONATE_SERVICE_ACCOUNT: '',
} as const;

/** Has gcloud give the token of a configuration. Rejects with an `AuthFailure`. */
export async function fetchGcloudToken(
  host: AuthHost,
  { name }: GcloudConfiguration,
  { renew }: { readonly renew: boolean },
): Promise<AccessToken> {
  const gcloud = await findGcloud(host);
  if (gcloud === undefined) {
    throw new AuthFailure({ kind: 'gcloud-missing' });
  }
  const result = await host
    .runProcess(
      gcloud.file,
      gcloud.args([
        'config',
        'config-helper',
        '--format=json',
        renew ? '--force-auth-refresh' : '--min-expiry=10m',
        `--configuration=${name ?? 'NONE'}`,
      ]),
      gcloudChildEnvironment(gcloud.environment),
    )
    .catch(() => {
      throw new AuthFailure({ kind: 'gcloud-failed', reason: `${gcloud.file} could not be started.` });
    });
  if (result.status !== 0) {
    throw new AuthFailure(problemOf(result, name));
  }
  return tokenOf(result.stdout);
}

/** The environment in which gcloud runs: quiet, and without what makes it or its libraries write tokens. */
export function gcloudChildEnvironment(environment: Environment): Environment {
  return { ...withoutRiskyVariables(environment), ...SETTINGS };
}

function tokenOf(text: string): AccessToken {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const answer = ANSWER.safeParse(value);
  if (!answer.success) {
    // The answer itself is not repeated: it may hold the token.
    throw new AuthFailure({ kind: 'gcloud-failed', reason: 'gcloud gave an answer without a token.' });
  }
  const { access_token: token, token_expiry: expiry } = answer.data.credential;
  const expires = expiry === undefined || expiry === null ? Number.NaN : Date.parse(asUtc(expiry));
  return Number.isNaN(expires) ? { token } : { token, expires };
}

function asUtc(time: string): string {
  return /(?:Z|[+-]\d\d:?\d\d)$/u.test(time) ? time : `${time}Z`;
}

function problemOf({ status, stderr }: ProcessResult, name: string | undefined): AuthProblem {
  const configuration = name === undefined ? {} : { configuration: name };
  const command = `gcloud auth login${name === undefined ? '' : ` --configuration=${name}`}`;
  if (/do not currently have an active account|does not have any valid credentials/iu.test(stderr)) {
    return { kind: 'not-logged-in', source: 'gcloud', ...configuration };
  }
  if (/invalid jwt signature|account not found|account has been deleted|disabled_client/iu.test(stderr)) {
    return { kind: 'refused', reason: reasonIn(stderr) };
  }
  if (/invalid_grant|invalid_rapt|reauth|refreshing your current auth tokens/iu.test(stderr)) {
    return { kind: 'expired', command, reason: reasonIn(stderr) };
  }
  return {
    kind: 'gcloud-failed',
    reason: status === null ? 'gcloud was stopped before it answered.' : reasonIn(stderr),
  };
}

/** The first error in what gcloud wrote, or its last line, as one short line. */
function reasonIn(stderr: string): string {
  const lines = stderr
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const line = lines.find((each) => each.startsWith('ERROR:')) ?? lines.at(-1) ?? 'gcloud did not say why it failed.';
  return redactCredentials(line.replace(/^ERROR:\s*(?:\([\w.-]+\)\s*)?/u, '')).slice(0, 300);
}
