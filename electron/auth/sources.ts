import type { AuthProblem, CredentialChoice, CredentialSource } from '../../shared/ipc/connect.ts';
import { impersonatedEmail } from './adc-file.ts';
import type { AdcFile, AdcJson } from './adc-file.ts';
import type { AuthHost, Environment } from './auth-host.ts';
import { readConfiguration } from './gcloud-configurations.ts';
import type { GcloudConfiguration } from './gcloud-configurations.ts';
import { tokenScope } from './token-source.ts';

/** Says what Application Default Credentials are, from their file; undefined as the file is Google Cloud's metadata server. */
export async function describeAdc(
  host: AuthHost,
  choice: CredentialChoice & { readonly source: 'adc' },
  adc: AdcFile | undefined,
): Promise<CredentialSource> {
  const json = adc?.json;
  const project = await projectOfAdc(host, json);
  const quotaProject =
    choice.quotaProject ?? emptyAsUnset(host.environment['GOOGLE_CLOUD_QUOTA_PROJECT']) ?? json?.quota_project_id;
  return withoutUnset({
    choice,
    title: 'Application Default Credentials',
    type: json?.type ?? 'metadata',
    principal: json === undefined ? undefined : principalOf(json),
    impersonates: choice.impersonate?.split(',').at(-1) ?? (json === undefined ? undefined : impersonatedBy(json)),
    project,
    quotaProject,
    tokens: isMinted(choice, json) ? tokenScope(choice, host.environment) : undefined,
  });
}

/** Whether the app asks for the tokens itself, and so says what they are to be good for; a login has settled it. */
function isMinted({ impersonate }: CredentialChoice, json: AdcJson | undefined): boolean {
  switch (json?.type) {
    case 'authorized_user':
    case 'external_account_authorized_user':
    case 'gdch_service_account':
      return impersonate !== undefined;
    case 'impersonated_service_account':
    case 'service_account':
    case 'external_account':
    case undefined:
      return true;
  }
}

/** Says what a gcloud configuration is, from its settings. `problem` is what is known to be wrong without trying it. */
export function describeConfiguration(
  configuration: GcloudConfiguration,
  choice: CredentialChoice & { readonly source: 'gcloud' },
  {
    active,
    problem,
    environment,
  }: { readonly active: boolean; readonly problem?: AuthProblem | undefined; readonly environment: Environment },
): CredentialSource {
  const project = configuration.setting('core', 'project');
  const impersonates = choice.impersonate ?? configuration.setting('auth', 'impersonate_service_account');
  const hasTokenFile = configuration.setting('auth', 'access_token_file') !== undefined;
  return withoutUnset({
    choice,
    title:
      configuration.name === undefined
        ? 'gcloud settings of the environment'
        : `gcloud configuration "${configuration.name}"`,
    active,
    type: hasTokenFile ? 'access_token_file' : 'gcloud',
    // The token in a file may be anybody's.
    principal: hasTokenFile ? undefined : configuration.setting('core', 'account'),
    impersonates: impersonates?.split(',').at(-1),
    project,
    quotaProject: choice.quotaProject ?? quotaProjectOf(configuration, project),
    region: configuration.setting('ai', 'region'),
    tokens: impersonates === undefined ? undefined : tokenScope(choice, environment),
    problem,
  });
}

/** Whether this computer is a virtual machine or container of Google Cloud, without asking the network. */
export async function isOnGoogleCloud({ environment, platform, readFile }: AuthHost): Promise<boolean> {
  if (environment['METADATA_SERVER_DETECTION'] === 'none') {
    return false;
  }
  const signs = ['GCE_METADATA_HOST', 'GCE_METADATA_IP', 'K_SERVICE', 'CLOUD_RUN_JOB', 'FUNCTION_NAME'];
  if (signs.some((name) => emptyAsUnset(environment[name]) !== undefined)) {
    return true;
  }
  const product = platform === 'linux' ? await readFile('/sys/class/dmi/id/product_name').catch(() => '') : '';
  return product.trim() === 'Google Compute Engine';
}

async function projectOfAdc(host: AuthHost, json: AdcJson | undefined): Promise<string | undefined> {
  const named =
    emptyAsUnset(host.environment['GOOGLE_CLOUD_PROJECT']) ?? emptyAsUnset(host.environment['GCLOUD_PROJECT']);
  const inFile = json?.['project_id'] ?? json?.['project'];
  if (named !== undefined || typeof inFile === 'string') {
    return named ?? String(inFile);
  }
  // Google's libraries run gcloud to find it; its file says the same.
  return (await readConfiguration(host).catch(() => undefined))?.setting('core', 'project');
}

function principalOf(json: AdcJson): string | undefined {
  switch (json.type) {
    case 'authorized_user':
      return emptyAsUnset(json.account);
    case 'service_account':
      return json.client_email;
    case 'gdch_service_account':
      return json.name;
    case 'impersonated_service_account':
      return principalOf(json.source_credentials);
    case 'external_account':
    case 'external_account_authorized_user':
      return undefined;
  }
}

function impersonatedBy(json: AdcJson): string | undefined {
  return json.type === 'impersonated_service_account' || json.type === 'external_account'
    ? impersonatedEmail(json.service_account_impersonation_url)
    : undefined;
}

/** https://cloud.google.com/sdk/gcloud/reference/config/set (billing/quota_project) */
function quotaProjectOf(configuration: GcloudConfiguration, project: string | undefined): string | undefined {
  const setting = configuration.setting('billing', 'quota_project');
  if (setting === undefined || setting === 'LEGACY') {
    return undefined;
  }
  return setting.startsWith('CURRENT_PROJECT') ? project : setting;
}

function emptyAsUnset(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

type WithUnset = { readonly [Key in keyof CredentialSource]: CredentialSource[Key] | undefined } & {
  readonly choice: CredentialChoice;
  readonly title: string;
  readonly type: string;
};

function withoutUnset({ choice, title, type, ...rest }: WithUnset): CredentialSource {
  return {
    choice,
    title,
    type,
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
  };
}
