import type { AuthClient } from 'google-auth-library';
import type { CredentialSource } from '../../shared/ipc/connect.ts';
import type { EndpointOverrides } from './endpoint-overrides.ts';

/** Credentials in use. Tokens are in closures: no property, no JSON and no inspection of these objects shows one. */
export interface Credentials {
  /** Who the calls are made as, as far as known by now. */
  describe(): CredentialSource;
  /** For gRPC, which asks it for the headers of each call. */
  readonly authClient: AuthClient;
  /** `authorization` and, with a quota project, `x-goog-user-project`; rejects with an `AuthFailure`. */
  headers(): Promise<Readonly<Record<string, string>>>;
  /** Drops the token and gets a new one; concurrent calls share one. Rejects with an `AuthFailure`. */
  refresh(): Promise<void>;
  /** A text (of an answer, of an error) without the tokens in use and without all that looks like a credential. */
  redact(text: string): string;
  readonly endpointOverrides: EndpointOverrides;
}
