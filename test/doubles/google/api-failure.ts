import type { JsonObject } from '../../../shared/json.ts';

/** Status names of google.rpc.Code that the fake answers with, their numbers, and the HTTP status REST uses for each. */
export const STATUS = {
  CANCELLED: { grpc: 1, http: 499 },
  UNKNOWN: { grpc: 2, http: 500 },
  INVALID_ARGUMENT: { grpc: 3, http: 400 },
  DEADLINE_EXCEEDED: { grpc: 4, http: 504 },
  NOT_FOUND: { grpc: 5, http: 404 },
  PERMISSION_DENIED: { grpc: 7, http: 403 },
  RESOURCE_EXHAUSTED: { grpc: 8, http: 429 },
  FAILED_PRECONDITION: { grpc: 9, http: 400 },
  UNIMPLEMENTED: { grpc: 12, http: 501 },
  INTERNAL: { grpc: 13, http: 500 },
  UNAVAILABLE: { grpc: 14, http: 503 },
  UNAUTHENTICATED: { grpc: 16, http: 401 },
} as const;

export type StatusName = keyof typeof STATUS;

/** An error as a Google API answers it; the edges write it as JSON, as the older JSON of Compute and Storage, or as gRPC trailers. */
export class ApiFailure extends Error {
  readonly status: StatusName;
  /** `google.rpc.*` messages in JSON form, each with its `@type`. */
  readonly details: readonly JsonObject[];
  /** Reason in the older error form: `forbidden`, `notFound`. */
  readonly legacyReason: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    status: StatusName,
    message: string,
    options: {
      readonly details?: readonly JsonObject[];
      readonly legacyReason?: string;
      readonly retryAfterSeconds?: number;
    } = {},
  ) {
    super(message);
    this.name = 'ApiFailure';
    this.status = status;
    this.details = options.details ?? [];
    this.legacyReason = options.legacyReason ?? LEGACY_REASONS[status] ?? 'backendError';
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

const LEGACY_REASONS: Partial<Record<StatusName, string>> = {
  INVALID_ARGUMENT: 'invalid',
  NOT_FOUND: 'notFound',
  PERMISSION_DENIED: 'forbidden',
  RESOURCE_EXHAUSTED: 'rateLimitExceeded',
  UNAUTHENTICATED: 'authError',
};

/** INVALID_ARGUMENT; with a field named, `google.rpc.BadRequest` says so. */
export function invalidArgument(message: string, field?: string): ApiFailure {
  const details =
    field === undefined
      ? []
      : [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field, description: message }] }];
  return new ApiFailure('INVALID_ARGUMENT', message, { details });
}

/** NOT_FOUND as the APIs write it: a message and no details. */
export function notFound(message: string): ApiFailure {
  return new ApiFailure('NOT_FOUND', message);
}

/** IAM's refusal: names the permission and the resource, and leaves open whether the resource exists. */
export function permissionDenied(service: string, permission: string, resource: string): ApiFailure {
  const message = `Permission '${permission}' denied on resource '//${service}/${resource}' (or it may not exist).`;
  return new ApiFailure('PERMISSION_DENIED', message, {
    details: [errorInfo('IAM_PERMISSION_DENIED', service, { permission, resource })],
  });
}

/** The token's scopes do not suffice for the API, whatever its principal may do. */
export function scopeInsufficient(service: string, method: string): ApiFailure {
  return new ApiFailure('PERMISSION_DENIED', 'Request had insufficient authentication scopes.', {
    legacyReason: 'insufficientPermissions',
    details: [errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'googleapis.com', { service, method })],
  });
}

