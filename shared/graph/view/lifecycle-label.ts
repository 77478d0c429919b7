/**
 * Returns a life-cycle state as a word for people: `JOB_STATE_FAILED` gives `failed`, `PIPELINE_STATE_PARTIALLY_SUCCEEDED` gives
 * `partially succeeded`, `ENABLED` gives `enabled`.
 */
export function lifecycleLabel(lifecycle: string): string {
  return lifecycle
    .replace(/^[A-Z_]*?STATE_(?=.)/, '')
    .toLowerCase()
    .replaceAll('_', ' ');
}

/** Whether the state says that something went wrong. */
export function isFailure(lifecycle: string | undefined): boolean {
  return lifecycle !== undefined && /FAIL|ERROR|PARTIALLY_SUCCEEDED|EXPIRED/.test(lifecycle);
}
