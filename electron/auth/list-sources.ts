import type { AuthProblem, CredentialSource } from '../../shared/ipc/connect.ts';
import { readAdcFile } from './adc-file.ts';
import { AuthFailure } from './auth-failure.ts';
import type { AuthHost } from './auth-host.ts';
import { findGcloud } from './find-gcloud.ts';
import { activeConfigurationName, configurationNames, readConfiguration } from './gcloud-configurations.ts';
import type { GcloudConfiguration } from './gcloud-configurations.ts';
import { requireLiveAllowed } from './live-allowed.ts';
import { describeAdc, describeConfiguration, isOnGoogleCloud } from './sources.ts';

/**
 * Lists the credentials this computer has: Application Default Credentials, then every gcloud configuration. What cannot be used
 * is listed with its problem. Reads files only: no process, no network, no token. Rejects with an `AuthFailure` where this
 * runtime may not connect.
 */
export async function listCredentialSources(host: AuthHost): Promise<readonly CredentialSource[]> {
  requireLiveAllowed(host.environment);
  return [await adcSource(host), ...(await gcloudSources(host))];
}

async function adcSource(host: AuthHost): Promise<CredentialSource> {
  const choice = { source: 'adc' } as const;
  try {
    const adc = await readAdcFile(host);
    if (adc === undefined && !(await isOnGoogleCloud(host))) {
      throw new AuthFailure({ kind: 'not-logged-in', source: 'adc' });
    }
    return await describeAdc(host, choice, adc);
  } catch (error) {
    return { choice, title: 'Application Default Credentials', type: 'unknown', problem: problemOf(error) };
  }
}

async function gcloudSources(host: AuthHost): Promise<readonly CredentialSource[]> {
  const active = await activeConfigurationName(host);
  const hasGcloud = (await findGcloud(host)) !== undefined;
  const names = await configurationNames(host);
  // gcloud makes the active configuration's file on its first run; before that the environment may do.
  const all = active === undefined || names.includes(active) ? names : [...names, active].toSorted();
  const sources = all.map(async (name): Promise<CredentialSource> => {
    const choice = { source: 'gcloud', configuration: name } as const;
    try {
      const configuration = await readConfiguration(host, name);
      const problem = configurationProblem(configuration, hasGcloud);
      return describeConfiguration(configuration, choice, {
        active: name === active,
        problem,
        environment: host.environment,
      });
    } catch (error) {
      const title = `gcloud configuration "${name}"`;
      return { choice, title, active: name === active, type: 'gcloud', problem: problemOf(error) };
    }
  });
  return await Promise.all(active === undefined ? [environmentSource(host, hasGcloud), ...sources] : sources);
}

/** What gcloud uses where its active configuration is `NONE`. */
async function environmentSource(host: AuthHost, hasGcloud: boolean): Promise<CredentialSource> {
  const configuration = await readConfiguration(host);
  const problem = configurationProblem(configuration, hasGcloud);
  return describeConfiguration(
    configuration,
    { source: 'gcloud' },
    { active: true, problem, environment: host.environment },
  );
}

function configurationProblem(configuration: GcloudConfiguration, hasGcloud: boolean): AuthProblem | undefined {
  if (configuration.setting('auth', 'access_token_file') !== undefined) {
    return undefined;
  }
  if (!hasGcloud) {
    return { kind: 'gcloud-missing' };
  }
  const overrides = ['access_token', 'credential_file_override'].some(
    (name) => configuration.setting('auth', name) !== undefined,
  );
  return overrides || configuration.setting('core', 'account') !== undefined
    ? undefined
    : {
        kind: 'not-logged-in',
        source: 'gcloud',
        ...(configuration.name === undefined ? {} : { configuration: configuration.name }),
      };
}

function problemOf(error: unknown): AuthProblem {
  if (error instanceof AuthFailure) {
    return error.problem;
  }
  throw error;
}
