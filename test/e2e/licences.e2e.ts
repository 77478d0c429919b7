import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placesOfThisCheckout } from '../../electron/runtime/places.ts';
import { expect, test } from './app.fixture.ts';
import { Explorer } from './pages/explorer.ts';
import { SAMPLE } from './sample.ts';

const { root } = placesOfThisCheckout();
const records = join(root, 'node_modules/.cache/bundled-modules');

/** Modules from packages by file of a bundle, as the build recorded them: `{ "index.js": ["…/node_modules/zod/index.js"] }`. */
function recordOf(build: string): Record<string, readonly string[]> {
  return JSON.parse(readFileSync(join(records, `${build}.json`), 'utf8')) as Record<string, readonly string[]>;
}

/** The package a module belongs to: `node_modules/@noble/hashes/sha2.js` is of `@noble/hashes`. */
function packageOf(module: string): string {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? module;
}

test('no file of code is built without a record of what is in it', () => {
  for (const [folder, builds] of [
    ['main', ['main']],
    ['preload', ['preload']],
    ['renderer', ['window', 'worker']],
  ] as const) {
    const recorded = builds.flatMap((build) => Object.keys(recordOf(build)));
    const files = readdirSync(join(root, 'out', folder), { recursive: true, encoding: 'utf8' });
    const built = files.filter((file) => /\.[cm]?js$/.test(file));
    expect(recorded, folder).toEqual(expect.arrayContaining(built));
  }
});

test('the licences name every package that is in the app', async ({ launch }) => {
  const bundled = ['main', 'preload', 'window', 'worker'].flatMap((build) => Object.values(recordOf(build)).flat());
  const packages = new Set(bundled.map(packageOf));
  expect([...packages]).toEqual(
    expect.arrayContaining(['d3-force', 'yaml', 'zod', 'react', 'commander', '@google-cloud/aiplatform']),
  );

  const { page } = await launch([SAMPLE]);
  await new Explorer(page).isOpen();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Licences' }).click();
  const dialog = page.getByRole('dialog', { name: 'Licences' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole('heading', { level: 3, name: 'zod' })).toBeVisible();
  const listed = await dialog.getByRole('heading', { level: 3 }).allInnerTexts();
  const names = listed.map((text) => text.trim().split(/\s/, 1)[0]);
  expect(names).toEqual(expect.arrayContaining([...packages]));
});
