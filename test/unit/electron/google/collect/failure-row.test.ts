import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../../../../electron/google/collect/failure-row.ts';
import { failureOfStatus } from '../../../../../electron/google/transport/failures/google-status.ts';

const NEEDS = { permission: 'cloudkms.cryptoKeys.get', role: 'roles/cloudkms.viewer' };
const SERVICE = 'cloudkms.googleapis.com';
const KEY = 'gcp-cloud-kms-crypto-key';
const SCOPES = 'Request had insufficient authentication scopes.';

describe('a refused read-only token', () => {
  it.each([{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }, {}])(
    'is told apart from a lacking role, of which none is suggested (%j)',
    (details) => {
      const status = { code: 'PERMISSION_DENIED', message: SCOPES, metadata: {}, paged: false, ...details } as const;
      const failure = failureOfStatus('cloudkms.googleapis.com', status);
      expect(failure).toStrictEqual({
        service: 'cloudkms.googleapis.com',
        message: SCOPES,
        status: 'denied',
        reason: 'token-scope',
      });
      expect(describeFailure(failure, 'gcp-cloud-kms-crypto-key', NEEDS)).toStrictEqual({
        status: 'denied',
        error:
          'cloudkms.googleapis.com takes no read-only token, and that is what this app asks for. To read it, use the login of a person, or connect again and ask for the cloud-platform scope.',
      });
    },
  );
});

describe('what a failed reading is called', () => {
  it.each([
    [{ status: 'timeout', milliseconds: 30_000 }, 'timeout'],
    [{ status: 'not-offered' }, 'not-offered'],
    [{ status: 'quota' }, 'limited'],
    [{ status: 'cancelled' }, 'cancelled'],
    [{ status: 'project-unknown' }, 'not-found'],
    [{ status: 'unavailable', contact: 'none' }, 'failed'],
    [{ status: 'malformed', reason: 'truncated' }, 'failed'],
  ] as const)('%j is told as %s, with words', (failure, status) => {
    const row = describeFailure({ ...failure, service: SERVICE, message: 'It said so.' }, KEY, NEEDS);
    expect([row.status, (row.error ?? '').length > 10]).toStrictEqual([status, true]);
  });

  it('tells what lacks a quota project what to choose', () => {
    const failure = {
      status: 'quota-project-required',
      service: SERVICE,
      message: 'requires a quota project',
    } as const;
    expect(describeFailure(failure, KEY, NEEDS)).toStrictEqual({
      status: 'failed',
      error: 'Your own credentials need a project that is billed for the calls: choose a quota project.',
    });
  });
});
