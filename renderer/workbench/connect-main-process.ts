import { isInventoryPortMessage } from '../../shared/ipc/inventory-port.ts';
import { failureText } from '../state/failure-text.ts';
import { valueOf } from '../api/client.ts';
import { showSought, tellRefreshed } from '../state/collection/collection-operations.ts';
import { followConfiguration } from '../state/findings/follow-configuration.ts';
import { tellGone } from '../state/review/gone-targets.ts';
import { askFromDialog } from '../state/search/query-operations.ts';
import { runAction } from '../actions/run-action.ts';
import { noteTyping, reportConditions } from '../actions/report-conditions.ts';
import type { Workbench } from '../state/workbench.ts';

/** Listens to the main process: inventories to open, menu commands, settings. Called once, before the first render. */
export function connectMainProcess(workbench: Workbench, page: Window): void {
  const { main, app, session } = workbench;
  page.addEventListener('message', (event) => {
    const [port] = event.ports;
    if (event.source !== page || port === undefined || !isInventoryPortMessage(event.data)) return;
    const { title, source, into, compare } = event.data;
    app.setState({ expecting: false });
    workbench.run(async () => {
      if (into === 'open') {
        await session.getState().update(port, compare);
        await showSought(workbench);
        if (compare) {
          await tellRefreshed(workbench);
          await tellGone(workbench);
        }
        return;
      }
      await session.getState().open(title, source, port);
      const opened = session.getState().session;
      if (opened.phase === 'failed') {
        await valueOf(main.reportProblem({ during: 'opening', message: failureText(opened.failure) }));
      }
    });
  });
  page.addEventListener('pagehide', () => workbench.keepNow());
  followConfiguration(workbench, page);
  main.onMenuCommand((action) => {
    runAction(workbench, action);
  });
  main.onSearchAsked((query) => askFromDialog(workbench, query));
  noteTyping(workbench, page);
  reportConditions(workbench);
  main.onSettingsChanged((settings) => app.setState({ settings }));
  main.onCollectionStatus((status) => workbench.collection.getState().set(status));
  main.onRecentChanged((recent) => app.setState({ recent }));
  workbench.run(async () => app.setState({ info: await valueOf(main.getAppInfo()) }));
  workbench.run(async () => app.setState({ settings: await valueOf(main.getSettings()) }));
  workbench.run(async () => app.setState({ recent: await valueOf(main.listRecent()) }));
  workbench.run(async () => {
    const { opening } = await valueOf(main.acceptInventory());
    // An inventory may have come before this answer; then nothing more is expected.
    app.setState(({ expecting }) => ({ expecting: expecting ?? opening }));
  });
}
