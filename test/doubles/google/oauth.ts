import type { JsonObject } from '../../../shared/json.ts';
import { ApiFailure, permissionDenied } from './api-failure.ts';
import type { ApiContext, ApiRequest, Operation } from './operation.ts';
import { textAt } from './text-at.ts';
import type { Principal } from './tokens.ts';

/** Seconds Google's token endpoint gives a token. */
const LIFETIME = 3599;
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';

/** The token endpoints: refresh tokens and signed assertions, the Security Token Service, impersonation, and whose a token is. */
export const OAUTH_OPERATIONS: readonly Operation[] = [
  {
    service: 'oauth2.googleapis.com',
    method: 'Token',
    verb: 'POST',
    path: /^(?<name>token)$/u,
    permission: '',
    errors: 'oauth',
    authenticated: false,
    answer: exchange,
  },
  {
    service: 'oauth2.googleapis.com',
    method: 'TokenInfo',
    verb: 'GET',
    path: /^(?<name>tokeninfo)$/u,
    permission: '',
    errors: 'oauth',
    authenticated: false,
    answer: tokenInfo,
  },
  {
    service: 'sts.googleapis.com',
    method: 'ExchangeToken',
    verb: 'POST',
    path: /^v1\/(?<name>token)$/u,
    permission: '',
    errors: 'oauth',
    authenticated: false,
    answer: (request, context) => ({
      access_token: context.tokens.issue({ email: `subject:${textAt(request.body, 'audience') ?? ''}` }, LIFETIME),
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      token_type: 'Bearer',
      expires_in: LIFETIME,
    }),
  },
  {
    service: 'iamcredentials.googleapis.com',
    method: 'GenerateAccessToken',
    verb: 'POST',
    path: /^v1\/(?<name>projects\/[^/]+\/serviceAccounts\/[^/:]+):generateAccessToken$/u,
    permission: 'iam.serviceAccounts.getAccessToken',
    errors: 'current',
    authenticated: true,
    answer: impersonate,
  },
];

function exchange(request: ApiRequest, context: ApiContext): JsonObject {
  const principal = principalOfGrant(request.body, context);
  return {
    access_token: context.tokens.issue(principal, LIFETIME),
    expires_in: LIFETIME,
    scope: SCOPE,
    token_type: 'Bearer',
  };
}

function principalOfGrant(body: JsonObject, context: ApiContext): Principal {
  const grant = textAt(body, 'grant_type') ?? '';
  if (grant === 'refresh_token') {
    const principal = context.tokens.checkRefreshToken(textAt(body, 'refresh_token') ?? '');
    if (principal === undefined) {
      throw new ApiFailure('INVALID_ARGUMENT', 'Token has been expired or revoked.', { legacyReason: 'invalid_grant' });
    }
    return principal;
  }
  if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
    return { email: issuerOf(textAt(body, 'assertion') ?? '') };
  }
  throw new ApiFailure('INVALID_ARGUMENT', `Invalid grant_type: ${grant}`, { legacyReason: 'unsupported_grant_type' });
}

/** The signer of an assertion; the signature is not checked, no key of the estate could have made it. */
function issuerOf(assertion: string): string {
  try {
    const claims: unknown = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString());
    if (typeof claims === 'object' && claims !== null && 'iss' in claims && typeof claims.iss === 'string') {
      return claims.iss;
    }
  } catch {
    // Answered below, as an assertion without an issuer is.
  }
  throw new ApiFailure('INVALID_ARGUMENT', 'Invalid JWT Signature.', { legacyReason: 'invalid_grant' });
}

function tokenInfo(request: ApiRequest, context: ApiContext): JsonObject {
  const principal = context.tokens.check(request.parameters['access_token'] ?? '');
  if (principal === undefined) {
    throw new ApiFailure('INVALID_ARGUMENT', 'Invalid Value', { legacyReason: 'invalid_token' });
  }
  return { email: principal.email, email_verified: 'true', scope: SCOPE, expires_in: String(LIFETIME) };
}

function impersonate(request: ApiRequest, context: ApiContext): JsonObject {
  const email = request.name.split('/').at(-1) ?? '';
  const account = context.world
    .all()
    .find(({ name, data }) => name.startsWith('//iam.googleapis.com/') && data['email'] === email);
  if (account === undefined || account.data['disabled'] === true) {
    throw permissionDenied('iam.googleapis.com', 'iam.serviceAccounts.getAccessToken', request.name);
  }
  const lifetime = Number(/^(\d+)s$/u.exec(textAt(request.body, 'lifetime') ?? '')?.[1] ?? '3600');
  const end = new Date(context.now() + lifetime * 1000).toISOString();
  // gcloud refuses a time with a fraction.
  const { scope } = request.body;
  const isReadOnly = Array.isArray(scope) && scope.every((each) => /read-?only$/u.test(String(each)));
  return { accessToken: context.tokens.issue({ email, isReadOnly }, lifetime), expireTime: `${end.slice(0, 19)}Z` };
}
