import type { EDIT_ACTIONS } from '../../../shared/actions/menus/edit.ts';
import { redoNewest, undoNewest } from '../../state/undo-operations.ts';
import type { Runners } from './runner.ts';

export const EDIT_RUNNERS: Runners<keyof typeof EDIT_ACTIONS> = {
  undo: undoNewest,
  redo: redoNewest,
  history: ({ dialogs }) => dialogs.getState().open({ type: 'history' }),
  'select-all': ({ view, selection, notices }) => {
    const ids = (view.getState().laidOut?.view.nodes ?? []).map(({ id }) => id);
    selection.getState().select(ids);
    notices.getState().announce(`All ${ids.length} selected`);
  },
  'clear-selection': ({ selection }) => selection.getState().select([]),
};
