import type { ElectronApplication } from 'playwright';
import type { ElectronRuntime } from '../../../electron/runtime/find-electron.ts';
import { startLiveGoogle } from '../../e2e/live-google.ts';
import type { Figure } from '../figure.ts';
import { longestTask, startApp } from './start.ts';

const REGIONS = 39;
const JOBS_PER_REGION = 257;

/** Longest block of the window and of the main process while 10,000 jobs of 39 regions are collected from the fake Google. */
export async function measureCollecting(electron: ElectronRuntime, app: string): Promise<Figure[]> {
  const google = await startLiveGoogle({ projects: 1, locations: REGIONS, jobsPerLocation: JOBS_PER_REGION });
  const started = await startApp(electron, app, [], google.environment);
  const { page } = started;
  await page.getByRole('button', { name: 'Connect to Google Cloud…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect to Google Cloud' });
  await dialog.getByRole('radio', { name: /gcloud configuration/, checked: true }).waitFor();
  await dialog.getByRole('textbox', { name: 'Projects' }).fill('ml-project-1');
  await watchMain(started.app);
  await dialog.getByRole('button', { name: 'Connect and collect' }).click();
  await started.printed('ready:');
  const window = await longestTask(page);
  const main = await longestBlockOfMain(started.app);
  await started.close();
  await google.close();
  const jobs = (REGIONS * JOBS_PER_REGION).toLocaleString('en');
  return [
    {
      name: `${jobs} jobs of ${String(REGIONS)} regions collected: longest task of the window (0: none over 50 ms)`,
      value: window,
      unit: 'ms',
      target: { kind: 'value', most: 50 },
    },
    {
      name: `${jobs} jobs of ${String(REGIONS)} regions collected: main process blocked at most`,
      value: main,
      unit: 'ms',
      target: { kind: 'value', most: 50 },
    },
  ];
}

async function watchMain(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    let last = performance.now();
    const watch = { longest: 0 };
    Object.assign(globalThis, { watch });
    setInterval(() => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - last - 5);
      last = now;
    }, 5);
  });
}

function longestBlockOfMain(app: ElectronApplication): Promise<number> {
  return app.evaluate(() => (globalThis as unknown as { readonly watch: { readonly longest: number } }).watch.longest);
}
