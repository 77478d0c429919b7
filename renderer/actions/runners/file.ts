import type { FILE_ACTIONS } from '../../../shared/actions/menus/file.ts';
import { refreshCollection, retryCollection, stopCollection } from '../../state/collection/collection-operations.ts';
import { chooseFiles, closeInventory, exportImage, openSample } from '../../state/file-operations.ts';
import type { Runners } from './runner.ts';

export const FILE_RUNNERS: Runners<keyof typeof FILE_ACTIONS> = {
  'open-files': (workbench) => chooseFiles(workbench, 'files'),
  'open-folder': (workbench) => chooseFiles(workbench, 'folder'),
  'open-sample': openSample,
  connect: ({ dialogs }) => dialogs.getState().open({ type: 'connect' }),
  refresh: refreshCollection,
  'retry-collection': (workbench) => retryCollection(workbench),
  'stop-collection': stopCollection,
  'save-snapshot': ({ dialogs }) => dialogs.getState().open({ type: 'save-snapshot' }),
  'save-findings-report': ({ dialogs }) => dialogs.getState().open({ type: 'findings-report' }),
  'export-image': exportImage,
  'close-inventory': closeInventory,
};
