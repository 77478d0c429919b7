import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import type { ElectronRuntime } from '../../../electron/runtime/find-electron.ts';
import type { Figure } from '../figure.ts';
import { listingBytes } from '../pipeline.ts';
import { startApp, temporaryFolder } from './start.ts';

const LOADED = 100_000;

/** Memory of all processes of the app with 100,000 jobs open. */
export async function measureMemory(electron: ElectronRuntime, app: string): Promise<Figure[]> {
  const folder = await temporaryFolder();
  const file = join(folder, 'jobs.json');
  await writeFile(file, listingBytes(LOADED));
  const started = await startApp(electron, app);
  await started.page.getByRole('button', { name: /^Open files/ }).waitFor();
  const empty = await allProcesses(started.app);
  await started.close();
  const opened = await startApp(electron, app, [file]);
  await opened.printed('ready:');
  const value = await allProcesses(opened.app);
  await opened.close();
  await rm(folder, { recursive: true });
  return [
    {
      name: `${LOADED} job documents open: memory of all processes`,
      value,
      unit: 'MB',
      floor: { name: 'the start screen', value: empty },
      target: { kind: 'value', most: 1500 },
    },
  ];
}

/** Megabytes. Pages that processes share are counted in each of them, so this is more than the machine needs. */
function allProcesses(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ app: electronApp }) =>
    electronApp.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0),
  );
}
