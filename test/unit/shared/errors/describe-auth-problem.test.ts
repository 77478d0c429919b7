import { describe, expect, it } from 'vitest';
import { describeAuthProblem } from '../../../../shared/errors/describe-auth-problem.ts';
import { authProblemSchema } from '../../../../shared/ipc/connect.ts';
import type { AuthProblem } from '../../../../shared/ipc/connect.ts';

const EXAMPLES: { readonly [Kind in AuthProblem['kind']]: AuthProblem & { readonly kind: Kind } } = {
  'gcloud-missing': { kind: 'gcloud-missing' },
  'gcloud-failed': { kind: 'gcloud-failed', reason: 'gcloud was stopped before it answered.' },
  'configuration-missing': { kind: 'configuration-missing', configuration: 'work' },
  'not-logged-in': { kind: 'not-logged-in', source: 'gcloud', configuration: 'work' },
  'no-project': { kind: 'no-project', configuration: 'work' },
  'quota-project-missing': { kind: 'quota-project-missing', source: 'adc' },
  'credentials-invalid': { kind: 'credentials-invalid', file: '/keys/a.json', reason: 'It is not JSON.' },
  'credentials-unsupported': { kind: 'credentials-unsupported', file: '/keys/a.json', type: 'quantum' },
  expired: { kind: 'expired', command: 'gcloud auth login', reason: 'invalid_grant' },
  refused: { kind: 'refused', reason: 'invalid_grant: account not found' },
  unreachable: { kind: 'unreachable', host: 'oauth2.googleapis.com', reason: 'ENOTFOUND' },
  'impersonation-denied': { kind: 'impersonation-denied', account: 'a@p.iam.gserviceaccount.com', reason: 'denied' },
  'endpoint-refused': {
    kind: 'endpoint-refused',
    service: 'storage.googleapis.com',
    address: 'http://example.com/',
    reason: 'http is not encrypted',
  },
  'live-not-allowed': { kind: 'live-not-allowed' },
};

describe('describeAuthProblem', () => {
  it.each(Object.values(EXAMPLES))('says of $kind what happened and what to do', (problem) => {
    const { title, message, advice } = describeAuthProblem(problem);
    expect([title, message, advice].filter((text) => text.length < 10)).toStrictEqual([]);
    expect(authProblemSchema.parse(problem)).toStrictEqual(problem);
  });

  it('tells each of the missing things apart, with the command that gives it', () => {
    const problems = [
      EXAMPLES['not-logged-in'],
      { kind: 'not-logged-in', source: 'adc' } as const,
      EXAMPLES['no-project'],
      EXAMPLES['quota-project-missing'],
      EXAMPLES.expired,
      EXAMPLES['gcloud-missing'],
    ];
    expect(problems.map((problem) => describeAuthProblem(problem).command)).toStrictEqual([
      'gcloud auth login --configuration=work',
      'gcloud auth application-default login',
      'gcloud config set project PROJECT_ID --configuration=work',
      'gcloud auth application-default set-quota-project PROJECT_ID',
      'gcloud auth login',
      undefined,
    ]);
    expect(new Set(problems.map((problem) => describeAuthProblem(problem).title)).size).toBe(problems.length);
  });

  it('names no command where none helps', () => {
    const { advice, command } = describeAuthProblem({ kind: 'expired', reason: 'the file holds the same token' });
    expect([advice, command]).toStrictEqual(['Renew the credentials, then go on.', undefined]);
  });
});
