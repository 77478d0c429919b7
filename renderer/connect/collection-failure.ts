import { describeAuthProblem } from '../../shared/errors/describe-auth-problem.ts';
import type { CollectionStatus } from '../../shared/ipc/collection.ts';
import type { OpeningFailure } from '../state/session-store.ts';

/** Returns why a collection gave nothing to show; undefined where it simply found nothing, which the report of what was read explains. */
export function collectionFailure({ phase, problem, failure }: CollectionStatus): OpeningFailure | undefined {
  if (problem !== undefined) return describeAuthProblem(problem);
  if (phase === 'lost') {
    return {
      title: 'Collecting was cut off',
      message: 'The process that reads from Google Cloud ended unexpectedly before anything was read.',
      advice: 'Connect again; if it happens again, please report it with the log (Help > Open Log Folder).',
    };
  }
  if (phase !== 'failed') return undefined;
  return {
    title: 'Collecting did not begin',
    message: failure ?? 'The reason is not known.',
    advice: 'Check the credentials and the network, then connect again.',
  };
}
