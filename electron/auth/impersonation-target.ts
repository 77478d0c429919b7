/** Whom to impersonate, and through whom. */
export interface ImpersonationTarget {
  readonly email: string;
  readonly delegates: readonly string[];
  /** Where the token is asked for; Google's own place, or the one that is set in its stead, if not given. */
  readonly address?: string;
}

/** Reads `A,B,C` as gcloud does: C is impersonated, through A and then B. */
export function readImpersonationChain(chain: string): ImpersonationTarget {
  const accounts = chain.split(',');
  return { email: accounts.at(-1) ?? '', delegates: accounts.slice(0, -1) };
}
