import type { EDIT_ACTIONS } from '../../../shared/actions/menus/edit.ts';
import { redoNewest, undoNewest } from '../../state/view/undo-operations.ts';
import { selectPart } from '../../state/listing/table-operations.ts';
import type { Runners } from './runner.ts';

export const EDIT_RUNNERS: Runners<keyof typeof EDIT_ACTIONS> = {
  undo: undoNewest,
  redo: redoNewest,
  history: ({ dialogs }) => dialogs.getState().open({ type: 'history' }),
  'select-all': (workbench) => {
    const { view, selection, notices } = workbench;
    // The table has more than the graph draws.
    if (view.getState().history.present.state.spec.display !== undefined) return selectPart(workbench, 'all');
    const ids = (view.getState().laidOut?.view.nodes ?? []).map(({ id }) => id);
    selection.getState().select(ids);
    notices.getState().announce(`All ${ids.length} selected`);
    return undefined;
  },
  'clear-selection': ({ selection }) => selection.getState().select([]),
};
