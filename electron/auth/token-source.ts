import type { CredentialChoice } from '../../shared/ipc/connect.ts';
import type { Environment } from './auth-host.ts';

/** An access token as its source gave it. Stays inside closures: never a property of anything that is handed out. */
export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970; absent where the source does not tell. */
  readonly expires?: number;
  /** E-mail of whom it stands for, where the source tells. */
  readonly email?: string;
}

/** Fetches a token; `renew` asks for another one than it gave before. Rejects with an `AuthFailure`. */
export type FetchToken = (options: { readonly renew: boolean }) => Promise<AccessToken>;

/**
 * Scopes of the tokens we ask for ourselves and read with: read-only ones, unless the user wants more. Compute Engine has a
 * read-only scope of its own; IAM, Cloud KMS, Secret Manager and Cloud Asset Inventory have none and refuse such tokens.
 * https://developers.google.com/identity/protocols/oauth2/scopes
 */
export function readingScopes(choice: CredentialChoice, environment: Environment): readonly string[] {
  return tokenScope(choice, environment) === 'cloud-platform'
    ? ['https://www.googleapis.com/auth/cloud-platform']
    : ['https://www.googleapis.com/auth/cloud-platform.read-only', 'https://www.googleapis.com/auth/compute.readonly'];
}

/** What was chosen, else what the environment says for this computer, else read-only. */
export function tokenScope(
  { tokenScope: chosen }: CredentialChoice,
  { VERTEX_LINEAGE_TOKEN_SCOPE: wanted }: Environment,
): 'read-only' | 'cloud-platform' {
  return chosen ?? (wanted === 'cloud-platform' ? wanted : 'read-only');
}

/** The scope of a token that serves to impersonate and for nothing else: no read-only one is taken for that. */
export const IMPERSONATING_SCOPES: readonly string[] = ['https://www.googleapis.com/auth/iam'];
