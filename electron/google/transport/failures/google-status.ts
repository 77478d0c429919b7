import type { ApiFailureData } from '../api-failure.ts';

/** Codes of google.rpc.Code, by number: https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto */
export const STATUS_CODES = [
  'OK',
  'CANCELLED',
  'UNKNOWN',
  'INVALID_ARGUMENT',
  'DEADLINE_EXCEEDED',
  'NOT_FOUND',
  'ALREADY_EXISTS',
  'PERMISSION_DENIED',
  'RESOURCE_EXHAUSTED',
  'FAILED_PRECONDITION',
  'ABORTED',
  'OUT_OF_RANGE',
  'UNIMPLEMENTED',
  'INTERNAL',
  'UNAVAILABLE',
  'DATA_LOSS',
  'UNAUTHENTICATED',
] as const;

export type StatusCode = (typeof STATUS_CODES)[number];

/** An error as Google answers it, in whichever form, with what is used of its details. */
export interface GoogleStatus {
  readonly code: StatusCode;
  readonly message: string;
  /** google.rpc.ErrorInfo: https://cloud.google.com/apis/design/errors#error_info */
  readonly reason?: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Reason in the older form: `rateLimitExceeded`. */
  readonly legacyReason?: string;
  /** First field of google.rpc.BadRequest. */
  readonly field?: string;
  /** First address of google.rpc.Help. */
  readonly helpUrl?: string;
  /** google.rpc.RetryInfo or the header `Retry-After`. */
  readonly retryAfterSeconds?: number;
  /** Whether the call named a page. */
  readonly paged: boolean;
}

/** Longer texts are cut: they are shown to a person. */
const MESSAGE_LENGTH = 2000;

/** Returns what an error of an API means for the caller. */
export function failureOfStatus(service: string, status: GoogleStatus): ApiFailureData {
  const about = { service, message: status.message.slice(0, MESSAGE_LENGTH) };
  switch (status.code) {
    case 'PERMISSION_DENIED':
      return { ...about, ...refusalOf(status) };
    case 'UNAUTHENTICATED':
      return { ...about, status: 'unauthenticated', problem: { kind: 'refused', reason: about.message } };
    case 'RESOURCE_EXHAUSTED':
      return { ...about, ...quotaOf(status) };
    case 'NOT_FOUND':
      return { ...about, status: 'not-found' };
    case 'UNIMPLEMENTED':
      return { ...about, status: 'not-offered' };
    case 'DEADLINE_EXCEEDED':
    case 'UNKNOWN':
    case 'INTERNAL':
    case 'UNAVAILABLE':
    case 'ABORTED':
    case 'CANCELLED':
    case 'DATA_LOSS':
      return { ...about, status: 'unavailable', contact: 'answered' };
    case 'INVALID_ARGUMENT':
    case 'OUT_OF_RANGE':
    case 'FAILED_PRECONDITION':
    case 'ALREADY_EXISTS':
    case 'OK':
      return { ...about, ...refusedRequest(status) };
  }
}

type WithoutContext<Data> = Data extends unknown ? Omit<Data, 'service' | 'message'> : never;
type Meaning = WithoutContext<ApiFailureData>;

/** https://cloud.google.com/storage/docs/json_api/v1/status-codes#403-forbidden */
const LEGACY_QUOTA = new Set([
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'quotaExceeded',
  'dailyLimitExceeded',
  'concurrentLimitExceeded',
]);

function refusalOf(status: GoogleStatus): Meaning {
  const { reason, legacyReason, message, metadata } = status;
  if (LEGACY_QUOTA.has(legacyReason ?? '') || reason === 'RATE_LIMIT_EXCEEDED') {
    return quotaOf(status);
  }
  // Google gives the reason of a disabled API also where the caller's own credentials name no project that pays.
  if (/requires a quota project/iu.test(message)) {
    return { status: 'quota-project-required' };
  }
  if (reason === 'SERVICE_DISABLED' || legacyReason === 'accessNotConfigured') {
    const activationUrl = metadata['activationUrl'] ?? status.helpUrl ?? /https:\/\/console\.\S+/u.exec(message)?.[0];
    const { consumer } = metadata;
    return {
      status: 'api-disabled',
      ...(consumer === undefined ? {} : { consumer }),
      ...(activationUrl === undefined ? {} : { activationUrl }),
    };
  }
  if (reason === 'CONSUMER_INVALID') {
    const project = metadata['containerInfo'] ?? metadata['consumer']?.replace('projects/', '');
    return { status: 'project-unknown', ...(project === undefined ? {} : { project }) };
  }
  if (reason === 'USER_PROJECT_DENIED') {
    const resource = metadata['consumer'];
    return {
      status: 'denied',
      permission: 'serviceusage.services.use',
      ...(resource === undefined ? {} : { resource }),
    };
  }
  if (reason === 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' || /insufficient authentication scopes/iu.test(message)) {
    return { status: 'denied', reason: 'token-scope' };
  }
  const permission = metadata['permission'] ?? PERMISSION.exec(message)?.[0];
  const resource = metadata['resource'];
  return {
    status: 'denied',
    ...(permission === undefined ? {} : { permission }),
    ...(resource === undefined ? {} : { resource }),
  };
}

/** A permission in a sentence: "Required 'compute.networks.get' permission for …", "does not have storage.buckets.get access". */
const PERMISSION =
  /(?<=(?:Permission|Required|have) ['`"]?)[a-z]+\.[A-Za-z]+\.[A-Za-z]+(?=['`"]? (?:access|permission|denied|on))/u;

function quotaOf({ metadata, retryAfterSeconds }: GoogleStatus): Meaning {
  const metric = metadata['quota_metric'];
  const limit = metadata['quota_limit_value'];
  return {
    status: 'quota',
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(metric === undefined ? {} : { metric }),
    ...(limit === undefined ? {} : { limit }),
  };
}

/** Regions that a service does not have are told by a 400 and not by a 404; only the text says so. */
const OTHER_REGION =
  /unsupported (?:region|location)|(?:region|location)\S* .{0,80}?(?:not (?:supported|available)|doesn't match the endpoint)|not (?:supported|available) in (?:the |this )?(?:region|location)/iu;

function refusedRequest({ field, message, legacyReason, paged }: GoogleStatus): Meaning {
  if (/user ?project/iu.test(message) && /requester ?pays/iu.test(message)) {
    return { status: 'user-project-required' };
  }
  if (paged && (/^page_?token$/iu.test(field ?? '') || /page ?token/iu.test(message))) {
    return { status: 'page-token-expired' };
  }
  if (OTHER_REGION.test(message) && legacyReason === undefined) {
    return { status: 'not-offered' };
  }
  return { status: 'invalid', ...(field === undefined ? {} : { field }) };
}