/** The API is not enabled in the project that pays for the call. */
export function serviceDisabled(service: string, projectNumber: string): ApiFailure {
  const title = service.replace('.googleapis.com', '');
  const activationUrl = `https://console.developers.google.com/apis/api/${service}/overview?project=${projectNumber}`;
  const message =
    `${title} API has not been used in project ${projectNumber} before or it is disabled. Enable it by visiting ` +
    `${activationUrl} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`;
  return new ApiFailure('PERMISSION_DENIED', message, {
    legacyReason: 'accessNotConfigured',
    details: [
      errorInfo('SERVICE_DISABLED', 'googleapis.com', {
        service,
        consumer: `projects/${projectNumber}`,
        containerInfo: projectNumber,
        serviceTitle: `${title} API`,
        activationUrl,
      }),
      { '@type': 'type.googleapis.com/google.rpc.LocalizedMessage', locale: 'en-US', message },
      {
        '@type': 'type.googleapis.com/google.rpc.Help',
        links: [{ description: 'Google developers console API activation', url: activationUrl }],
      },
    ],
  });
}

/** A user's own credentials without a project that pays: the same reason as a disabled API, another text. */
export function quotaProjectMissing(service: string): ApiFailure {
  const message = `Your application is authenticating by using local Application Default Credentials. The ${service} API requires a quota project, which is not set by default.`;
  return new ApiFailure('PERMISSION_DENIED', message, {
    details: [errorInfo('SERVICE_DISABLED', 'googleapis.com', { service, consumer: 'projects/764086051850' })],
  });
}

/** Too many calls. */
export function quotaExceeded(
  service: string,
  projectNumber: string,
  retryAfterSeconds: number | undefined,
): ApiFailure {
  const metric = `${service}/default_requests`;
  const message = `Quota exceeded for quota metric 'Requests' and limit 'Requests per minute' of service '${service}' for consumer 'project_number:${projectNumber}'.`;
  return new ApiFailure('RESOURCE_EXHAUSTED', message, {
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    details: [
      errorInfo('RATE_LIMIT_EXCEEDED', 'googleapis.com', {
        service,
        consumer: `projects/${projectNumber}`,
        quota_metric: metric,
        quota_limit: 'RequestsPerMinutePerProject',
        quota_limit_value: '600',
      }),
      ...(retryAfterSeconds === undefined
        ? []
        : [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${retryAfterSeconds}s` }]),
    ],
  });
}

/** The project does not exist, or the caller may not know that it does. */
export function consumerInvalid(service: string, project: string): ApiFailure {
  return new ApiFailure('PERMISSION_DENIED', `Permission denied on resource project ${project}.`, {
    details: [
      errorInfo('CONSUMER_INVALID', 'googleapis.com', {
        service,
        consumer: `projects/${project}`,
        containerInfo: project,
      }),
    ],
  });
}

/** The bearer token is missing, expired or unknown. */
export function unauthenticated(service: string, method: string, present: boolean): ApiFailure {
  const message = present
    ? 'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.'
    : 'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';
  const reason = present ? 'ACCESS_TOKEN_TYPE_UNSUPPORTED' : 'CREDENTIALS_MISSING';
  return new ApiFailure('UNAUTHENTICATED', message, {
    details: [errorInfo(reason, 'googleapis.com', { service, method })],
  });
}

function errorInfo(reason: string, domain: string, metadata: JsonObject): JsonObject {
  return { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain, metadata };
}

/** `current`: google.rpc.Status; `legacy`: Compute and Storage; `oauth`: RFC 6749, the token endpoints. */
export type ErrorForm = 'current' | 'legacy' | 'oauth';

/** The body of a REST error, in the form the service uses. */
export function errorBody(failure: ApiFailure, form: ErrorForm): JsonObject {
  const { message, status, details, legacyReason } = failure;
  if (form === 'oauth') {
    return { error: legacyReason === 'forbidden' ? 'invalid_grant' : legacyReason, error_description: message };
  }
  const code = STATUS[status].http;
  const more = details.length === 0 ? {} : { details };
  if (form === 'legacy') {
    return { error: { code, message, errors: [{ message, domain: 'global', reason: legacyReason }], ...more } };
  }
  return { error: { code, message, status, ...more } };
}
