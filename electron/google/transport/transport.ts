import type { AuthClient } from 'google-auth-library';
import type { JsonObject } from '../../../shared/json.ts';
import type { KindId } from '../../../shared/kinds/index.ts';

/** Reads Google APIs. Every method rejects with an `ApiFailure` and nothing else, after retries; a call that is cancelled ends at once. */
export interface GoogleTransport {
  /** One page of a Vertex AI collection. */
  listPage(call: ListCall): Promise<Page>;
  /** One resource of any API. */
  get(call: GetCall): Promise<JsonObject>;
  /** One page of any other API's list. */
  list(call: ListRestCall): Promise<Page>;
  /** A call that reads but is sent by POST: policies of projects. Others are refused. */
  post(call: PostCall): Promise<JsonObject>;
  /** What another API says of a resource, in the JSON in which a resource of Vertex AI comes from its own; others stay as they are. */
  canonical(kind: KindId, data: JsonObject): JsonObject;
  /** Regions in which a project may use Vertex AI, sorted. */
  listLocations(call: { readonly project: string; readonly signal?: AbortSignal }): Promise<readonly string[]>;
  /** Ends every connection; calls under way are cancelled. */
  close(): Promise<void>;
}

/** One page of a list. */
export interface Page {
  /** In the canonical JSON of REST v1: camelCase, int64 as strings, enums by name, nothing that has its default. */
  readonly items: readonly JsonObject[];
  readonly nextPageToken?: string;
}

export interface ListCall {
  /** A kind of Vertex AI that can be listed. */
  readonly kind: KindId;
  /** `projects/P/locations/L`; a metadata store for contexts. For models also a model's name: then its versions are listed. */
  readonly parent: string;
  readonly filter?: string;
  /** 100, which is also the most, if not given. */
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly signal?: AbortSignal;
}

export interface GetCall {
  /** Host of the API: `cloudkms.googleapis.com`. */
  readonly service: string;
  /** Region, for APIs with regional hosts (Vertex AI). */
  readonly location?: string;
  /** Path with the version and without a leading slash: `v1/projects/P/locations/L/customJobs/1`; segments are encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface ListRestCall extends GetCall {
  /** Key of the list in the answer: `items`, `repositories`. A missing one is an empty list. */
  readonly collectionKey: string;
  readonly pageToken?: string;
}

export interface PostCall extends GetCall {
  readonly body: JsonObject;
}

/** What the transport needs of credentials. */
export interface TransportCredentials {
  readonly authClient: AuthClient;
  /** `authorization` and, where a project pays for the calls, `x-goog-user-project`. */
  headers(): Promise<Readonly<Record<string, string>>>;
  /** Drops the token and fetches a new one. */
  refresh(): Promise<void>;
  /** Addresses set instead of the API's own, by the API's host. */
  readonly endpointOverrides: ReadonlyMap<string, URL>;
  /** Takes everything that looks like a token out of a text. */
  redact(text: string): string;
  /** The project that pays where a bucket's readers do: `quotaProject`, or else `project`. */
  describe(): { readonly quotaProject?: string | undefined; readonly project?: string | undefined };
}

export type TransportKind = 'auto' | 'grpc' | 'rest';

/** Time, passed in. */
export interface TransportClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after that time, or at once when the signal is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** All have a default. */
export interface TransportLimits {
  /** Calls under way at once, per API: the most there may be. Shrinks on quota errors and grows back. 8. */
  readonly parallelPerService: number;
  /** Milliseconds one attempt may take. 30 s. */
  readonly attempt: number;
  /** Milliseconds after which no further attempt is made. 2 min. */
  readonly total: number;
  /** Attempts after the first. 5. */
  readonly retries: number;
  /** Bytes of one answer. 64 MiB. */
  readonly answerBytes: number;
}

/** Something the user should know about how calls are made. */
export type TransportNotice =
  /** gRPC got no connection, so Vertex AI is read by REST. */
  | { readonly type: 'grpc-unreachable'; readonly reason: string }
  /** The address set for Vertex AI is not TLS, over which gRPC is not spoken. */
  | { readonly type: 'grpc-needs-tls' }
  /** gRPC does not speak to a proxy by https. */
  | { readonly type: 'grpc-needs-http-proxy' };

export interface TransportOptions {
  readonly kind: TransportKind;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: TransportClock;
  /** From 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number;
  readonly limits?: Partial<TransportLimits>;
  readonly onNotice?: (notice: TransportNotice) => void;
  readonly network: TransportNetwork;
  /** The environment of the process, in which gRPC is told its proxy. */
  readonly environment: Record<string, string | undefined>;
}

/** How the internet is reached. */
export interface TransportNetwork {
  /** May hold a password. */
  readonly proxy?: URL;
  /** Hosts that are called without the proxy, as in `NO_PROXY`. */
  readonly noProxy: readonly string[];
  /** Certificate authorities (PEM) to trust besides the usual. */
  readonly certificates: readonly string[];
}
