import {
  AwsClient,
  Compute,
  EXTERNAL_ACCOUNT_AUTHORIZED_USER_TYPE,
  ExternalAccountAuthorizedUserClient,
  GdchClient,
  IdentityPoolClient,
  JWT,
  PluggableAuthClient,
  UserRefreshClient,
} from 'google-auth-library';
import type { AuthClient, gaxios } from 'google-auth-library';
import type { ExternalJson, SourceJson } from './adc-file.ts';
import type { EndpointOverrides } from './endpoint-overrides.ts';
import { accessTokenAddress } from './impersonation.ts';
import type { AccessToken } from './token-source.ts';

/** What the library's clients are made with: our `fetch`, and no way for a server to send a secret elsewhere. */
export interface ClientSettings {
  readonly fetch: typeof fetch;
  readonly endpointOverrides: EndpointOverrides;
  /** What the token is to be good for, where that can be said. */
  readonly scopes: readonly string[];
}

/** Options of every client: the calls go through `fetch`, are ended after 30 seconds and follow no redirect. */
export function clientOptions({ fetch }: Pick<ClientSettings, 'fetch'>): {
  readonly transporterOptions: gaxios.GaxiosOptions;
} {
  return { transporterOptions: { fetchImplementation: fetch, timeout: 30_000, redirect: 'error' } };
}

/**
 * Gets a new token for the credentials of a file. A client is made for each, so that no token is kept in one. Rejects with the
 * library's errors.
 */
export async function mintToken(json: SourceJson, settings: ClientSettings): Promise<AccessToken> {
  return await tokenOf(createClient(json, settings));
}

/** Gets a token of the service account this computer runs as in Google Cloud. Rejects with the library's errors. */
export async function metadataToken(settings: ClientSettings): Promise<AccessToken> {
  return await tokenOf(new Compute({ ...clientOptions(settings), scopes: [...settings.scopes] }));
}

async function tokenOf(client: AuthClient): Promise<AccessToken> {
  const { token } = await client.getAccessToken();
  if (typeof token !== 'string' || token === '') {
    throw new Error('The answer holds no access token');
  }
  const { expiry_date: expires, id_token: idToken } = client.credentials;
  const email = emailIn(idToken);
  return {
    token,
    ...(typeof expires === 'number' ? { expires } : {}),
    ...(email === undefined ? {} : { email }),
  };
}

function createClient(json: SourceJson, settings: ClientSettings): AuthClient {
  const options = clientOptions(settings);
  switch (json.type) {
    case 'authorized_user':
      return new UserRefreshClient({
        ...options,
        clientId: json.client_id,
        clientSecret: json.client_secret,
        refreshToken: json.refresh_token,
      });
    case 'service_account':
      return new JWT({
        ...options,
        email: json.client_email,
        key: json.private_key,
        ...(json.private_key_id === undefined ? {} : { keyId: json.private_key_id }),
        scopes: [...settings.scopes],
      });
    case 'external_account':
      return externalClient(json, settings);
    case 'external_account_authorized_user':
      return new ExternalAccountAuthorizedUserClient({
        ...options,
        ...json,
        type: EXTERNAL_ACCOUNT_AUTHORIZED_USER_TYPE,
        audience: '',
        token_info_url: json.token_info_url ?? '',
      });
    case 'gdch_service_account': {
      const client = new GdchClient(options);
      client.fromJSON(json);
      const vertex = settings.endpointOverrides.get('aiplatform.googleapis.com');
      return client.createWithGdchAudience(vertex?.origin ?? 'https://aiplatform.googleapis.com');
    }
  }
}

function externalClient(json: ExternalJson, settings: ClientSettings): AuthClient {
  const address = json.service_account_impersonation_url;
  const common = {
    ...json,
    ...clientOptions(settings),
    scopes: [...settings.scopes],
    ...(address === undefined
      ? {}
      : { service_account_impersonation_url: accessTokenAddress(address, settings.endpointOverrides) }),
  };
  const source = json.credential_source;
  const client =
    'environment_id' in source
      ? new AwsClient({ ...common, credential_source: source })
      : 'executable' in source
        ? new PluggableAuthClient({ ...common, credential_source: source })
        : new IdentityPoolClient({ ...common, credential_source: source });
  shareTransporter(client);
  return client;
}

/**
 * The library exchanges tokens over a connection of its own, which knows nothing of our `fetch` and so of the user's proxy and
 * certificates. The field is not part of its types.
 */
function shareTransporter(client: AuthClient): void {
  const exchange: unknown = Reflect.get(client, 'stsCredential');
  if (typeof exchange === 'object' && exchange !== null && 'transporter' in exchange) {
    exchange.transporter = client.transporter;
  }
}

/** The e-mail in an identity token that came with the access token; its signature is Google's word to us over TLS. */
function emailIn(idToken: string | null | undefined): string | undefined {
  const payload = idToken?.split('.')[1];
  if (payload === undefined) {
    return undefined;
  }
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return typeof claims === 'object' && claims !== null && 'email' in claims && typeof claims.email === 'string'
      ? claims.email
      : undefined;
  } catch {
    return undefined;
  }
}
