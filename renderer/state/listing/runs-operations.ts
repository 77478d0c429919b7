import type { NodeId } from '../../../shared/graph/graph.ts';
import type { Workbench } from '../workbench.ts';

/** Selected resources that are looked at for one that is a run: a fold may have thousands. */
const MOST_TRIED = 20;

/** Shows the runs of the template of the first of these resources that is a run. */
export async function showRuns({ inventory, runs, panes, notices }: Workbench, ids: readonly NodeId[]): Promise<void> {
  for (const id of ids.slice(0, MOST_TRIED)) {
    // One after the other, for the first is nearly always the right one.
    if ((await inventory.runs(id, 0, 1)) === undefined) continue;
    runs.getState().show(id);
    panes.getState().show('runs');
    return;
  }
  notices.getState().notify({
    tone: 'info',
    title: 'No run of a template',
    detail: 'Runs are told of jobs that were collected and whose name has a part without numbers.',
  });
}
