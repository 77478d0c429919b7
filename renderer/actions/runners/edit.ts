import type { EDIT_ACTIONS } from '../../../shared/actions/menus/edit.ts';
import { redoName, undoName } from '../../state/history.ts';
import type { Runners } from './runner.ts';

export const EDIT_RUNNERS: Runners<keyof typeof EDIT_ACTIONS> = {
  undo: async ({ view, notices }) => {
    const name = undoName(view.getState().history);
    if (await view.getState().undo()) notices.getState().announce(`Undone: ${name}`);
  },
  redo: async ({ view, notices }) => {
    const name = redoName(view.getState().history);
    if (await view.getState().redo()) notices.getState().announce(`Done again: ${name}`);
  },
  history: ({ dialogs }) => dialogs.getState().open({ type: 'history' }),
  'select-all': ({ view, selection, notices }) => {
    const ids = (view.getState().laidOut?.view.nodes ?? []).map(({ id }) => id);
    selection.getState().select(ids);
    notices.getState().announce(`All ${ids.length} selected`);
  },
  'clear-selection': ({ selection }) => selection.getState().select([]),
};
