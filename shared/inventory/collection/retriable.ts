import type { CoverageStatus } from '../inventory.ts';

/** What a new try may change: the rest is as it is (not offered there) or was not wanted. */
export const RETRIABLE: ReadonlySet<CoverageStatus> = new Set([
  'denied',
  'disabled',
  'limited',
  'cancelled',
  'timeout',
  'failed',
]);
