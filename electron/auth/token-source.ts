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

/** Scopes of tokens that we ask for ourselves; Compute Engine has a read-only scope of its own. */
export const READ_ONLY_SCOPES: readonly string[] = [
  'https://www.googleapis.com/auth/cloud-platform.read-only',
  'https://www.googleapis.com/auth/compute.readonly',
];
