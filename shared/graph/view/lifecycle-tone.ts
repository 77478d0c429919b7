/** How a life-cycle state is drawn. `none`: the resource reports no state, or one that needs no mark. */
export type LifecycleTone = 'failed' | 'running' | 'waiting' | 'succeeded' | 'stopped' | 'none';

const TONES: readonly (readonly [RegExp, LifecycleTone])[] = [
  [/(?:^|_)(?:FAILED|ERROR|EXPIRED|DESTROYED|UNAVAILABLE)$/, 'failed'],
  [/(?:^|_)PARTIALLY_SUCCEEDED$/, 'failed'],
  [/(?:^|_)(?:RUNNING|CREATING|PROVISIONING|UPDATING)$/, 'running'],
  [/(?:^|_)(?:PENDING|QUEUED|WAITING|PENDING_GENERATION)$/, 'waiting'],
  [/(?:^|_)SUCCEEDED$/, 'succeeded'],
  [/(?:^|_)(?:CANCELLED|CANCELLING|PAUSED|STOPPED|DISABLED|DESTROY_SCHEDULED|DELETE_REQUESTED|DELETING)$/, 'stopped'],
];

/**
 * Tone of a state as Google's APIs spell it (`JOB_STATE_FAILED`, `PIPELINE_STATE_RUNNING`, `DISABLED`): by the words it ends in,
 * so that the states of every service are covered. `none` for no state and for healthy resting states (`ENABLED`, `READY`).
 */
export function lifecycleTone(lifecycle: string | undefined): LifecycleTone {
  if (lifecycle === undefined) return 'none';
  return TONES.find(([pattern]) => pattern.test(lifecycle))?.[1] ?? 'none';
}
