import { inspect } from 'node:util';
import { AuthClient } from 'google-auth-library';
import type { gaxios } from 'google-auth-library';
import type { TokenCache } from './token-cache.ts';

interface CredentialClientOptions {
  readonly transporterOptions: gaxios.GaxiosOptions;
  readonly projectId: string;
  readonly quotaProject?: string;
}

/** What google-auth-library and gRPC take for a client of theirs; its tokens are those of a cache, and nowhere in it. */
export class CredentialClient extends AuthClient {
  readonly #tokens: TokenCache;

  constructor(tokens: TokenCache, { transporterOptions, projectId, quotaProject }: CredentialClientOptions) {
    super({ transporterOptions });
    this.#tokens = tokens;
    // Without a project the library would run gcloud to find one.
    this.projectId = projectId;
    if (quotaProject !== undefined) {
      this.quotaProjectId = quotaProject;
    }
  }

  override async getAccessToken(): Promise<{ token: string }> {
    return { token: (await this.#tokens.current()).token };
  }

  override async getRequestHeaders(): Promise<Headers> {
    const { token } = await this.#tokens.current();
    return this.addSharedMetadataHeaders(new Headers({ authorization: `Bearer ${token}` }));
  }

  override async request<T>(options: gaxios.GaxiosOptions): Promise<gaxios.GaxiosResponse<T>> {
    const headers = new Headers(options.headers);
    this.addUserProjectAndAuthHeaders(headers, await this.getRequestHeaders());
    return await this.transporter.request<T>({ ...options, headers });
  }

  /** Gets another token in place of one that was refused. */
  async renew(): Promise<void> {
    await this.#tokens.renew();
  }

  /** A text without the tokens of this client. */
  redact(text: string): string {
    return this.#tokens.redact(text);
  }

  /** What a log shows of it. */
  toJSON(): { readonly type: string } {
    return { type: 'CredentialClient' };
  }

  [inspect.custom](): string {
    return 'CredentialClient';
  }
}
