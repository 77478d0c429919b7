import { shareDone, type CollectionStatus } from '../../shared/ipc/collection.ts';
import type { OpenProgress } from '../inventory/worker/protocol/protocol.ts';
import { doingOf } from '../connect/progress.ts';
import { formatBytes, formatCount } from '../state/format.ts';

const PHASES: Readonly<Record<OpenProgress['phase'], string>> = {
  reading: 'Reading',
  linking: 'Finding links',
  indexing: 'Preparing search',
};

export interface ProgressText {
  readonly phase: string;
  readonly detail: string;
  /** 0 to 100; absent while it cannot be known. */
  readonly percent?: number;
}

/** Returns the words and the bar for a state of opening; before the first report it is said to start. */
export function describeProgress(progress: OpenProgress | undefined): ProgressText {
  if (progress === undefined) return { phase: 'Starting', detail: 'Waiting for the first bytes' };
  const { phase, file, bytesRead, bytesTotal, documents } = progress;
  const known = phase === 'reading' && bytesTotal > 0;
  const bytes = bytesTotal > 0 ? `${formatBytes(bytesRead)} of ${formatBytes(bytesTotal)}` : formatBytes(bytesRead);
  return {
    phase: phase === 'reading' && file !== '' ? `Reading ${file}` : PHASES[phase],
    detail: `${bytes} read · ${formatCount(documents, 'document')}`,
    ...(known ? { percent: Math.min(100, Math.round((bytesRead / bytesTotal) * 100)) } : {}),
  };
}

/** Returns the words and the bar for a collection of which nothing can be shown yet. */
export function describeCollecting(status: CollectionStatus): ProgressText {
  const share = shareDone(status);
  return {
    phase: doingOf(status),
    detail: formatCount(status.documents, 'document'),
    ...(share === undefined ? {} : { percent: Math.round(share * 100) }),
  };
}
