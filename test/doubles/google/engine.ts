import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '../../../shared/json.ts';
import {
  ApiFailure,
  permissionDenied,
  quotaExceeded,
  quotaProjectMissing,
  scopeInsufficient,
  serviceDisabled,
  unauthenticated,
} from './api-failure.ts';
import type { CallLog, CallSubject } from './calls.ts';
import type { Fault, Faults } from './faults.ts';
import type { ApiContext, ApiRequest, Operation } from './operation.ts';

/** A call as a transport read it. */
export interface IncomingCall {
  readonly operation: Operation;
  readonly request: Omit<ApiRequest, 'principal'>;
  readonly transport: 'grpc' | 'rest';
  readonly host: string;
  /** The header; a call without one is refused unless the operation needs none or `anonymous` is set. */
  readonly authorization: string | undefined;
  readonly anonymous: boolean;
  readonly userAgent: string | undefined;
}

/** What the transport has to do. */
export type Outcome =
  | { readonly type: 'answer'; readonly body: JsonObject; readonly truncated: boolean }
  | { readonly type: 'failure'; readonly failure: ApiFailure }
  | { readonly type: 'hang' | 'reset' | 'html' | 'empty' };

/** Answers calls: counts them, lets the faults have their way, checks the token, asks the operation. */
export interface Engine {
  /** `done` must be called when the answer has been sent or the connection is gone. */
  handle(call: IncomingCall): { readonly outcome: Promise<Outcome>; readonly done: () => void };
}

/** APIs with no scope that only reads. */
const TAKE_NO_READ_ONLY_TOKEN: ReadonlySet<string> = new Set(
  ['cloudasset', 'cloudkms', 'iam', 'iamcredentials', 'secretmanager'].map((name) => `${name}.googleapis.com`),
);

/** Makes the engine. */
export function createEngine(parts: {
  readonly context: ApiContext;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly latencyMilliseconds: number;
}): Engine {
  const { context, calls, faults } = parts;

  async function run(call: IncomingCall, subject: CallSubject): Promise<Outcome> {
    const met = faults.meet(subject);
    const delay = met.reduce(
      (sum, fault) => sum + (fault.kind === 'delay' ? fault.milliseconds : 0),
      parts.latencyMilliseconds,
    );
    if (delay > 0) {
      await sleep(delay);
    }
    await Promise.all(met.flatMap((fault) => (fault.kind === 'hold' ? [fault.until] : [])));
    for (const fault of met) {
      if (fault.kind === 'change') {
        fault.change(context.world);
      }
    }
    const fault = met.find(({ kind }) => kind !== 'delay' && kind !== 'hold' && kind !== 'change');
    if (fault?.kind === 'hang' || fault?.kind === 'reset' || fault?.kind === 'html' || fault?.kind === 'empty') {
      return { type: fault.kind };
    }
    try {
      const principal = authenticate(call, context);
      const failure = fault === undefined ? undefined : failureOf(fault, call.operation, subject);
      if (failure !== undefined) {
        throw failure;
      }
      const body = call.operation.answer({ ...call.request, principal }, context);
      return { type: 'answer', body, truncated: fault?.kind === 'truncated' };
    } catch (error) {
      if (error instanceof ApiFailure) {
        return { type: 'failure', failure: error };
      }
      // A mistake of the fake itself: told to the client, where the test that meets it sees it.
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { type: 'failure', failure: new ApiFailure('INTERNAL', `The fake failed: ${told}`) };
    }
  }

  return {
    handle(call) {
      const subject = subjectOf(call, context);
      const token = bearer(call.authorization);
      const done = calls.begin({
        ...subject,
        parameters: call.request.parameters,
        userProject: call.request.userProject,
        principal: token === undefined ? undefined : context.tokens.check(token)?.email,
        host: call.host,
        userAgent: call.userAgent,
      });
      return { outcome: run(call, subject), done };
    },
  };
}

function subjectOf(call: IncomingCall, context: ApiContext): CallSubject {
  const { name } = call.request;
  const named = /(?:^|\/)projects\/([^/]+)/u.exec(name)?.[1] ?? '';
  const project = context.world.project(named);
  return {
    service: call.operation.service,
    method: call.operation.method,
    projectId: project?.id ?? named,
    projectNumber: project?.number ?? named,
    location: /\/(?:locations|regions|zones)\/([^/]+)/u.exec(name)?.[1] ?? '',
    name,
    transport: call.transport,
  };
}

function bearer(authorization: string | undefined): string | undefined {
  return /^Bearer (\S+)$/u.exec(authorization ?? '')?.[1];
}

function authenticate(call: IncomingCall, context: ApiContext): string | undefined {
  const { operation, authorization } = call;
  if (!operation.authenticated || (authorization === undefined && call.anonymous)) {
    return undefined;
  }
  const token = bearer(authorization);
  const principal = token === undefined ? undefined : context.tokens.check(token);
  if (principal === undefined) {
    throw unauthenticated(operation.service, operation.method, token !== undefined);
  }
  if (principal.isReadOnly === true && TAKE_NO_READ_ONLY_TOKEN.has(operation.service)) {
    throw scopeInsufficient(operation.service, operation.method);
  }
  return principal.email;
}

function failureOf(fault: Fault, operation: Operation, subject: CallSubject): ApiFailure | undefined {
  const { service, method } = operation;
  switch (fault.kind) {
    case 'disabled':
      return serviceDisabled(service, subject.projectNumber);
    case 'denied':
      return permissionDenied(service, fault.permission ?? operation.permission, subject.name);
    case 'quota':
      return quotaExceeded(service, subject.projectNumber, fault.retryAfterSeconds);
    case 'quota-project':
      return quotaProjectMissing(service);
    case 'unauthenticated':
      return unauthenticated(service, method, true);
    case 'error':
      return new ApiFailure(fault.status, fault.message ?? `${fault.status.toLowerCase().replaceAll('_', ' ')}.`);
    case 'truncated':
    case 'delay':
    case 'hold':
    case 'change':
    case 'hang':
    case 'reset':
    case 'html':
    case 'empty':
      return undefined;
  }
}
