import { readFileSync, writeFileSync, readdirSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { startRelay } from '../doubles/google/relay.ts';
import { expect, test } from './live.fixture.ts';
import { ConnectDialog } from './pages/connect-dialog.ts';
import { Explorer } from './pages/explorer.ts';
const FAULTS = [
  { location: 'us-central1', service: 'aiplatform.googleapis.com', fault: { kind: 'denied' } },
  { location: 'europe-west4', service: 'aiplatform.googleapis.com', fault: { kind: 'denied' } },
  { service: 'cloudkms.googleapis.com', fault: { kind: 'disabled' } },
  { service: 'cloudasset.googleapis.com', fault: { kind: 'disabled' } },
  { location: 'us-east1', fault: { kind: 'delay', milliseconds: 1500 } },
] as const;
const SIZE = { projects: 3, locations: 39, jobsPerLocation: 86 };
test.setTimeout(230_000);
test('walk', async ({ launch, startGoogle }, info) => {
  const google = await startGoogle(SIZE, { faults: FAULTS, latencyMilliseconds: 4 });
  const relay = await startRelay(Number(new URL(google.fake.rest).port));
  const environment = Object.fromEntries(Object.entries(google.environment).map(([k, v]) => [k, v.replaceAll(google.fake.rest, `http://127.0.0.1:${relay.port}/`)]));
  const userData = info.outputPath('user-data');
  const any = [/./];
  let app = await launch([], { environment, userData, expectedProblems: any });
  let page = app.page;
  const shot = (n: string) => page.screenshot({ path: `/tmp/clshots/${n}.png` });
  const foot = async () => (await page.getByRole('contentinfo').textContent()) ?? '';
  const jobs = async () => Number(/^([\d,]+) jobs/.exec(await foot())?.[1]?.replaceAll(',', '') ?? 0);
  const goOn = page.getByRole('button', { name: 'Go on' });
  await page.evaluate(() => { const w = { tasks: [] as number[] }; Object.assign(globalThis, { w }); new PerformanceObserver((l) => l.getEntries().forEach((e) => w.tasks.push(Math.round(e.duration)))).observe({ type: 'longtask', buffered: true }); });
  const hold = google.hold({ location: 'asia-east1', method: 'ListCustomJobs' });
  await new ConnectDialog(page).collect('ml-project-1 ml-project-2 ml-project-3');
  await new Explorer(page).isOpen();
  await page.getByRole('button', { name: 'Show places' }).click();

  await expect.poll(jobs).toBeGreaterThan(1000);
  const t0 = Date.now();
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  await expect(page.getByText('Collecting was stopped.')).toBeVisible();
  console.log('stop answered in', Date.now() - t0, await foot());

  const atStop = await jobs();
  await goOn.click();
  await expect(page.getByText('Collecting was stopped.')).toBeHidden();
  await expect.poll(jobs).toBeGreaterThan(atStop);
  await app.electronApp.evaluate(({ app: a }) => { const c = a.getAppMetrics().find((p) => p.name === 'Google Cloud collector'); process.kill(c?.pid ?? Number.NaN, 'SIGKILL'); });
  await expect(page.getByText('Collecting was cut off.')).toBeVisible();

  const atKill = await jobs();
  await goOn.click();
  await expect.poll(jobs, { timeout: 30_000 }).toBeGreaterThanOrEqual(atKill);
  relay.cut(); await new Promise((r) => setTimeout(r, 1500)); relay.mend();
  console.log('before app kill', await foot());
  await expect.poll(jobs, { timeout: 30_000 }).toBeGreaterThan(atKill - 1);
  console.log('long tasks', await page.evaluate(() => (globalThis as any).w.tasks));
  app.electronApp.process().kill('SIGKILL');
  await app.close();
  hold();
  google.fake.faults.clear(); for (const f of FAULTS) google.fake.faults.add(f);
  app = await launch([], { environment, userData, expectedProblems: any }); page = app.page;
  await expect(page.getByRole('region', { name: 'Collections not saved' })).toBeVisible();

  await page.getByRole('button', { name: /^Go on with ml-project-1/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click();
  await new Explorer(page).isOpen();
  await expect(page.getByText('Not everything could be read.')).toBeVisible({ timeout: 60_000 });
  console.log('resumed', await foot());

  await page.getByRole('button', { name: 'Show what is missing' }).click();
  await page.getByRole('combobox', { name: 'Result' }).selectOption('denied');

  await page.getByRole('button', { name: 'Refresh from Google Cloud' }).click();
  await page.waitForTimeout(700);
  await expect(page.getByText(/^Refreshed/)).toBeVisible({ timeout: 60_000 });
  console.log('refreshed', await page.getByText(/^Refreshed/).textContent(), await foot());

  const { world } = google.fake; const p = world.projects[2]; const { buildJob } = await import('../doubles/google/build-estate.ts');
  const added = buildJob(p as any, 'asia-east2', 5001); world.put(added);
  const ex = new Explorer(page);
  await ex.search.fill(added.name.replace('//aiplatform.googleapis.com/', ''));
  await page.getByRole('button', { name: /^Search Google Cloud for/ }).click();
  await page.waitForTimeout(40);
  await expect(ex.details.title).toHaveText('train-5001-5001', { timeout: 30_000 }).catch(async () => console.log('TITLE', await ex.details.title.textContent()));
  await ex.search.fill('projects/ml-project-3/locations/asia-east2/customJobs/404404');
  await page.getByRole('button', { name: /^Search Google Cloud for/ }).click();
  await expect(page.getByText('Google Cloud has nothing for')).toBeVisible({ timeout: 20_000 });

  world.remove(added.name);
  await page.getByRole('button', { name: 'Refresh from Google Cloud' }).click();
  await expect(page.getByText(/^Refreshed: 1 gone/)).toBeVisible({ timeout: 60_000 });
  const file = '/tmp/clshots/walk.lineage.json.gz';
  await app.electronApp.evaluate(({ dialog }, filePath) => { dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath }); }, file);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Save snapshot/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('Snapshot saved')).toBeVisible({ timeout: 30_000 });
  const numbers = /^[\d,]+ jobs · [\d,]+ resources · [\d,]+ links/.exec(await foot())?.[0];
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Close inventory/ }).click();
  await expect(page.getByRole('heading', { name: 'Vertex Lineage Explorer' })).toBeVisible();
  console.log('journals left', readdirSync(join(userData, 'collections')));
  const second = await launch([file]); 
  await new Explorer(second.page).isOpen();
  await expect(second.page.getByRole('contentinfo')).toContainText(numbers ?? '?', { timeout: 30_000 });
  console.log('second profile', numbers);
  const tok = google.tokens.map((t) => t.slice(0, 24));
  for (const f of readdirSync(userData, { recursive: true, withFileTypes: true })) if (f.isFile()) { try { if (tok.some((t) => readFileSync(join(f.parentPath, f.name), 'latin1').includes(t))) console.log('TOKEN IN', f.name); } catch {} }
  console.log('output has token', tok.some((t) => app.output().includes(t)));
  await relay.close();
});
