import type { StatusName } from './api-failure.ts';
import type { CallPattern, CallSubject } from './calls.ts';
import { matchesCall } from './calls.ts';
import type { World } from './world.ts';

/** What goes wrong with a call. */
export type Fault =
  /** The API is not enabled in the project. */
  | { readonly kind: 'disabled' }
  /** IAM refuses. */
  | { readonly kind: 'denied'; readonly permission?: string }
  | { readonly kind: 'quota'; readonly retryAfterSeconds?: number }
  /** A user's credentials without a quota project. */
  | { readonly kind: 'quota-project' }
  | { readonly kind: 'unauthenticated' }
  /** A server error: UNAVAILABLE 503, INTERNAL 500, DEADLINE_EXCEEDED 504, or any other status. */
  | { readonly kind: 'error'; readonly status: StatusName; readonly message?: string }
  /** The call is never answered. */
  | { readonly kind: 'hang' }
  /** The connection is cut. */
  | { readonly kind: 'reset' }
  /** The body ends early. */
  | { readonly kind: 'truncated' }
  /** A proxy's page instead of an answer: HTTP 502. */
  | { readonly kind: 'html' }
  /** Status 200 with no body. */
  | { readonly kind: 'empty' }
  /** The answer comes late; leaves the call to the next rule. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** The answer waits for this, and its token is looked at only then; leaves the call to the next rule. */
  | { readonly kind: 'hold'; readonly until: Promise<unknown> }
  /** The world changes before the call is answered (a job added between two pages). */
  | { readonly kind: 'change'; readonly change: (world: World) => void };

/** A fault and the calls it meets. */
export interface FaultRule extends CallPattern {
  /** Which of the calls this rule fits, counted from 1: `[2]` the second only, `{ from: 3 }` the third and all later. All if not given. */
  readonly calls?: readonly number[] | { readonly from: number; readonly to?: number };
  readonly fault: Fault;
}

/** The rules in force; they may be changed while the fake runs. */
export interface Faults {
  add(rule: FaultRule): void;
  clear(): void;
  /** Faults of a call that has just come, in the order of the rules; it counts as one call of every rule it fits. */
  meet(call: CallSubject): readonly Fault[];
}

/** Makes the rules. */
export function createFaults(rules: readonly FaultRule[]): Faults {
  let entries = rules.map((rule) => ({ rule, met: 0 }));
  return {
    add(rule) {
      entries.push({ rule, met: 0 });
    },
    clear() {
      entries = [];
    },
    meet(call) {
      const faults: Fault[] = [];
      for (const entry of entries) {
        if (matchesCall(entry.rule, call)) {
          entry.met += 1;
          if (isChosen(entry.rule.calls, entry.met)) {
            faults.push(entry.rule.fault);
          }
        }
      }
      return faults;
    },
  };
}

function isChosen(calls: FaultRule['calls'], count: number): boolean {
  if (calls === undefined) {
    return true;
  }
  return 'from' in calls ? count >= calls.from && count <= (calls.to ?? Infinity) : calls.includes(count);
}
