import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadMainScreen } from './app/load-screens.ts';
import './ui/theme/tokens.css';
import './ui/base.css';
import { admitOwnWorkers } from './trusted-types.ts';

admitOwnWorkers(window);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root"');

// React, the state and the components are run in a task each: all in one would block the window for longer than a key may wait.
const loadingApp = import('./App.tsx');
const { startWorkbench } = await import('./workbench/start-workbench.ts');
const { inventory, workbench } = startWorkbench(window);
const { App } = await loadingApp;

const reactRoot = createRoot(root);
startTransition(() =>
  reactRoot.render(
    <StrictMode>
      <App workbench={workbench} />
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
