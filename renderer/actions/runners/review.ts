import type { REVIEW_ACTIONS } from '../../../shared/actions/menus/review.ts';
import { focusPane } from '../../state/pane-focus.ts';
import type { Runners } from './runner.ts';

export const REVIEW_RUNNERS: Runners<keyof typeof REVIEW_ACTIONS> = {
  'save-view': ({ dialogs }) => dialogs.getState().open({ type: 'save-view' }),
  bookmarks: ({ dialogs }) => dialogs.getState().open({ type: 'bookmarks' }),
  'reviewer-name': ({ dialogs }) => dialogs.getState().open({ type: 'reviewer-name' }),
  answers: ({ panes }) => {
    panes.getState().showDetails('answers');
    panes.getState().show('details');
    focusPane(document, 'details');
  },
  questions: ({ dialogs }) => dialogs.getState().open({ type: 'questions' }),
  'save-query': ({ dialogs }) => dialogs.getState().open({ type: 'save-query' }),
  'findings-configuration': ({ dialogs }) => dialogs.getState().open({ type: 'findings-configuration' }),
  'show-changes': ({ panes }) => panes.getState().showReport('changes'),
};
