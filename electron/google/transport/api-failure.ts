import type { AuthProblem } from '../../../shared/ipc/connect.ts';

/**
 * Why a call to a Google API gave no answer: a closed list of plain data, the same for both transports. `message` is Google's
 * own text, or ours where nothing of Google answered; it holds no token.
 */
export type ApiFailureData = {
  /** Host of the API: `aiplatform.googleapis.com`. */
  readonly service: string;
  readonly message: string;
} & (
  | {
      readonly status: 'denied';
      readonly permission?: string;
      readonly resource?: string;
      /** Not the caller's roles were lacking: the API takes no token that is read-only. */
      readonly reason?: 'token-scope';
    }
  | {
      readonly status: 'api-disabled';
      /** `projects/NUMBER`. */
      readonly consumer?: string;
      readonly activationUrl?: string;
    }
  /** A user's own credentials need a project that pays for the call. */
  | { readonly status: 'quota-project-required' }
  /** No project has this id or number, or the caller may not know that one has. */
  | { readonly status: 'project-unknown'; readonly project?: string }
  | { readonly status: 'not-found' }
  /** The API does not exist in this location. */
  | { readonly status: 'not-offered' }
  | { readonly status: 'invalid'; readonly field?: string }
  | { readonly status: 'page-token-expired' }
  /** A bucket whose readers pay, and no project was named that would. */
  | { readonly status: 'user-project-required' }
  | { readonly status: 'quota'; readonly retryAfterSeconds?: number; readonly metric?: string; readonly limit?: string }
  | { readonly status: 'timeout'; readonly milliseconds: number }
  /** Nothing answered, or a server failed: connection refused or cut, name not found, 5xx. */
  | { readonly status: 'unavailable'; readonly contact: 'none' | 'lost' | 'answered' }
  /** No token, or one that is refused also after it was fetched anew. `problem` has what to do. */
  | { readonly status: 'unauthenticated'; readonly problem: AuthProblem }
  | { readonly status: 'cancelled' }
  /** Something answered that is not the API (a proxy's page), or its answer is cut, too large or of the wrong shape. */
  | { readonly status: 'malformed'; readonly reason: 'not-json' | 'truncated' | 'empty' | 'too-large' | 'wrong-shape' }
  /** The address set for the API is one no token is sent to. */
  | { readonly status: 'endpoint-refused' }
);

/** Names of all failures. */
export type ApiFailureStatus = ApiFailureData['status'];

/** The only error the transport throws. It has no `cause`: what libraries throw may hold what was sent. */
export class ApiFailure extends Error {
  readonly failure: ApiFailureData;

  constructor(failure: ApiFailureData) {
    super(failure.message);
    this.name = 'ApiFailure';
    this.failure = failure;
  }
}
