import type { CredentialChoice } from '../../shared/ipc/connect.ts';
import type { AuthHost, Environment } from './auth-host.ts';
import { AuthFailure } from './auth-failure.ts';
import { readConfiguration } from './gcloud-configurations.ts';
import type { GcloudConfiguration } from './gcloud-configurations.ts';

/** How this computer reaches the internet. */
export interface NetworkSettings {
  /** `http` or `https` proxy for all calls; may have a user name and password in it, so it is not to be shown or logged. */
  readonly proxy?: URL;
  /** Hosts that are called without the proxy, as in `NO_PROXY`. */
  readonly noProxy: readonly string[];
  /** PEM files of certificate authorities to be trusted beside the system's. */
  readonly caFiles: readonly string[];
}

/**
 * Reads how to reach the internet: gcloud's own settings (environment, then configuration) where they are set, else `HTTPS_PROXY`
 * and `NO_PROXY`. Rejects with an `AuthFailure` for a proxy that cannot be used.
 * https://cloud.google.com/sdk/docs/proxy-settings
 */
export async function readNetworkSettings(choice: CredentialChoice, host: AuthHost): Promise<NetworkSettings> {
  const { environment } = host;
  const configuration = await readConfiguration(host, choice.source === 'gcloud' ? choice.configuration : undefined);
  const proxy = gcloudProxy(configuration) ?? environmentProxy(environment);
  const noProxy = environment['no_proxy'] ?? environment['NO_PROXY'] ?? '';
  return {
    ...(proxy === undefined ? {} : { proxy }),
    noProxy: noProxy
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== ''),
    caFiles: [configuration.setting('core', 'custom_ca_certs_file'), environment['NODE_EXTRA_CA_CERTS']].filter(
      (file): file is string => file !== undefined && file !== '',
    ),
  };
}

function gcloudProxy(configuration: GcloudConfiguration): URL | undefined {
  const type = configuration.setting('proxy', 'type');
  const address = configuration.setting('proxy', 'address');
  const port = configuration.setting('proxy', 'port');
  if (type === undefined || address === undefined || port === undefined) {
    return undefined;
  }
  if (type !== 'http') {
    throw new AuthFailure({
      kind: 'credentials-invalid',
      file: 'proxy/type',
      reason: `Proxies of the type ${type.slice(0, 20)} are not supported, only http.`,
    });
  }
  const proxy = proxyAt(`http://${address}:${port}`, 'proxy/address');
  proxy.username = configuration.setting('proxy', 'username') ?? '';
  proxy.password = configuration.setting('proxy', 'password') ?? '';
  return proxy;
}

function environmentProxy(environment: Environment): URL | undefined {
  for (const name of ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY']) {
    const value = environment[name];
    if (value !== undefined && value !== '') {
      return proxyAt(value.includes('://') ? value : `http://${value}`, name);
    }
  }
  return undefined;
}

/** What is wrong with the address is not shown: it may have a password in it. */
function proxyAt(address: string, setting: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new AuthFailure({
      kind: 'credentials-invalid',
      file: setting,
      reason: 'It is not the http or https address of a proxy.',
    });
  }
  return url;
}
