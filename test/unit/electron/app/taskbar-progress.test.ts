import { expect, it } from 'vitest';
import { showTaskbarProgress } from '../../../../electron/app/taskbar-progress.ts';
import { STARTING, type CollectionStatus } from '../../../../shared/ipc/collection.ts';

const PLACE = {
  kind: 'gcp-ai-platform-custom-job',
  location: 'us-central1',
  documents: 40,
  waiting: 0,
  reading: 0,
} as const;
const HALF: CollectionStatus = {
  ...STARTING,
  phase: 'running',
  places: [{ ...PLACE, read: 1, failed: 0, waiting: 1 }],
};

it('shows how far a collection is, that it is paused, that its end is not known, and nothing once it has ended', () => {
  const shown: unknown[] = [];
  const window = { setProgressBar: (...values: unknown[]) => shown.push(values) };
  for (const status of [STARTING, HALF, { ...HALF, phase: 'paused' }, { ...HALF, phase: 'partial' }] as const) {
    showTaskbarProgress(window, status);
  }
  expect(shown).toStrictEqual([[2, { mode: 'normal' }], [0.5, { mode: 'normal' }], [0.5, { mode: 'paused' }], [-1]]);
});
