import { redactCredentials } from '../../shared/errors/redact-credentials.ts';
import type { CredentialChoice, CredentialSource } from '../../shared/ipc/connect.ts';
import { impersonatedEmail, readAdcFile } from './adc-file.ts';
import type { AdcJson } from './adc-file.ts';
import { AuthFailure } from './auth-failure.ts';
import type { AuthHost } from './auth-host.ts';
import type { Credentials } from './credentials.ts';
import { readEndpointOverrides } from './endpoint-overrides.ts';
import type { EndpointOverrides } from './endpoint-overrides.ts';
import { activeConfigurationName, readConfiguration } from './gcloud-configurations.ts';
import { fetchGcloudToken } from './gcloud-token.ts';
import { requireLiveAllowed } from './live-allowed.ts';
import { secretsOf } from './secrets-of.ts';
import { describeAdc, describeConfiguration, isOnGoogleCloud } from './sources.ts';
import { createTokenCache } from './token-cache.ts';
import type { TokenCache } from './token-cache.ts';
import { authFailureOf } from './token-error.ts';
import { accessTokenFile } from './token-file.ts';
import { IMPERSONATING_SCOPES, readingScopes } from './token-source.ts';
import type { FetchToken } from './token-source.ts';
import { readImpersonationChain } from './impersonation-target.ts';
import type { ImpersonationTarget } from './impersonation-target.ts';

const ADC_LOGIN = 'gcloud auth application-default login';

/** A source of tokens before anything is put on top of it. */
interface OpenedSource {
  readonly described: CredentialSource;
  readonly fetchToken: FetchToken;
  readonly overrides: EndpointOverrides;
  /** Accounts to impersonate, in order, each for the token of the one before. */
  readonly targets: readonly ImpersonationTarget[];
  /** Logs in again; absent where no command does. */
  readonly command?: string;
}

/**
 * Opens the chosen credentials and gets their first token. Rejects with an `AuthFailure`. Google's library is loaded here, not
 * with the app.
 */
export async function openCredentials(choice: CredentialChoice, host: AuthHost): Promise<Credentials> {
  requireLiveAllowed(host.environment);
  const source = choice.source === 'adc' ? await openAdc(choice, host) : await openGcloud(choice, host);
  const [{ CredentialClient }, { clientOptions }, { impersonate }] = await Promise.all([
    import('./credential-client.ts'),
    import('./adc-token.ts'),
    import('./impersonation.ts'),
  ]);
  const { described, overrides, command } = source;
  const options = {
    ...clientOptions(host),
    projectId: described.project ?? 'no-project',
    ...(described.quotaProject === undefined ? {} : { quotaProject: described.quotaProject }),
  };
  const first = createTokenCache(source.fetchToken, host.now);
  const tokens = source.targets.reduce<TokenCache>((cache, target, step) => {
    const scopes = step === source.targets.length - 1 ? readingScopes(choice, host.environment) : IMPERSONATING_SCOPES;
    const client = new CredentialClient(cache, options);
    return createTokenCache(impersonate(client, target, { overrides, scopes, command }), host.now);
  }, first);
  const authClient = new CredentialClient(tokens, options);
  const { email } = await first.current();
  await tokens.current();
  return {
    describe: () =>
      withExpiry({ ...(email === undefined ? {} : { principal: email }), ...described }, tokens.expires()),
    authClient,
    headers: async () => Object.fromEntries(await authClient.getRequestHeaders()),
    refresh: () => authClient.renew(),
    redact: (text) => authClient.redact(first.redact(text)),
    endpointOverrides: overrides,
  };
}

async function openAdc(choice: CredentialChoice & { readonly source: 'adc' }, host: AuthHost): Promise<OpenedSource> {
  const adc = await readAdcFile(host);
  if (adc === undefined && !(await isOnGoogleCloud(host))) {
    throw new AuthFailure({ kind: 'not-logged-in', source: 'adc' });
  }
  const overrides = readEndpointOverrides(host.environment);
  const targets = [...targetsOf(adc?.json), ...chosenTargets(choice)];
  const scopes = targets.length === 0 ? readingScopes(choice, host.environment) : IMPERSONATING_SCOPES;
  const settings = { fetch: host.fetch, endpointOverrides: overrides, scopes };
  const command = adc === undefined ? undefined : loginCommand(adc.json);
  return {
    described: await describeAdc(host, choice, adc),
    overrides,
    targets,
    ...(command === undefined ? {} : { command }),
    // The file is read each time, because a new login writes it anew.
    async fetchToken() {
      const { mintToken, metadataToken } = await import('./adc-token.ts');
      const now = await readAdcFile(host);
      if (adc !== undefined && now === undefined) {
        throw new AuthFailure({ kind: 'not-logged-in', source: 'adc' });
      }
      const json = now?.json.type === 'impersonated_service_account' ? now.json.source_credentials : now?.json;
      try {
        return json === undefined ? await metadataToken(settings) : await mintToken(json, settings);
      } catch (error) {
        throw authFailureOf(error, {
          file: now?.file ?? 'The metadata server',
          redact: (text) => redactCredentials(text, json === undefined ? [] : secretsOf(json)),
          ...(command === undefined ? {} : { command }),
        });
      }
    },
  };
}

async function openGcloud(
  choice: CredentialChoice & { readonly source: 'gcloud' },
  host: AuthHost,
): Promise<OpenedSource> {
  const configuration = await readConfiguration(host, choice.configuration);
  const { name } = configuration;
  const universe = configuration.setting('core', 'universe_domain');
  if (universe !== undefined && universe !== 'googleapis.com') {
    throw new AuthFailure({
      kind: 'credentials-invalid',
      file: 'core/universe_domain',
      reason: 'It is another universe than googleapis.com, which this app does not know.',
    });
  }
  const active = name === undefined || name === (await activeConfigurationName(host));
  const tokenFile = configuration.setting('auth', 'access_token_file');
  const configured = configuration.setting('auth', 'impersonate_service_account');
  return {
    described: describeConfiguration(configuration, choice, { active, environment: host.environment }),
    overrides: readEndpointOverrides(host.environment, configuration.section('api_endpoint_overrides')),
    targets:
      choice.impersonate !== undefined || configured === undefined
        ? chosenTargets(choice)
        : [readImpersonationChain(configured)],
    fetchToken:
      tokenFile === undefined
        ? (options) => fetchGcloudToken(host, configuration, options)
        : accessTokenFile(host, tokenFile),
    ...(tokenFile === undefined
      ? { command: `gcloud auth login${name === undefined ? '' : ` --configuration=${name}`}` }
      : {}),
  };
}

function chosenTargets({ impersonate }: CredentialChoice): readonly ImpersonationTarget[] {
  return impersonate === undefined ? [] : [readImpersonationChain(impersonate)];
}

function targetsOf(json: AdcJson | undefined): readonly ImpersonationTarget[] {
  if (json?.type !== 'impersonated_service_account') {
    return [];
  }
  const address = json.service_account_impersonation_url;
  return [{ email: impersonatedEmail(address) ?? address, delegates: json.delegates ?? [], address }];
}

/** A key cannot be logged in again. */
function loginCommand({ type }: AdcJson): string | undefined {
  switch (type) {
    case 'authorized_user':
    case 'external_account_authorized_user':
    case 'impersonated_service_account':
      return ADC_LOGIN;
    case 'service_account':
    case 'external_account':
    case 'gdch_service_account':
      return undefined;
  }
}

function withExpiry(described: CredentialSource, expires: number | undefined): CredentialSource {
  return expires === undefined ? described : { ...described, expires: new Date(expires).toISOString() };
}
