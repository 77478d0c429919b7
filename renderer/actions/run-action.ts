import { actionOf, isMainAction, type ActionId, type WindowActionId } from '../../shared/actions/actions.ts';
import { applies } from '../../shared/actions/conditions.ts';
import { valueOf } from '../api/client.ts';
import type { Workbench } from '../state/workbench.ts';
import { EDIT_RUNNERS } from './runners/edit.ts';
import { FILE_RUNNERS } from './runners/file.ts';
import { GO_RUNNERS } from './runners/go.ts';
import { GRAPH_RUNNERS } from './runners/graph.ts';
import { HELP_RUNNERS } from './runners/help.ts';
import { REVIEW_RUNNERS } from './runners/review.ts';
import type { Runners } from './runners/runner.ts';
import { SELECTION_RUNNERS } from './runners/selection.ts';
import { VIEW_RUNNERS } from './runners/view.ts';

const RUNNERS: Runners<WindowActionId> = {
  ...FILE_RUNNERS,
  ...EDIT_RUNNERS,
  ...VIEW_RUNNERS,
  ...GRAPH_RUNNERS,
  ...SELECTION_RUNNERS,
  ...GO_RUNNERS,
  ...REVIEW_RUNNERS,
  ...HELP_RUNNERS,
};

/** Runs an action if it applies now; whatever goes wrong is told to the user. Returns whether it applied. */
export function runAction(workbench: Workbench, id: ActionId): boolean {
  if (!applies(actionOf(id), workbench.conditions.getState())) return false;
  workbench.run(() => (isMainAction(id) ? valueOf(workbench.main.runAction({ action: id })) : RUNNERS[id](workbench)));
  return true;
}
