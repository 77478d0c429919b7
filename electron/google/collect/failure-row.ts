import type { CoverageRow, CoverageStatus } from '../../../shared/inventory/inventory.ts';
import { kindById } from '../../../shared/kinds/index.ts';
import type { KindId } from '../../../shared/kinds/index.ts';
import { ApiFailure } from '../transport/api-failure.ts';
import type { ApiFailureData, ApiFailureStatus } from '../transport/api-failure.ts';

const STATUS: Readonly<Record<ApiFailureStatus, CoverageStatus>> = {
  denied: 'denied',
  'api-disabled': 'disabled',
  'quota-project-required': 'failed',
  'project-unknown': 'not-found',
  'not-found': 'not-found',
  'not-offered': 'not-offered',
  invalid: 'failed',
  'page-token-expired': 'failed',
  'user-project-required': 'failed',
  quota: 'limited',
  timeout: 'timeout',
  unavailable: 'failed',
  unauthenticated: 'cancelled',
  cancelled: 'cancelled',
  malformed: 'failed',
  'endpoint-refused': 'failed',
};

/** IAM's refusal, which says no more than the row's own fields do. */
const REFUSAL = /^Permission '[\w.]+' denied on resource '[^']*' \(or it may not exist\)\.$/;

/** What is written into coverage rows at most of Google's own words. */
const LONGEST_MESSAGE = 500;

/** What a failure means for a coverage row; `what` is what was being read. */
export type FailureFacts = Pick<CoverageRow, 'status' | 'error' | 'permission' | 'role' | 'activationUrl'>;

/** Returns what a coverage row says of a failure of reading a kind; the permission named by Google goes before ours. */
export function describeFailure(
  failure: ApiFailureData,
  kind: KindId,
  needs: { readonly permission: string | undefined; readonly role: string },
): FailureFacts {
  const status = STATUS[failure.status];
  const error = wordsOf(failure);
  switch (failure.status) {
    case 'denied': {
      if (failure.reason === 'token-scope') {
        return { status, error };
      }
      const permission = failure.permission ?? needs.permission;
      return {
        status,
        error: `It takes ${permission ?? 'a permission'}, which ${needs.role} gives${REFUSAL.test(error) ? ' (or it does not exist).' : `. ${error}`}`,
        ...(permission === undefined ? {} : { permission }),
        role: needs.role,
      };
    }
    case 'api-disabled': {
      const { activationUrl } = failure;
      const where = activationUrl === undefined ? '' : ` Enable it at ${activationUrl}, or ask for it.`;
      return {
        status,
        error: `${kindById(kind).service} is not enabled.${where}`,
        ...(activationUrl === undefined ? {} : { activationUrl }),
      };
    }
    default:
      return { status, error };
  }
}

/** The failure of a call. Whatever else was thrown is a fault of this program and goes on. */
export function failureOf(error: unknown): ApiFailureData {
  if (error instanceof ApiFailure) {
    return error.failure;
  }
  throw error;
}

/** A sentence as it stands inside another. */
export function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** What a failure is in the user's words, with what can be done. */
export function wordsOf(failure: ApiFailureData): string {
  const said = failure.message.slice(0, LONGEST_MESSAGE);
  switch (failure.status) {
    case 'denied':
      return failure.reason === 'token-scope'
        ? `${failure.service} takes no read-only token, and that is what this app asks for. To read it, use the login of a person, or connect again and ask for the cloud-platform scope.`
        : said;
    case 'quota-project-required':
      return 'Your own credentials need a project that is billed for the calls: choose a quota project.';
    case 'user-project-required':
      return 'Whoever reads this bucket pays for it: choose a quota project.';
    case 'quota':
      return `A quota was used up; try again later. ${said}`;
    case 'unauthenticated':
      return `Your login ended; log in and resume. ${said}`;
    case 'cancelled':
      return 'Collecting was cancelled before this was read.';
    case 'project-unknown':
      return `There is no such project, or you may not know of it. ${said}`;
    default:
      return said;
  }
}
