import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectToMainProcess } from './api/client.ts';
import { loadMainScreen } from './app/load-screens.ts';
import { App } from './App.tsx';
import { createInventoryClient } from './inventory/inventory-client.ts';
import { startInventoryWorker } from './inventory/start-inventory-worker.ts';
import { connectMainProcess } from './state/collection/connect-main-process.ts';
import { WorkbenchContext } from './state/use-workbench.ts';
import { createWorkbench } from './state/create-workbench.ts';
import './ui/theme/tokens.css';
import './ui/base.css';
import { admitOwnWorkers } from './trusted-types.ts';

admitOwnWorkers(window);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root"');

const inventory = createInventoryClient(startInventoryWorker);
const workbench = createWorkbench(
  connectToMainProcess(),
  inventory,
  window.localStorage,
  navigator.userAgent.includes('Macintosh'),
);
connectMainProcess(workbench, window);

const reactRoot = createRoot(root);
startTransition(() =>
  reactRoot.render(
    <StrictMode>
      <WorkbenchContext value={workbench}>
        <App />
      </WorkbenchContext>
    </StrictMode>,
  ),
);
// After the first frame, which the worker's start would delay.
requestAnimationFrame(() =>
  setTimeout(() => {
    inventory.warmUp();
    loadMainScreen().catch(reportError);
  }),
);
