import type { HELP_ACTIONS } from '../../../shared/actions/menus/help.ts';
import type { Runners } from './runner.ts';

export const HELP_RUNNERS: Runners<keyof typeof HELP_ACTIONS> = {
  'command-palette': ({ dialogs }) => dialogs.getState().open({ type: 'palette' }),
  'show-shortcuts': ({ dialogs }) => dialogs.getState().open({ type: 'shortcuts' }),
  'search-help': ({ dialogs }) => dialogs.getState().open({ type: 'search-help' }),
  'show-licences': ({ dialogs }) => dialogs.getState().open({ type: 'licences' }),
  'show-about': ({ dialogs }) => dialogs.getState().open({ type: 'about' }),
};
