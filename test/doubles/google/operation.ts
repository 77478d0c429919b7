import type { JsonObject } from '../../../shared/json.ts';
import type { ErrorForm } from './api-failure.ts';
import type { Continuation, PageTokens } from './paging.ts';
import type { Tokens } from './tokens.ts';
import type { World } from './world.ts';

/** One call, whichever transport brought it. */
export interface ApiRequest {
  /** Relative name the call is about: of the resource, or of the parent of a list. Each segment decoded once. */
  readonly name: string;
  /** Query of REST (a repeated one joined by commas), or fields of the gRPC request, by their JSON names. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: JsonObject;
  /** Region of the host the call was sent to: `us-central1`, `global`; undefined where the host does not tell. */
  readonly endpointLocation: string | undefined;
  /** `x-goog-user-project`. */
  readonly userProject: string | undefined;
  /** E-mail address of the token's principal; undefined where no token was needed. */
  readonly principal: string | undefined;
}

/** What answers a call. */
export interface ApiContext {
  readonly world: World;
  readonly pageTokens: PageTokens;
  readonly tokens: Tokens;
  readonly continuation: Continuation;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** One method of one API. */
export interface Operation {
  /** Host of the API: `aiplatform.googleapis.com`. */
  readonly service: string;
  /** RPC name: `ListCustomJobs`; the faults and the counts go by it. */
  readonly method: string;
  readonly verb: 'GET' | 'POST';
  /** Matches the REST path (without the leading slash, segments decoded); the group `name` is the request's name. */
  readonly path: RegExp;
  /** IAM permission that a `denied` fault names. */
  readonly permission: string;
  readonly errors: ErrorForm;
  /** Response message of the gRPC method, where there is one. */
  readonly responseType?: string;
  /** False where anyone may call: token endpoints. */
  readonly authenticated: boolean;
  /** The response in canonical JSON; throws an `ApiFailure`. */
  readonly answer: (request: ApiRequest, context: ApiContext) => JsonObject;
}
